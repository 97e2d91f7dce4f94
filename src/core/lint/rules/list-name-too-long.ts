import { rule } from "../rule";

/** Characters, by the call that creates contact lists. */
const most = 48;

export const listNameTooLong = rule({
  id: "list-name-too-long",
  severity: "warning",
  reads: { each: ["contactLists/*", "dncLists/name"] },
  summary: "The name of a list has at most 48 characters.",
  why: "No list with a longer name can be created, so this one cannot be found.",
  source: [
    {
      title: "Create contact list",
      url: "https://koreai.mintlify.app/ai-for-service/apis/contact-center/create-contact-list-v2",
    },
  ],
  examples: { good: ["a".repeat(48)], bad: ["a".repeat(49)] },
  check(name, at) {
    // Only a text with more units can have more characters.
    if (name.length <= most) return undefined;
    // White space around a name is another rule's.
    const { length } = Array.from(name.trim());
    if (length <= most) return undefined;
    return at().problem(
      `This list name is ${length} characters long. A list name has at most ${most}, so no such list exists. Check the name.`,
    );
  },
});
