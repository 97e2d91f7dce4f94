import type { CompletionItem } from "vscode-json-languageservice";
import type { NamedPart } from "../account/list-named";
import { isPlaceholder } from "../lint/rules/placeholder";
import { isList, isObject, isText } from "../text/json-guards";
import { plainLabel } from "../text/plain";
import { REDACTED } from "../text/redaction/redact";
import type { Caret } from "./caret";
import type { ToPosition } from "./items";

export type { NamedPart } from "../account/list-named";

/** The names in one campaign or account. */
export type AccountNames = Readonly<Record<NamedPart, readonly string[]>>;

/** Names, and where they were seen: "billing.campaign.json", "submitted 2 days ago", "Queue in Acme". */
export interface NamesIn {
  readonly origin: string;
  readonly names: AccountNames;
  /** Whether the names are those of the account. Other places with the same name then add nothing. */
  readonly isAccount?: boolean;
}

/** A name to complete, and where it was seen. */
export interface KnownName {
  readonly name: string;
  readonly origin: string;
}

/** The part whose name is the value at the caret. */
export function namedPartAt({ place, path }: Caret): NamedPart | undefined {
  if (place !== "value") return undefined;
  const [first, second] = path;
  if (path.length === 2 && first === "contactLists") return "contactList";
  if (path.length === 2 && first === "dncLists" && second === "name") return "dncList";
  return path.length === 1 && first === "queue_name" ? "queue" : undefined;
}

/** Whether the caret is in the value of a time zone. */
export function isTimeZone({ place, path }: Caret): boolean {
  return place === "value" && path.length === 3 && path[1] === "callingHours" && path[2] === "timezone";
}

/** The part that the caret is on, and its name, absent on the key of the part. */
export interface NamedAt {
  readonly part: NamedPart;
  readonly name?: string;
}

/** The named part whose key or value contains the caret. */
export function namedAt(caret: Caret, text: string): NamedAt | undefined {
  const { place, path, token } = caret;
  if (token?.closed !== true) return undefined;
  const value = parsed(text.slice(token.start, token.end));
  if (!isText(value)) return undefined;
  if (place === "key") return path.length === 0 ? ofKey(value) : undefined;
  const part = namedPartAt(caret);
  return part && { part, name: value };
}

function ofKey(key: string): NamedAt | undefined {
  if (key === "contactLists") return { part: "contactList" };
  if (key === "dncLists") return { part: "dncList" };
  return key === "queue_name" ? { part: "queue" } : undefined;
}

/** Undefined for a text that is not valid JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the names from any JSON value, valid or not. */
export function accountNamesOf(value: unknown): AccountNames {
  const { contactLists, dncLists, queue_name: queue } = isObject(value) ? value : {};
  const dncList = isObject(dncLists) ? dncLists["name"] : undefined;
  return {
    contactList: (isList(contactLists) ? contactLists : []).filter(isText),
    dncList: [dncList].filter(isText),
    queue: [queue].filter(isText),
  };
}

/**
 * Each name once, in the order of the sources, with the first of its origins. The sources begin with the most reliable
 * one. Without names that are already in the list around the caret, those that a list of suggestions would not show as
 * they are, and placeholders of campaigns, which the check reports.
 */
export function knownNames(part: NamedPart, sources: Iterable<NamesIn>, { items }: Caret): KnownName[] {
  const found = new Map<string, { readonly origin: string; readonly isAccount: boolean; more: number }>();
  for (const { origin, names, isAccount = false } of sources)
    for (const name of new Set(names[part])) {
      const known = found.get(name);
      if (known !== undefined) known.more++;
      // A list of the account may have a name that is only an example elsewhere.
      else if (isShownAsIs(name) && !items.has(name) && (isAccount || !isPlaceholder(name)))
        found.set(name, { origin, isAccount, more: 0 });
    }
  return [...found].map(([name, { origin, isAccount, more }]) => ({
    name,
    origin: more === 0 || isAccount ? origin : `${origin} and ${more} more`,
  }));
}

function isShownAsIs(name: string): boolean {
  return name.trim() !== "" && plainLabel(name) === name && !name.includes(REDACTED);
}

/** The library's items with the known names before them, and without those that are a known name. */
export function withKnownNames(
  items: readonly CompletionItem[],
  known: readonly KnownName[],
  { token, needsComma }: Caret,
  offset: number,
  toPosition: ToPosition,
): CompletionItem[] {
  const range = { start: toPosition(token?.start ?? offset), end: toPosition(token?.end ?? offset) };
  const made = known.map(({ name, origin }, index): CompletionItem => {
    const label = JSON.stringify(name);
    return {
      label,
      labelDetails: { description: origin },
      kind: valueKind,
      detail: origin,
      sortText: `!${String(index).padStart(5, "0")}`,
      filterText: token?.quoted === true ? label : name,
      textEdit: { range, newText: label + (needsComma ? "," : "") },
    };
  });
  const labels = new Set(made.map(({ label }) => label));
  return [...made, ...items.filter(({ label }) => !labels.has(label))];
}

/** `CompletionItemKind.Value` of the protocol. */
const valueKind = 12;
