import { rule } from "../rule";

export const legalRingTime = rule({
  id: "legal-ring-time",
  severity: "warning",
  needs: "profiles",
  reads: "dialingStrategy/maxRingTime",
  summary: "A call rings as long as the chosen legal profiles ask.",
  why: "A call that ends sooner may count as abandoned. This is not legal advice.",
  fix: "Writes the shortest time allowed.",
  examples: { profiles: ["us-tsr"], good: [15, 30], bad: [14, 5] },
  check(seconds, at, { profiles }) {
    const broken = profiles.filter(({ ringSeconds = 0 }) => seconds < ringSeconds);
    if (broken.length === 0) return undefined;
    const asked = broken.map(
      ({ name, citation, ringSeconds }) => `${name} asks for ${ringSeconds} (${citation})`,
    );
    const least = Math.max(...broken.map(({ ringSeconds = 0 }) => ringSeconds));
    return at().problem(
      `The phone rings ${seconds} seconds; ${asked.join(", ")}, and shorter calls may count as abandoned. Raise it. Not legal advice.`,
      { title: `Ring ${least} seconds`, replace: least },
    );
  },
});
