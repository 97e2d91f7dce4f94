import { rule } from "../rule";

/** Seconds; voicemail usually answers at about 25. */
const most = 60;

export const ringTimeLong = rule({
  id: "ring-time-long",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at most 60 seconds.",
  why: "Voicemail answers at about 25 seconds; whoever has none is annoyed by a minute of ringing.",
  examples: { good: [60], bad: [61, 120] },
  check(seconds, at) {
    if (seconds <= most) return undefined;
    return at().problem(
      `The phone rings up to ${seconds} seconds, while voicemail answers at about 25, so more ringing reaches few people. Consider 25 to 30.`,
    );
  },
});
