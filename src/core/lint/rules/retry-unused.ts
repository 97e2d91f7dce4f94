import { rule } from "../rule";

export const retryUnused = rule({
  id: "retry-unused",
  severity: "hint",
  reads: ["dialingStrategy/maxAttemptsPerRecord", "dialingStrategy/defaultRetryPeriod"],
  summary: "A campaign with a retry period makes more than one attempt.",
  why: "The platform requires a retry period even for one attempt, so readers of the file may expect a second call.",
  examples: { good: [[2, 10]], bad: [[1, 10]] },
  check([attempts], at) {
    if (attempts !== 1) return undefined;
    return at("dialingStrategy", "defaultRetryPeriod").problem(
      "The retry period has no effect: maxAttemptsPerRecord is 1, so nobody is called twice. Increase it if you want retries.",
      { unnecessary: true },
    );
  },
});
