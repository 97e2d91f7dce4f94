import { rule } from "../rule";

/** The limit in characters that the vendor documents for creating contact lists. */
const maxLength = 48;

export const listNameTooLong = rule({
  id: "list-name-too-long",
  severity: "warning",
  reads: { each: ["contactLists/*", "dncLists/name"] },
  summary: "The name of a list has at most 48 characters.",
  why: "The platform does not create lists with longer names, so it cannot find this one.",
  source: [
    {
      title: "Create contact list",
      url: "https://koreai.mintlify.app/ai-for-service/apis/contact-center/create-contact-list-v2",
    },
  ],
  examples: { good: ["a".repeat(48)], bad: ["a".repeat(49)] },
  check(name, at) {
    // A text never has more characters than UTF-16 units, so a short one needs no counting.
    if (name.length <= maxLength) return undefined;
    // untrimmed-name reports spaces around a name.
    const { length } = Array.from(name.trim());
    if (length <= maxLength) return undefined;
    return at().problem(
      `This list name is ${length} characters long; the maximum is ${maxLength}, so no such list exists. Check the name.`,
    );
  },
});
