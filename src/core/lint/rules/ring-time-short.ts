import { rule } from "../rule";

/** Seconds, the least that rules on abandoned calls speak of. */
const least = 15;

export const ringTimeShort = rule({
  id: "ring-time-short",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at least 15 seconds.",
  why: "Fewer people reach the phone in time, and several countries ask for 15 seconds.",
  examples: { good: [15], bad: [5, 14] },
  check(seconds, at, { profiles }) {
    // Where a profile asks for longer, legal-ring-time says so, and why.
    const asked = profiles.some(({ ringSeconds = 0 }) => seconds < ringSeconds);
    if (seconds >= least || asked) return undefined;
    return at().problem(
      `The phone rings ${seconds} seconds, too short for many to reach it, and several countries ask for ${least}. Consider 25 to 30.`,
    );
  },
});
