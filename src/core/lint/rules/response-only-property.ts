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

/** Objects in which answers carry an id of their own. */
const withId = new Set(["", "dncLists"]);

/** Whether the platform writes the key into its answers, and never reads it. */
export function isResponseOnly({ key, parent: holder }: Property): boolean {
  if (holder.kind === undefined) return false;
  return anywhere.has(key) || (key === "id" && withId.has(holder.kind));
}

export const responseOnlyProperty = rule({
  id: "response-only-property",
  severity: "warning",
  reads: "#",
  summary: "A campaign file holds what is asked for, not what the platform answers.",
  why: "These properties come from a copied answer. The platform sets them itself; in a request they have no documented effect.",
  fix: "Removes the property; the queue that an answer calls connection becomes queue_name when that is absent.",
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
      // Around a campaign in an answer everything else is of the answer: unknown-property speaks of it.
      if (!isResponseOnly(property) || (tree.wrapping !== undefined && holder.kind === "")) continue;
      const place = tree.place(property);
      if (key === "connection" && holder.kind === "" && absentKeys(holder).includes("queue_name")) {
        yield place.problem(
          `"connection" is what answers call the queue, so no queue is set. A request calls it "queue_name": rename it.`,
          { title: 'Rename to "queue_name"', edits: place.rename("queue_name") },
          { onKey: true, explainsMissing: ["/queue_name"] },
        );
      } else {
        yield place.problem(
          `${JSON.stringify(key)} stands only in the platform's answers, so it has no effect here. Remove it.`,
          { title: `Remove ${JSON.stringify(key)}`, edits: place.remove(), safe: true },
          { onKey: true, unnecessary: true },
        );
      }
    }
  },
});
