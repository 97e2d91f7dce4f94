import { fromPointer } from "../campaign/pointer";
import type { Echo, EchoChange } from "../answer/response-diff";
import { visibleLine } from "../text/visible";

export interface EchoText {
  /** A sentence for each value that the platform keeps differently: an hour in it may be one in which people are rung. */
  readonly changed: readonly string[];
  /** Of what is nothing to worry about, one line each. */
  readonly notEchoed?: string;
  readonly added?: string;
}

/** What an answer says differently, in words. */
export function echoText({ changed, notEchoed, added, leftOut }: Echo): EchoText {
  const more = (leftOut?.changed ?? 0) + Math.max(0, changed.length - MAX_CHANGES);
  const names = notEchoed.map(nameOf);
  const defaults = added.map(({ pointer, value }) => `${nameOf(pointer)}: ${plainly(value)}`);
  return {
    changed: [
      ...changed.slice(0, MAX_CHANGES).map(changeText),
      ...(more > 0 ? [`${more} more ${more === 1 ? "value differs" : "values differ"}.`] : []),
    ],
    ...(names.length > 0 ? { notEchoed: `${listed(names, leftOut?.notEchoed)}. This is normal.` } : {}),
    ...(defaults.length > 0 ? { added: `${listed(defaults, leftOut?.added)}.` } : {}),
  };
}

const MAX_CHANGES = 10;
const MAX_NAMES = 10;

function changeText({ pointer, sent, got }: EchoChange): string {
  if (sent === undefined)
    return `${nameOf(pointer.slice(0, -2))} has an additional item in the response: ${inWords(got)}.`;
  const was = `${nameOf(pointer)} was sent as ${inWords(sent)}`;
  return got === undefined
    ? `${was}; the response does not contain it.`
    : `${was}; the platform returned ${inWords(got)}.`;
}

/** `/dialingStrategy/callingHours/days/0/end` as people write it. */
export function nameOf(pointer: string): string {
  return visibleLine(fromPointer(pointer).join("."), 100);
}

/** In quotes, cut if it is long. */
export function inWords(value: unknown): string {
  return `“${visibleLine(typeof value === "string" ? value : JSON.stringify(value), 150)}”`;
}

/** Without quotes where nothing can be taken for something else. */
function plainly(value: unknown): string {
  return typeof value === "string" ? inWords(value) : visibleLine(JSON.stringify(value), 150);
}

function listed(items: readonly string[], leftOut = 0): string {
  const more = leftOut + Math.max(0, items.length - MAX_NAMES);
  return [...items.slice(0, MAX_NAMES), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
