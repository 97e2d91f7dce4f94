import { rule } from "../rule";

/** "Up to 10 contact lists per campaign", the vendor's questions and answers on campaigns. */
const most = 10;

export const contactListsTooMany = rule({
  id: "contact-lists-too-many",
  severity: "warning",
  reads: "contactLists",
  summary: "A campaign dials at most ten contact lists.",
  why: "The vendor documents ten lists as the most; the platform may refuse more, or leave some undialled.",
  source: [
    { title: "Campaigns", url: "https://koreai.mintlify.app/ai-for-service/contact-center/campaigns" },
  ],
  examples: {
    good: [Array.from({ length: 10 }, (_, index) => `List ${index + 1}`)],
    bad: [Array.from({ length: 11 }, (_, index) => `List ${index + 1}`)],
  },
  check(lists, at) {
    if (lists.length <= most) return undefined;
    return at().problem(
      `${lists.length} contact lists are named; ${most} is the most that the vendor documents, so some may not be dialled. Split the campaign.`,
      { onKey: true },
    );
  },
});
