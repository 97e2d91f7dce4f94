import { rule } from "../rule";

/** In seconds. Voicemail usually answers after about 25. */
const maxSeconds = 60;

export const ringTimeLong = rule({
  id: "ring-time-long",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at most 60 seconds.",
  why: "Voicemail answers after about 25 seconds. A minute of ringing annoys people who do not have it.",
  options: {
    seconds: {
      ...{ kind: "number", default: maxSeconds, minimum: 5, maximum: 120 },
      summary: "The longest ring time in seconds that is not reported.",
    },
  },
  examples: { good: [60], bad: [61, 120] },
  check(seconds, at, _context, { seconds: maximum }) {
    if (seconds <= maximum) return undefined;
    return at().problem(
      `maxRingTime is ${seconds} seconds instead of at most ${maximum}. Voicemail answers after about 25, so longer ringing reaches few people. Consider ${maximum < 25 ? maximum : "25 to 30"}.`,
    );
  },
});
