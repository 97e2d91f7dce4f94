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
    const first = new Map<string, number>();
    for (const { value, index } of lists) {
      const name = value.trim();
      const earlier = first.get(name);
      if (earlier === undefined || name === "") {
        first.set(name, index);
        continue;
      }
      yield at(index).problem(
        `${JSON.stringify(name)} is already in this campaign, so its people may be called twice. Remove it here.`,
        { title: "Remove the repeated list", edits: at(index).remove(), safe: true },
        { unnecessary: true, related: [{ place: at(earlier), message: "The list is named here first." }] },
      );
    }
  },
});
