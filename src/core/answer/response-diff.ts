import { isObject } from "../text/json-guards";
import { toPointer, type Segment } from "../campaign/pointer";
import { withoutSchema } from "../campaign/request-body";
import { visibleLine } from "../text/visible";

/**
 * The differences between the campaign in a response and the one that was sent. Pointers are RFC 6901, into the sent
 * one.
 */
export interface Echo {
  /** Properties that the platform returned with a different value. */
  readonly changed: readonly EchoChange[];
  /** Properties that the response omits, which is normal. Of an omitted object, only the object. */
  readonly notEchoed: readonly string[];
  /** Settings that the platform added. */
  readonly added: readonly EchoAddition[];
  /** How many of each are not listed; absent if all are. */
  readonly leftOut?: Readonly<Record<"changed" | "notEchoed" | "added", number>>;
}

export interface EchoChange {
  /** Ends in `/-`, after the last item, for an item that was not in the sent list. */
  readonly pointer: string;
  /** Undefined for an item that was not in the sent list. */
  readonly sent: unknown;
  /** Undefined for an item that is not in the platform's list. */
  readonly got: unknown;
}

export interface EchoAddition {
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * Compares the `data` of a response with the sent campaign; undefined if the response contains no campaign. Lists are
 * compared by content: the order of items and keys does not matter, and a number equals its digits in quotes. Values
 * that the platform sets itself (ID, state, times) are ignored. The result is small and free of invisible characters,
 * whatever the response contains. The caller removes secrets before.
 */
export function responseDiff(sent: unknown, response: unknown): Echo | undefined {
  const data = isObject(response) ? response["data"] : undefined;
  const campaign = withoutSchema(sent);
  if (!isObject(data) || !isObject(campaign)) return undefined;
  const found = [...records(campaign, data, [])];
  const changed = found.filter((one) => one.kind === "changed");
  const notEchoed = found.filter((one) => one.kind === "not-echoed");
  const added = found.filter((one) => one.kind === "added");
  const leftOut = { changed: beyond(changed), notEchoed: beyond(notEchoed), added: beyond(added) };
  return {
    changed: changed.slice(0, MAX_CHANGES).map((one) => {
      return { pointer: pointerTo(one.path), sent: shown(one.sent), got: shown(one.got) };
    }),
    notEchoed: notEchoed.slice(0, MAX_CHANGES).map(({ path }) => pointerTo(path)),
    added: added
      .slice(0, MAX_CHANGES)
      .map(({ path, value }) => ({ pointer: pointerTo(path), value: shown(value) })),
    ...(Object.values(leftOut).some((count) => count > 0) ? { leftOut } : {}),
  };
}

/** Limit for each kind. A campaign has about thirty values. */
const MAX_CHANGES = 20;
const LONGEST = 300;
/** A campaign is five levels deep. */
const DEEPEST = 20;
/** Limit on pairs of items that are compared. */
const MAX_PAIRS = 10_000;

/** Values that the platform sets itself, in the campaign and in the objects it refers to. */
const BOOKKEEPING: ReadonlySet<string> = new Set(["lname", "status", "id", "_id", "createdAt", "updatedAt"]);

type Path = readonly Segment[];
type Found =
  | { readonly kind: "changed"; readonly path: Path; readonly sent: unknown; readonly got: unknown }
  | { readonly kind: "not-echoed"; readonly path: Path }
  | { readonly kind: "added"; readonly path: Path; readonly value: unknown };
type Items = readonly unknown[];
type Fields = Readonly<Record<string, unknown>>;

function* values(sent: unknown, got: unknown, path: Path): Iterable<Found> {
  if (path.length > DEEPEST) return;
  if (Array.isArray(sent) && Array.isArray(got)) yield* lists(sent, got, path);
  else if (isObject(sent) && isObject(got)) yield* records(sent, got, path);
  else if (contentOf(sent) !== contentOf(got)) yield { kind: "changed", path, sent, got };
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
  return Object.keys(sent).filter((key) => typeof sent[key] !== "object" && isSame(sent[key], got[key]))
    .length;
}

function isSame(sent: unknown, got: unknown): boolean {
  return typeof got !== "object" && got !== undefined && contentOf(sent) === contentOf(got);
}

function distance([index, place]: Pair): number {
  return Math.abs(index - place);
}

/** Returns equal texts for equal values. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "number" || typeof part === "boolean") return String(part);
    if (!isObject(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function beyond({ length }: Items): number {
  return Math.max(0, length - MAX_CHANGES);
}

function pointerTo(path: Path): string {
  return visibleLine(toPointer(path), LONGEST);
}

/** The value itself if it is short and fully visible; else the beginning of its text. */
function shown(value: unknown): unknown {
  if (typeof value === "string") return visibleLine(value, LONGEST);
  if (typeof value !== "object" || value === null) return value;
  const text = JSON.stringify(value);
  const visible = visibleLine(text, LONGEST);
  return visible === text ? value : visible;
}
