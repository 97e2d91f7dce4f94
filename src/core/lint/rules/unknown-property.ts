import { nearest, sharingWords } from "../../campaign/nearest";
import { knownKeys } from "../../campaign/generated/known-keys";
import { toPointer } from "../../campaign/pointer";
import { absentKeys, holdsObject, pathOf, type Property } from "../tree";
import { rule } from "../rule";
import { isResponseOnly } from "./response-only-property";

/** The vendor's samples send this object, and no page lists what may stand in it. */
const open = "schedule";

export const unknownProperty = rule({
  id: "unknown-property",
  severity: "warning",
  reads: "#",
  summary: "Every property is one that the platform documents.",
  why: "What the platform does not know it ignores or refuses; a mistyped name means that the setting has no effect.",
  fix: "Renames the property, when one that is not there yet is near.",
  examples: {
    good: [{ $schema: "./campaign.schema.json" }, { schedule: { isSchedulingEnabled: false, note: "open" } }],
    bad: [
      { shedule: { isSchedulingEnabled: false } },
      { owner: "Sales" },
      { queueName: "Default Queue" },
      { dncLists: { name: "Never call", nmae: "x" } },
    ],
  },
  *check(tree) {
    for (const property of tree.strangers) {
      const { key, holder } = property;
      if (property === tree.wrapper) {
        yield tree
          .place(property)
          .problem(
            `The campaign stands inside ${JSON.stringify(key)}, as in an answer of the platform, so none of it would be found. Take it out of there: its properties stand at the top.`,
            { onKey: true, explainsMissing: absentKeys(holder).map((absent) => toPointer([absent])) },
          );
      }
      if (tree.wrapper !== undefined && holder.kind === "") continue;
      if (holder.kind === open || isResponseOnly(property) || (key === "$schema" && holder.kind === ""))
        continue;
      const place = tree.place(property);
      const meant = meantBy(property);
      if (meant === undefined) {
        yield place.problem(
          `${JSON.stringify(key)} is no property that the platform documents here, so it may be ignored or refused. ${adviceFor(key)}`,
          { onKey: true },
        );
      } else {
        yield place.problem(
          `${JSON.stringify(key)} is no property that the platform documents, so it would have no effect. Did you mean ${JSON.stringify(meant)}?`,
          { title: `Rename to ${JSON.stringify(meant)}`, edits: place.rename(meant) },
          { onKey: true, explainsMissing: [toPointer([...pathOf(holder), meant])] },
        );
      }
    }
  },
});

/** An absent key that is near; one that only shares words with it must be of the same shape. */
function meantBy({ key, node, holder }: Property): string | undefined {
  const absent = absentKeys(holder);
  const isObject = node.children?.[1]?.type === "object";
  return (
    nearest(key, absent) ??
    sharingWords(
      key,
      absent.filter((other) => holdsObject(holder, other) === isObject),
    )
  );
}

/** Where the key belongs, when it stands in the wrong object. */
function adviceFor(key: string): string {
  const home = Object.keys(knownKeys).find((kind) => kind !== "" && knownKeys[kind]?.includes(key));
  return home === undefined
    ? "Remove it, or check its spelling."
    : `It belongs in ${home.replaceAll("/*", "[]").replaceAll("/", ".")}.`;
}
