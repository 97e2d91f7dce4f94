import { toPointer } from "../campaign/pointer";
import { firstUnits } from "../text/cut";
import { oneOf } from "../text/patterns";
import { errorEntries } from "../platform/error-entries";
import { below, isAbove, isPlain, pathsOf, resolve, segmentsOf, type Path, type Paths } from "./field-paths";
import type { Outcome } from "../platform/outcome";

/** A property of a campaign that a rejection names. */
export interface NamedField {
  /** An RFC 6901 pointer into the campaign that was sent. A missing property gets the pointer it should have. */
  readonly pointer: string;
  /** The server's text. Several fields may name the same property. */
  readonly message: string;
}

/**
 * Finds the properties of the sent campaign that a rejection names. The platform documents no format for this, so the
 * formats of common validators are read: paths (`days[0].start`, `days.0.start`, `/days/0/start`), names in quotes,
 * names in a sentence, and a `field`, `path` or similar next to the sentence. Words that are also plain English count
 * only where no other meaning is likely. A name that fits several places equally well is ignored.
 */
export function rejectedFields(outcome: Outcome, sent: unknown): NamedField[] {
  if (outcome.kind !== "rejected") return [];
  const paths = pathsOf(sent);
  const found = new Map<string, NamedField>();
  for (const { message, field } of errorEntries(outcome.response).slice(0, MAX_MESSAGES)) {
    const segments = typeof field === "string" ? segmentsOf(field) : field;
    const named = segments === undefined ? undefined : resolve(segments, paths);
    for (const path of named === undefined
      ? fieldsIn(firstUnits(message, MAX_TEXT_LENGTH), paths)
      : [named]) {
      const pointer = toPointer(path);
      found.set(JSON.stringify([pointer, message]), { pointer, message });
    }
  }
  return [...found.values()];
}

/** Nobody reads more, and a server may send any number. */
const MAX_MESSAGES = 20;
const MAX_TEXT_LENGTH = 2_000;
const MAX_MENTIONS = 40;

interface Mention {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** The properties that a sentence names, the most exact reference first. */
function fieldsIn(message: string, paths: Paths): Path[] {
  const mentions = mentionsIn(message, paths);
  const subjects = mentions.filter((_mention, index) => isSubject(message, mentions, index));
  const others = mentions.filter(({ start }) => !CONDITION.test(message.slice(0, start)));
  const chosen = [subjects, others, mentions].find((some) => some.length > 0) ?? [];
  const exact = chosen.flatMap((one) => {
    const below = others.filter(({ path }) => isAbove(one.path, path));
    return below.length > 0 ? below : [one];
  });
  return exact.map(({ path }) => path).sort((a, b) => b.length - a.length);
}

/** A name in quotes without a space, a path, or a single word. */
const REFERENCE = oneOf("g", [
  /(?<!\w)["'`“‘]([^"'`“”‘’\s]{1,200})["'`”’](?!\w)/,
  /(?<![\w./])#?((?:\/[\w$~-]{1,80})+)/,
  /(?<![\w$./@-])((?:[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*|[./]\d+(?!\w)|\/[A-Za-z_$][\w$]*|\[(?:\d*|\*|["'][\w$]+["'])\])*)/,
]);

function mentionsIn(text: string, paths: Paths): Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, quoted, pointer, word = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isPlain(word) && !isSpokenOf(text, start, end)) continue;
    const segments = segmentsOf(quoted ?? pointer ?? word);
    const path = below(mentions.at(-1)?.path, segments, paths) ?? resolve(segments, paths);
    if (path !== undefined) mentions.push({ path, start, end });
    if (mentions.length === MAX_MENTIONS) break;
  }
  return mentions;
}

/** The context in which a plain English word ("name", "end") is the name of a property. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    (BEGINNING.test(before) && PREDICATE.test(text.slice(end, end + 60))) ||
    OBJECTS.some((object) => object.test(before))
  );
}

/** The start of the sentence, or of a part of it. */
const BEGINNING =
  /(?:^|[:;,.\n(["'“–-])[^\S\n]*(?:the )?(?:campaign(?:['’]s)? |field |property |parameter )?$/i;
const OBJECTS = [
  /\b(?:invalid|missing|unknown|unsupported|incorrect|wrong|empty|required|duplicate|field|property|parameter|attribute|key)(?: (?:value|field|property|parameter|key))?(?: (?:for|of|in))?:? (?:campaign )?$/i,
  /\bvalue(?: ["'`“]?[^\s"'`”]{1,40}["'`”]?)? (?:for|of|in) (?:the )?$/i,
  /\bcampaign with (?:this |the )?(?:same )?$/i,
];
const PREDICATE =
  /^["'`”’\]]?\s*(?:[:=]|(?:is|isn['’]t|are|was|were|must|should|shall|can|cannot|can['’]t|may|has|have|had|does|do|doesn['’]t|needs?|contains?|exceeds?|expects?|accepts?|fails?|failed|already|not|only|required|invalid|missing|length|value)\b)/i;
const CONDITION = /\b(?:when|whenever|if|unless|while) (?:the )?$/i;
const LISTED = /^\s*(?:,|and|or|&|,\s*and|,\s*or)\s*$/i;

/** Matches a statement about the property, not a condition for another one. */
function isSubject(text: string, mentions: readonly Mention[], index: number): boolean {
  for (let at = index; at < mentions.length; at++) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (mention === undefined || CONDITION.test(text.slice(0, mention.start))) return false;
    if (PREDICATE.test(text.slice(mention.end, mention.end + 60))) return true;
    if (next === undefined || !LISTED.test(text.slice(mention.end, next.start))) return false;
  }
  return false;
}
