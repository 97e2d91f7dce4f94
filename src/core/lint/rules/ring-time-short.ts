import { rule } from "../rule";

/** In seconds: the minimum in laws on abandoned calls. */
const least = 15;

export const ringTimeShort = rule({
  id: "ring-time-short",
  severity: "info",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at least 15 seconds.",
  why: "Fewer people reach the phone in time, and several countries require 15 seconds.",
  options: {
    seconds: {
      ...{ kind: "number", default: least, minimum: 5, maximum: 120 },
      summary: "The shortest ring time in seconds that is not reported.",
    },
  },
  examples: { good: [15], bad: [5, 14] },
  check(seconds, at, { profiles }, { seconds: minimum }) {
    // legal-ring-time reports a longer time that a profile requires.
    const asked = profiles.some(({ ringSeconds = 0 }) => seconds < ringSeconds);
    if (seconds >= minimum || asked) return undefined;
    const law = minimum === least ? ` Several countries require ${least}.` : "";
    return at().problem(
      `maxRingTime is ${seconds} seconds instead of at least ${minimum}, too short for many people to reach the phone.${law} Consider ${minimum > 25 ? minimum : "25 to 30"}.`,
    );
  },
});
