import { isObject } from "../text/json-guards";
import type { Segment } from "../campaign/pointer";
import { parseTime } from "../campaign/time-of-day";

export type Path = readonly Segment[];

/** A place where the two differ, as a path into `sent`; "-" is the place after the last item of a list. */
export type Found =
  | { readonly kind: "changed"; readonly path: Path; readonly sent: unknown; readonly got: unknown }
  | { readonly kind: "not-echoed"; readonly path: Path }
  | { readonly kind: "added"; readonly path: Path; readonly value: unknown };

type Items = readonly unknown[];
type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares by meaning: the order of keys and of the items of a list does not matter, a number equals its digits as text,
 * and `9:00 AM` equals `09:00 AM` in a calling window. Values that the platform sets itself (ID, state, times) are
 * ignored.
 */
export function valueDiff(sent: Fields, got: Fields): Iterable<Found> {
  return records(sent, got, []);
}

/** A campaign is five levels deep. */
const DEEPEST = 20;
/** Limit on pairs of items that are compared. */
const MAX_PAIRS = 10_000;

/** Values that the platform sets itself, in the campaign and in the objects it refers to. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["lname", "status", "id", "_id", "createdAt", "updatedAt"]);

function* values(sent: unknown, got: unknown, path: Path): Iterable<Found> {
  if (path.length > DEEPEST) return;
  if (Array.isArray(sent) && Array.isArray(got)) yield* lists(sent, got, path);
  else if (isObject(sent) && isObject(got)) yield* records(sent, got, path);
  else if (contentOf(sent, path.at(-1)) !== contentOf(got, path.at(-1)))
    yield { kind: "changed", path, sent, got };
}

function* records(sent: Fields, got: Fields, path: Path): Iterable<Found> {
  for (const [key, value] of Object.entries(sent)) {
    if (BOOKKEEPING.has(key)) continue;
    if (Object.hasOwn(got, key)) yield* values(value, got[key], [...path, key]);
    else yield { kind: "not-echoed", path: [...path, key] };
  }
  for (const [key, value] of Object.entries(got))
    if (!BOOKKEEPING.has(key) && !Object.hasOwn(sent, key))
      yield { kind: "added", path: [...path, key], value };
}

function* lists(sent: Items, got: Items, path: Path): Iterable<Found> {
  const { pairs, unsent } = paired(sent, got);
  for (const [index, place] of pairs) {
    const at = [...path, index];
    if (place === undefined) yield { kind: "changed", path: at, sent: sent[index], got: undefined };
    else yield* values(sent[index], got[place], at);
  }
  for (const place of unsent)
    yield { kind: "changed", path: [...path, "-"], sent: undefined, got: got[place] };
}

interface Paired {
  /** Different items by their index in the sent list; undefined without a counterpart. */
  readonly pairs: readonly (readonly [index: number, place: number | undefined])[];
  readonly unsent: readonly number[];
}

/** Finds the counterpart of each sent item in the response: the equal one, or else the most similar one. */
function paired(sent: Items, got: Items): Paired {
  const places = new Map<string, number[]>();
  for (const [place, item] of got.entries()) {
    const content = contentOf(item);
    const same = places.get(content);
    if (same === undefined) places.set(content, [place]);
    else same.push(place);
  }
  const changed = [...sent.keys()].filter((index) => places.get(contentOf(sent[index]))?.pop() === undefined);
  const free = [...places.values()].flat().sort((a, b) => a - b);
  const likest = byLikeness(sent, got, changed, free);
  const placeOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const [index, place] of likest) {
    if (placeOf.has(index) || taken.has(place)) continue;
    placeOf.set(index, place);
    taken.add(place);
  }
  return {
    pairs: changed.map((index) => [index, placeOf.get(index)] as const),
    unsent: free.filter((place) => !taken.has(place)),
  };
}

type Pair = readonly [index: number, place: number];

function byLikeness(
  sent: Items,
  got: Items,
  changed: readonly number[],
  free: readonly number[],
): readonly Pair[] {
  if (changed.length * free.length > MAX_PAIRS)
    return changed.flatMap((index, at): Pair[] => (free[at] === undefined ? [] : [[index, free[at]]]));
  return changed
    .flatMap((index) =>
      free.map((place) => ({ pair: [index, place] as const, like: likeness(sent[index], got[place]) })),
    )
    .sort((a, b) => b.like - a.like || distance(a.pair) - distance(b.pair))
    .map(({ pair }) => pair);
}

function likeness(sent: unknown, got: unknown): number {
  if (!isObject(sent) || !isObject(got)) return 0;
  return Object.keys(sent).filter((key) => typeof sent[key] !== "object" && isSame(sent[key], got[key], key))
    .length;
}

function isSame(sent: unknown, got: unknown, key: string): boolean {
  return typeof got !== "object" && got !== undefined && contentOf(sent, key) === contentOf(got, key);
}

function distance([index, place]: Pair): number {
  return Math.abs(index - place);
}

/** Returns equal texts for equal values. `key` is the key of the value itself. */
function contentOf(value: unknown, key?: Segment): string {
  return JSON.stringify(value, (name, part: unknown) => {
    if (typeof part === "number" || typeof part === "boolean") return String(part);
    if (typeof part === "string") return timeOf(name === "" ? key : name, part);
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The time of a calling window in one spelling; any other text as it is. */
function timeOf(key: Segment | undefined, text: string): string {
  const minutes = key === "start" || key === "end" ? parseTime(text) : undefined;
  return minutes === undefined ? text : `${minutes} minutes`;
}
