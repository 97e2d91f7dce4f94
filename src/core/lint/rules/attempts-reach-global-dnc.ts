import { rule } from "../rule";

/** Failed attempts after which the platform, as delivered, puts a number on the global do-not-call list. */
const limit = 30;

export const attemptsReachGlobalDnc = rule({
  id: "attempts-reach-global-dnc",
  severity: "warning",
  reads: "dialingStrategy/maxAttemptsPerRecord",
  summary: "There are fewer than 30 attempts.",
  why: "After 30 failed attempts the platform, as delivered, puts the number on the global do-not-call list: no campaign calls it again.",
  source: [
    { title: "Campaigns", url: "https://koreai.mintlify.app/ai-for-service/contact-center/campaigns" },
  ],
  examples: { good: [29], bad: [30, 100] },
  check(attempts, at) {
    if (attempts < limit) return undefined;
    return at().problem(
      `${attempts} attempts: after ${limit} failed ones the platform by default puts the number on the global do-not-call list, and no campaign calls it again. Stay below ${limit}.`,
    );
  },
});
