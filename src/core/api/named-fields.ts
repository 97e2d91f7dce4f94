import { toPointer } from "../campaign/pointer";
import { errorsIn } from "./envelope";
import { below, isAbove, isPlain, pathsOf, resolve, segmentsOf, type Path } from "./field-paths";
import type { Outcome } from "./outcome";

/** A property of a campaign that a rejection speaks of. */
export interface NamedField {
  /** RFC 6901, into the campaign that was sent; of a property that it does not have, where it should be. */
  readonly pointer: string;
  /** The server's own words, of which there may be several on one property. */
  readonly message: string;
}

/**
 * Which properties of the campaign that was sent a rejection names. The platform documents no form for this, so the
 * forms of the usual validators are read: paths (`days[0].start`, `days.0.start`, `/days/0/start`), names in quotes,
 * names in a sentence, and a `field`, `path` or the like beside the sentence. Words that are also plain English count
 * only where they can hardly be anything else. A name that fits several places equally well is not placed.
 */
export function namedFields(outcome: Outcome, sent: unknown): NamedField[] {
  if (outcome.kind !== "rejected") return [];
  const paths = pathsOf(sent);
  const found = new Map<string, NamedField>();
  for (const { message, field } of said(outcome.messages, outcome.response).slice(0, MOST_MESSAGES)) {
    const told = field === undefined ? undefined : resolve(field, paths);
    for (const path of told === undefined ? fieldsIn(message.slice(0, MOST_TEXT), paths) : [told]) {
      const pointer = toPointer(path);
      found.set(JSON.stringify([pointer, message]), { pointer, message });
    }
  }
  return [...found.values()];
}

/** Nobody reads more, and a server may say anything. */
const MOST_MESSAGES = 20;
const MOST_TEXT = 2_000;
const MOST_MENTIONS = 40;

interface Said {
  readonly message: string;
  /** What an entry of `errors` names beside its sentence. */
  readonly field?: readonly string[];
}

function said(messages: readonly string[], response: unknown): Said[] {
  const errors = errorsIn(response);
  return messages.map((message) => {
    const named = errors.find((error) => error.message === message);
    const field = named === undefined ? undefined : fieldBeside(named.entry);
    return field === undefined ? { message } : { message, field };
  });
}

function fieldBeside(entry: Readonly<Record<string, unknown>>): string[] | undefined {
  for (const key of ["field", "param", "path", "property", "pointer", "instancePath"]) {
    const value = entry[key];
    if (typeof value === "string" && value !== "") return segmentsOf(value);
    if (Array.isArray(value) && value.length > 0) return value.map(String);
  }
  return undefined;
}

interface Mention {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

/** The properties that a sentence is about, the most exact first. */
function fieldsIn(message: string, paths: readonly Path[]): Path[] {
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

/** A name in quotes without a blank, a path, or a single word. */
const REFERENCE = new RegExp(
  [
    /(?<!\w)["'`“‘]([^"'`“”‘’\s]{1,200})["'`”’](?!\w)/,
    /(?<![\w./])#?((?:\/[\w$~-]{1,80})+)/,
    /(?<![\w./@-])((?:[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*|[./]\d+(?!\w)|\/[A-Za-z_$][\w$]*|\[(?:\d*|\*|["'][\w$]+["'])\])*)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

function mentionsIn(text: string, paths: readonly Path[]): Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, quoted, pointer, word = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isPlain(word) && !isSpokenOf(text, start, end)) continue;
    const segments = segmentsOf(quoted ?? pointer ?? word);
    const path = below(mentions.at(-1)?.path, segments, paths) ?? resolve(segments, paths);
    if (path !== undefined) mentions.push({ path, start, end });
    if (mentions.length === MOST_MENTIONS) break;
  }
  return mentions;
}

/** What makes a word of plain English ("name", "end") the name of a property. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    (BEGINNING.test(before) && PREDICATE.test(text.slice(end, end + 60))) ||
    OBJECTS.some((object) => object.test(before))
  );
}

/** The sentence, or a part of it, begins here. */
const BEGINNING = /(?:^|[:;,.\n(["'“–-])\s*(?:the )?(?:campaign(?:['’]s)? |field |property |parameter )?$/i;
const OBJECTS = [
  /\b(?:invalid|missing|unknown|unsupported|incorrect|wrong|empty|required|duplicate|field|property|parameter|attribute|key)(?: (?:value|field|property|parameter|key))?(?: (?:for|of|in))?:? (?:campaign )?$/i,
  /\bvalue(?: ["'`“]?[^\s"'`”]{1,40}["'`”]?)? (?:for|of|in) (?:the )?$/i,
  /\bcampaign with (?:this |the )?(?:same )?$/i,
];
const PREDICATE =
  /^["'`”’\]]?\s*(?:[:=]|(?:is|isn['’]t|are|was|were|must|should|shall|can|cannot|can['’]t|may|has|have|had|does|do|doesn['’]t|needs?|contains?|exceeds?|expects?|accepts?|fails?|failed|already|not|only|required|invalid|missing|length|value)\b)/i;
const CONDITION = /\b(?:when|whenever|if|unless|while) (?:the )?$/i;
const LISTED = /^\s*(?:,|and|or|&|,\s*and|,\s*or)\s*$/i;

/** Something is said of it, and not of another one under the condition that it is so and so. */
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
