import { rule } from "../rule";

export const legalRingTime = rule({
  id: "legal-ring-time",
  severity: "warning",
  needs: "profiles",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings at least as long as the selected legal profiles require.",
  why: "A call that ends earlier may count as abandoned. This is not legal advice.",
  fix: "Writes the shortest allowed time.",
  examples: { profiles: ["us-tsr"], good: [15, 30], bad: [14, 5] },
  check(seconds, at, { profiles }) {
    const broken = profiles.filter(({ ringSeconds = 0 }) => seconds < ringSeconds);
    if (broken.length === 0) return undefined;
    const asked = broken.map(
      ({ name, citation, ringSeconds }) => `${name} requires ${ringSeconds} (${citation})`,
    );
    const least = Math.max(...broken.map(({ ringSeconds = 0 }) => ringSeconds));
    return at().problem(
      `maxRingTime is ${seconds} seconds; ${asked.join(", ")}. Shorter calls may count as abandoned. Increase it. Not legal advice.`,
      { title: `Ring ${least} seconds`, replace: least },
    );
  },
});
