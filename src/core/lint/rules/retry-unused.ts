import { rule } from "../rule";

export const retryUnused = rule({
  id: "retry-unused",
  severity: "hint",
  reads: ["dialingStrategy/maxAttemptsPerRecord", "dialingStrategy/defaultRetryPeriod"],
  summary: "With one attempt the retry period has no effect.",
  why: "The platform asks for a retry period even so; whoever reads the file may expect a second call.",
  examples: { good: [[2, 10]], bad: [[1, 10]] },
  check([attempts], at) {
    if (attempts !== 1) return undefined;
    return at("dialingStrategy", "defaultRetryPeriod").problem(
      "There is one attempt, so nobody is called a second time and the retry period has no effect. Raise maxAttemptsPerRecord if you want retries.",
      { unnecessary: true },
    );
  },
});
