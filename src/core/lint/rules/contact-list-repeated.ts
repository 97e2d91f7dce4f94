import { nameKey } from "../../text/name-key";
import { rule } from "../rule";

export const contactListRepeated = rule({
  id: "contact-list-repeated",
  severity: "warning",
  reads: { all: "contactLists/*" },
  summary: "A contact list appears once.",
  why: "The platform may call the contacts of a duplicate list twice, and the list counts twice toward the ten lists of a campaign.",
  fix: "Removes the later entry.",
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
        `${JSON.stringify(name)} duplicates an earlier contact list, so its contacts may be called twice. Remove it.`,
        { title: "Remove the duplicate list", edits: at(index).remove(), safe: name === earlier.name },
        {
          unnecessary: true,
          related: [{ place: at(earlier.index), message: "The list appears here first." }],
        },
      );
    }
  },
});
