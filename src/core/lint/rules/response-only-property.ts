import { absentKeys, type Property } from "../objects";
import { rule } from "../rule";

const anywhere = new Set([
  "lname",
  "status",
  "_id",
  "createdAt",
  "updatedAt",
  "isFiltersEnabled",
  "useSystemMappings",
  "isRecurrenceEnabled",
  "experienceFlow",
  "campaignInstanceUpdatedAt",
  "connection",
]);

/** Objects to which responses add an ID. */
const withId = new Set(["", "dncLists"]);

/** Whether the platform writes the key into its responses and never reads it. */
export function isResponseOnly({ key, parent: holder }: Property): boolean {
  if (holder.kind === undefined) return false;
  return anywhere.has(key) || (key === "id" && withId.has(holder.kind));
}

export const responseOnlyProperty = rule({
  id: "response-only-property",
  severity: "warning",
  reads: "#",
  summary: "A campaign file contains no properties that exist only in responses.",
  why: "These properties come from a copied response. The platform sets them itself; in a request they have no documented effect.",
  fix: "Removes the property. Renames connection, the queue in a response, to queue_name when that is missing.",
  examples: {
    good: [{ name: "Spring" }],
    bad: [
      { status: "Ready", lname: "spring reminder", _id: "cd-b2c1690" },
      { dncLists: { id: "cl-68b802a", name: "Never call" } },
      { connection: "Default Queue" },
      { schedule: { isSchedulingEnabled: false, isRecurrenceEnabled: false } },
    ],
  },
  *check(tree) {
    for (const property of tree.unknownProperties) {
      const { key, parent: holder } = property;
      // unknown-property reports a campaign inside a response, with everything around it.
      if (!isResponseOnly(property) || (tree.wrapping !== undefined && holder.kind === "")) continue;
      const place = tree.place(property);
      if (key === "connection" && holder.kind === "" && absentKeys(holder).includes("queue_name")) {
        yield place.problem(
          `"connection" is the queue in responses, so this campaign has no queue. Rename it to "queue_name".`,
          { title: 'Rename to "queue_name"', edits: place.rename("queue_name") },
          { onKey: true, explainsMissing: ["/queue_name"] },
        );
      } else {
        yield place.problem(
          `${JSON.stringify(key)} appears only in the platform's responses and has no effect here. Remove it.`,
          { title: `Remove ${JSON.stringify(key)}`, edits: place.remove(), safe: true },
          { onKey: true, unnecessary: true },
        );
      }
    }
  },
});
