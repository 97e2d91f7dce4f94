import { rule } from "../rule";

/** Failed attempts after which the platform, by default, adds a number to the global do-not-call list. */
const limit = 30;

export const attemptsReachGlobalDnc = rule({
  id: "attempts-reach-global-dnc",
  severity: "warning",
  reads: "dialingStrategy/maxAttemptsPerRecord",
  summary: "The campaign makes fewer than 30 attempts.",
  why: "After 30 failed attempts the platform, by default, adds the number to the global do-not-call list. No campaign calls it again.",
  source: [
    { title: "Campaigns", url: "https://koreai.mintlify.app/ai-for-service/contact-center/campaigns" },
  ],
  examples: { good: [29], bad: [30, 100] },
  check(attempts, at) {
    if (attempts < limit) return undefined;
    return at().problem(
      `maxAttemptsPerRecord is ${attempts}; after ${limit} failed attempts the platform, by default, adds the number to the global do-not-call list, and no campaign calls it again. Use fewer than ${limit}.`,
    );
  },
});
