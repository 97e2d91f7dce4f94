import { nearest, sharingWords } from "../../text/nearest";
import { knownKeys } from "../../campaign/generated/known-keys";
import { toPointer } from "../../campaign/pointer";
import { absentKeys, expectsObject, pathOf, type Property } from "../objects";
import { rule } from "../rule";
import { isResponseOnly } from "./response-only-property";

/** The vendor's samples send this object, but its properties are not documented. */
const open = "schedule";

export const unknownProperty = rule({
  id: "unknown-property",
  severity: "warning",
  reads: "#",
  summary: "Every property is documented.",
  why: "The platform ignores or rejects properties it does not know, so a setting with a misspelled name has no effect.",
  fix: "Renames the property if a similar one is missing.",
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
            `The campaign is inside ${JSON.stringify(key)}, as in a response of the platform, so its properties would not be found. Move them to the top level.`,
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
          `${JSON.stringify(key)} is not a documented property here, so the platform may ignore or reject it. ${adviceFor(key)}`,
          { onKey: true },
        );
      } else {
        yield place.problem(
          `${JSON.stringify(key)} is not a documented property. Did you mean ${JSON.stringify(meant)}? As written, it has no effect.`,
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
  /** Whether the keys differ in spelling only; sharing words is not enough. */
  readonly misspelled: boolean;
}

/** A similar key that is missing here. If it only shares words with this one, their values must have the same type. */
function meantBy({ key, node, parent: holder }: Property): Meant {
  const absent = absentKeys(holder);
  const near = nearest(key, absent);
  // A key of another object is in the wrong place, not misspelled.
  if (near !== undefined) return { meant: near, misspelled: !keysOfCampaigns.has(key) };
  const isObject = node.children?.[1]?.type === "object";
  const alike = absent.filter((other) => expectsObject(holder, other) === isObject);
  return { meant: sharingWords(key, alike), misspelled: false };
}

/** Limit on unknown properties that are compared in one object. Beyond it, no rename is safe. */
const maxCompared = 20;

/** Whether only this property of the object suggests the key: renaming two to the same key would lose one. */
function isOnlyOne(property: Property, meant: string, unknown: readonly Property[]): boolean {
  const siblings: Property[] = [];
  for (const other of unknown) {
    if (other.parent !== property.parent || other === property) continue;
    if (siblings.push(other) > maxCompared) return false;
  }
  return !siblings.some((other) => meantBy(other).meant === meant);
}

/** The advice for an unknown key: the object it belongs to, if there is one. */
function adviceFor(key: string): string {
  const home = Object.keys(knownKeys).find((kind) => kind !== "" && knownKeys[kind]?.includes(key));
  return home === undefined
    ? "Check its spelling, or remove it."
    : `It belongs in ${home.replaceAll("/*", "[]").replaceAll("/", ".")}.`;
}
