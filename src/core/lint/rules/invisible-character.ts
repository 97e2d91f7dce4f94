import { invisibleIn, isBlank, withoutInvisible, type Invisible } from "../../text/invisible";
import { rule } from "../rule";

export const invisibleCharacter = rule({
  id: "invisible-character",
  severity: "warning",
  reads: {
    each: ["name", "description", "contactLists/*", "dncLists/name", "queue_name", "experienceFlowName"],
  },
  summary: "A name or description contains no invisible characters.",
  why: "The platform compares names exactly. It does not find a list, queue or do-not-call list whose name contains an extra invisible character, and people cannot type such a name.",
  fix: "Removes the character, or replaces an unusual space with a plain one.",
  examples: {
    good: ["Spring reminder", "Straße 5", "نامه‌ها"],
    bad: ["Spring\u200B", "Bills due\u00A0in March", "Spring \u202Ebills", "Spring\nbills"],
  },
  check(text, at) {
    const found = invisibleIn(text);
    if (found.length === 0 || isBlank(text)) return undefined;
    const place = at();
    const isDescription = place.path[0] === "description";
    // untrimmed-name reports spaces around a name.
    const inside = isDescription ? found : found.filter((one) => !isAround(text, one));
    const [first] = inside;
    if (first === undefined) return undefined;
    const character = Array.from(text.slice(0, first.offset)).length + 1;
    const more = inside.length === 1 ? "" : `, and ${inside.length - 1} more`;
    const what = isDescription ? "The description" : JSON.stringify(withoutInvisible(text).trim());
    const harm = isDescription
      ? "It may be displayed incorrectly"
      : "The platform compares names exactly, so it may not be found";
    const breaksLine = inside.some(({ kind }) => kind === "line break");
    const clean = isDescription ? withoutInvisible(text) : withoutInvisible(text).trim();
    return place.problem(
      `${what} contains ${first.name} at character ${character}${more}. ${harm}. ${adviceFor(inside)}`,
      // A line break may separate two sentences, so removing it is not safe.
      { title: titleFor(inside), replace: clean, safe: !breaksLine },
    );
  },
});

/** The characters that `trim` removes. */
function isAround(text: string, { offset, character }: Invisible): boolean {
  const start = text.length - text.trimStart().length;
  return offset < start || offset + character.length > text.trimEnd().length;
}

function adviceFor(found: readonly Invisible[]): string {
  return found.every(({ kind }) => kind === "hidden") ? "Remove it." : "Use a plain space.";
}

function titleFor(found: readonly Invisible[]): string {
  const hidden = found.filter(({ kind }) => kind === "hidden").length;
  if (hidden === 0) return "Use plain spaces";
  return hidden === found.length
    ? "Remove invisible characters"
    : "Remove invisible characters and use plain spaces";
}
