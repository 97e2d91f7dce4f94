import { rule } from "../rule";

/** "Up to 10 contact lists per campaign": the vendor's FAQ on campaigns. */
const maxLists = 10;

export const contactListsTooMany = rule({
  id: "contact-lists-too-many",
  severity: "warning",
  reads: "contactLists",
  summary: "A campaign dials at most ten contact lists.",
  why: "The documented maximum is ten lists. The platform may reject more, or skip some of them.",
  source: [
    { title: "Campaigns", url: "https://koreai.mintlify.app/ai-for-service/contact-center/campaigns" },
  ],
  examples: {
    good: [Array.from({ length: 10 }, (_, index) => `List ${index + 1}`)],
    bad: [Array.from({ length: 11 }, (_, index) => `List ${index + 1}`)],
  },
  check(lists, at) {
    if (lists.length <= maxLists) return undefined;
    return at().problem(
      `contactLists contains ${lists.length} lists; the documented maximum is ${maxLists}, so some may not be dialed. Split the campaign.`,
      { onKey: true },
    );
  },
});
