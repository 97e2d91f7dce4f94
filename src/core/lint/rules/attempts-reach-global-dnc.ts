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
  options: {
    attempts: {
      ...{ kind: "number", default: limit, minimum: 2, maximum: 100 },
      summary:
        "The number of failed attempts after which the account adds a number to the global do-not-call list.",
    },
  },
  examples: { good: [29], bad: [30, 100] },
  check(attempts, at, _context, { attempts: most }) {
    if (attempts < most) return undefined;
    const platform = most === limit ? "the platform, by default," : "the account";
    return at().problem(
      `maxAttemptsPerRecord is ${attempts}; after ${most} failed attempts ${platform} adds the number to the global do-not-call list, and no campaign calls it again. Use fewer than ${most}.`,
    );
  },
});
