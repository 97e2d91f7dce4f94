import { toDocument, type CampaignDocument } from "../campaign/document";
import { locate } from "../campaign/locate";
import type { Edit, Span } from "../campaign/problem";
import { day as dayLength, formatTime, parseTime } from "../campaign/time-of-day";
import { isObject } from "../text/json-guards";

export type Edge = "start" | "end";

/** The shortest window that moving an edge makes, in minutes. */
const shortest = 15;

/** The last minute of a day: midnight at the end of a day is written so. */
const lastMinute = dayLength - 1;

/**
 * The edit that moves an edge of a window, as far as the other edge allows. Undefined if nothing changes, or if the
 * window is not valid.
 * @param index of the window in the file's list
 * @param minutes since midnight; 1440 is written as the last minute of the day
 */
export function edgeEdit(
  source: string | CampaignDocument,
  index: number,
  edge: Edge,
  minutes: number,
): Edit | undefined {
  const document = toDocument(source);
  const place = locate(document, `${pointerTo(index)}/${edge}`);
  const window = windowAt(document.value, index);
  if (place?.present !== true || window === undefined) return undefined;
  const start = parseTime(window.start);
  const end = parseTime(window.end);
  if (start === undefined || end === undefined) return undefined;
  const written = timeText(bounded(minutes, edge, start, end), window[edge]);
  if (written === window[edge]) return undefined;
  return { ...place.whole, content: JSON.stringify(written) };
}

/** The place of a window in the text; undefined if it does not exist. */
export function windowSpan(source: string | CampaignDocument, index: number): Span | undefined {
  const place = locate(toDocument(source), pointerTo(index));
  return place?.present === true ? place.whole : undefined;
}

function pointerTo(index: number): string {
  return `/dialingStrategy/callingHours/days/${index}`;
}

/** An edge does not pass the other one. An inverted window may stay inverted or be turned around. */
function bounded(minutes: number, edge: Edge, start: number, end: number): number {
  const wanted = Math.min(Math.max(Math.round(minutes), 0), dayLength);
  const staysInverted = end <= start && (edge === "start" ? wanted >= end : wanted <= start);
  if (staysInverted) return wanted;
  return edge === "start"
    ? Math.min(wanted, Math.max(0, Math.floor(end) - shortest))
    : Math.max(wanted, Math.ceil(start) + shortest);
}

/** With a leading zero if the old text has one. */
function timeText(minutes: number, old: string): string {
  const text = formatTime(Math.min(minutes, lastMinute));
  return old.startsWith("0") && text.indexOf(":") === 1 ? `0${text}` : text;
}

function windowAt(value: unknown, index: number): Readonly<Record<Edge, string>> | undefined {
  let found = value;
  for (const key of ["dialingStrategy", "callingHours", "days"])
    found = isObject(found) ? found[key] : undefined;
  const window: unknown = Array.isArray(found) ? found[index] : undefined;
  if (!isObject(window)) return undefined;
  const { start, end } = window;
  return typeof start === "string" && typeof end === "string" ? { start, end } : undefined;
}
