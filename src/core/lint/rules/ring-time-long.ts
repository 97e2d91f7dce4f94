import { rule } from "../rule";

/** In seconds. Voicemail usually answers after about 25. */
const maxSeconds = 60;

export const ringTimeLong = rule({
  id: "ring-time-long",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at most 60 seconds.",
  why: "Voicemail answers after about 25 seconds. A minute of ringing annoys people who do not have it.",
  examples: { good: [60], bad: [61, 120] },
  check(seconds, at) {
    if (seconds <= maxSeconds) return undefined;
    return at().problem(
      `maxRingTime is ${seconds} seconds, but voicemail answers after about 25, so longer ringing reaches few people. Consider 25 to 30.`,
    );
  },
});
