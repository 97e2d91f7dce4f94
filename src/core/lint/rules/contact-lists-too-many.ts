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
  options: {
    lists: {
      ...{ kind: "number", default: maxLists, minimum: 1, maximum: 1000 },
      summary: "The largest number of contact lists that is not reported.",
    },
  },
  examples: {
    good: [Array.from({ length: 10 }, (_, index) => `List ${index + 1}`)],
    bad: [Array.from({ length: 11 }, (_, index) => `List ${index + 1}`)],
  },
  check(lists, at, _context, { lists: most }) {
    if (lists.length <= most) return undefined;
    const limit =
      most === maxLists
        ? `the documented maximum is ${most}, so some may not be dialed`
        : `the maximum in .campaignlint.json is ${most}`;
    return at().problem(`contactLists contains ${lists.length} lists; ${limit}. Split the campaign.`, {
      onKey: true,
    });
  },
});
