import { nameKey } from "../../text/name-key";
import { rule } from "../rule";

export const contactListRepeated = rule({
  id: "contact-list-repeated",
  severity: "warning",
  reads: { all: "contactLists/*" },
  summary: "A contact list is named once.",
  why: "A list named twice may dial its people twice, and counts twice towards the ten lists of a campaign.",
  fix: "Removes the later one.",
  examples: { good: [["Spring", "Summer"]], bad: [["Spring", "Summer", "Spring"]] },
  *check(lists, at) {
    const first = new Map<string, { readonly index: number; readonly name: string }>();
    for (const { value, index } of lists) {
      const name = value.trim();
      const key = nameKey(name);
      const earlier = first.get(key);
      if (earlier === undefined || key === "") {
        first.set(key, { index, name });
        continue;
      }
      yield at(index).problem(
        `${JSON.stringify(name)} repeats a list of this campaign, so its people may be called twice. Remove it here.`,
        { title: "Remove the repeated list", edits: at(index).remove(), safe: name === earlier.name },
        {
          unnecessary: true,
          related: [{ place: at(earlier.index), message: "The list is named here first." }],
        },
      );
    }
  },
});
