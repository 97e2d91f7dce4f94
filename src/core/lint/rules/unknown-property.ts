import { nearest, sharingWords } from "../../text/nearest";
import { knownKeys } from "../../campaign/generated/known-keys";
import { toPointer } from "../../campaign/pointer";
import { absentKeys, expectsObject, pathOf, type Property } from "../objects";
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
  fix: "Renames the property, when a similar one is missing.",
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
    for (const property of tree.unknownProperties) {
      const { key, parent: holder } = property;
      if (property === tree.wrapping) {
        yield tree
          .place(property)
          .problem(
            `The campaign stands inside ${JSON.stringify(key)}, as in an answer of the platform, so none of it would be found. Take it out of there: its properties stand at the top.`,
            { onKey: true, explainsMissing: absentKeys(holder).map((absent) => toPointer([absent])) },
          );
      }
      if (tree.wrapping !== undefined && holder.kind === "") continue;
      if (holder.kind === open || isResponseOnly(property) || (key === "$schema" && holder.kind === ""))
        continue;
      const place = tree.place(property);
      const { meant, misspelled } = meantBy(property);
      if (meant === undefined) {
        yield place.problem(
          `${JSON.stringify(key)} is not a documented property here, so it may be ignored or refused. ${adviceFor(key)}`,
          { onKey: true },
        );
      } else {
        yield place.problem(
          `${JSON.stringify(key)} is not a documented property, so it would have no effect. Did you mean ${JSON.stringify(meant)}?`,
          {
            title: `Rename to ${JSON.stringify(meant)}`,
            edits: place.rename(meant),
            safe: misspelled && isOnlyOne(property, meant, tree.unknownProperties),
          },
          { onKey: true, explainsMissing: [toPointer([...pathOf(holder), meant])] },
        );
      }
    }
  },
});

const keysOfCampaigns: ReadonlySet<string> = new Set(Object.values(knownKeys).flat());

interface Meant {
  readonly meant: string | undefined;
  /** The same key but for letters, and not only one that shares its words. */
  readonly misspelled: boolean;
}

/** An absent key that is near; one that only shares words with it must be of the same shape. */
function meantBy({ key, node, parent: holder }: Property): Meant {
  const absent = absentKeys(holder);
  const near = nearest(key, absent);
  // A key of another object is not misspelled but in the wrong place.
  if (near !== undefined) return { meant: near, misspelled: !keysOfCampaigns.has(key) };
  const isObject = node.children?.[1]?.type === "object";
  const alike = absent.filter((other) => expectsObject(holder, other) === isObject);
  return { meant: sharingWords(key, alike), misspelled: false };
}

/** More unknown properties than this in one object are not compared: nothing is renamed unasked there. */
const mostCompared = 20;

/** Whether no other property of the same object may be meant by the same key: to rename both would lose one. */
function isOnlyOne(property: Property, meant: string, strangers: readonly Property[]): boolean {
  const siblings: Property[] = [];
  for (const other of strangers) {
    if (other.parent !== property.parent || other === property) continue;
    if (siblings.push(other) > mostCompared) return false;
  }
  return !siblings.some((other) => meantBy(other).meant === meant);
}

/** Where the key belongs, when it stands in the wrong object. */
function adviceFor(key: string): string {
  const home = Object.keys(knownKeys).find((kind) => kind !== "" && knownKeys[kind]?.includes(key));
  return home === undefined
    ? "Remove it, or check its spelling."
    : `It belongs in ${home.replaceAll("/*", "[]").replaceAll("/", ".")}.`;
}
