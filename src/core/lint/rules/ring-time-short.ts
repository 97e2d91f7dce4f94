import { rule } from "../rule";

/** In seconds: the minimum in laws on abandoned calls. */
const least = 15;

export const ringTimeShort = rule({
  id: "ring-time-short",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at least 15 seconds.",
  why: "Fewer people reach the phone in time, and several countries require 15 seconds.",
  examples: { good: [15], bad: [5, 14] },
  check(seconds, at, { profiles }) {
    // legal-ring-time reports a longer time that a profile requires.
    const asked = profiles.some(({ ringSeconds = 0 }) => seconds < ringSeconds);
    if (seconds >= least || asked) return undefined;
    return at().problem(
      `maxRingTime is ${seconds} seconds, too short for many people to reach the phone. Several countries require ${least}. Consider 25 to 30.`,
    );
  },
});
