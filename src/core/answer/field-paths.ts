import { knownKeys } from "../campaign/generated/known-keys";
import { toPointer, type Segment } from "../campaign/pointer";
import { isObject } from "../text/json-guards";

/** The path of a property from the root of a campaign. */
export type Path = readonly Segment[];

/** The paths of a campaign by their last name, in lower case. */
export type Paths = ReadonlyMap<string, readonly Path[]>;

/** Limit on properties. A campaign has about 60. */
const MAX_PATHS = 2_000;

/** Words that may be plain English, such as "end" and "name", but not `dialingMode`. */
export function isPlain(word: string): boolean {
  return /^(?:[A-Za-z][a-z]*|[A-Z]+)$/.test(word);
}

/**
 * Reads `days[0].start`, `days.0.start` and `/days/0/start` alike; the `[]` of a list does not select an item. Reads
 * the reference once, and returns undefined if it has more segments than any campaign.
 */
export function segmentsOf(reference: string): string[] {
  const segments: string[] = [];
  let segment = "";
  const end = (): void => {
    const name = segment.replace(/~1/g, "/").replace(/~0/g, "~");
    if (name !== "" && name !== "*") segments.push(name);
    segment = "";
  };
  for (const character of reference) {
    if (segments.length > MAX_SEGMENTS) return [];
    if ("./#[]".includes(character)) end();
    else if (!"\"'".includes(character)) segment += character;
  }
  end();
  return segments;
}

/** The longest path of a campaign has five. */
const MAX_SEGMENTS = 32;

/** Names that servers use for the whole body. */
const WRAPPERS = [
  ...["$", "body", "request", "payload", "data", "attributes", "campaign", "instance", "value", "root"],
];

/** The path that the segments refer to, relative to the campaign or to an object in it. */
export function resolve(segments: readonly string[], paths: Paths): Path | undefined {
  if (segments.length > MAX_SEGMENTS) return undefined;
  let rest = segments;
  for (;;) {
    const [first, ...others] = rest;
    if (first === undefined) return undefined;
    const found = shallowest(rest, paths);
    if (found !== undefined) return found;
    if (others.length === 0 || !WRAPPERS.includes(first.toLowerCase())) return nearest(rest, paths);
    rest = others;
  }
}

/** "dncLists must have name": a name may belong to the object that was mentioned just before. */
export function below(path: Path | undefined, segments: readonly string[], paths: Paths): Path | undefined {
  if (path === undefined) return undefined;
  const whole = [...path.map(nameOf), ...segments];
  return endingWith(whole, paths).find((some) => some.length === whole.length && endsWith(some, whole));
}

/** The path nearest to the root, unless two are equally near. */
function shallowest(segments: readonly string[], paths: Paths): Path | undefined {
  const ends = endingWith(segments, paths).filter(
    (path) => endsWith(path, segments) || endsWith(path.filter(isName), segments),
  );
  const least = ends.reduce((shortest, { length }) => Math.min(shortest, length), Infinity);
  const [only, ...more] = ends.filter(({ length }) => length === least);
  return more.length === 0 ? only : undefined;
}

function endingWith(segments: readonly string[], paths: Paths): readonly Path[] {
  return paths.get(segments.at(-1)?.toLowerCase() ?? "") ?? [];
}

function isName(segment: Segment): segment is string {
  return typeof segment === "string";
}

/** A template, because a segment is a text or a number. */
function nameOf(segment: Segment): string {
  return `${segment}`;
}

/** The existing part of a path that leads further than the campaign. */
function nearest(segments: readonly string[], paths: Paths): Path | undefined {
  for (let length = segments.length - 1; length > 0; length--) {
    const start = segments.slice(0, length);
    const isTelling = length > 1 || !isPlain(start[0] ?? "");
    const path = isTelling ? shallowest(start, paths) : undefined;
    if (path !== undefined) return path;
  }
  return undefined;
}

export function isAbove(path: Path, other: Path): boolean {
  return path.length < other.length && path.every((segment, index) => segment === other[index]);
}

function endsWith(path: Path, segments: readonly string[]): boolean {
  const start = path.length - segments.length;
  return (
    start >= 0 &&
    segments.every(
      (segment, index) => nameOf(path[start + index] ?? "").toLowerCase() === segment.toLowerCase(),
    )
  );
}

/** Every path of the campaign, shallow ones first: those that exist, and those that the schema defines. */
export function pathsOf(sent: unknown): Paths {
  const paths = new Map<string, Path>();
  const level: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value: sent }];
  for (const { path, value } of level) {
    if (paths.size >= MAX_PATHS) break;
    if (path.length > 0) paths.set(toPointer(path), path);
    if (level.length > MAX_PATHS) continue;
    for (const [segment, child] of childrenOf(value)) level.push({ path: [...path, segment], value: child });
  }
  for (const path of knownPaths(sent)) paths.set(toPointer(path), path);
  // The address of a schema is never sent.
  paths.delete("/$schema");
  const byEnd = new Map<string, Path[]>();
  for (const path of paths.values()) {
    const end = nameOf(path.at(-1) ?? "").toLowerCase();
    const same = byEnd.get(end);
    if (same === undefined) byEnd.set(end, [path]);
    else same.push(path);
  }
  return byEnd;
}

function childrenOf(value: unknown): [Segment, unknown][] {
  return isObject(value) ? Object.entries(value).slice(0, MAX_PATHS) : itemsOf(value);
}

function itemsOf(value: unknown): [number, unknown][] {
  const items: readonly unknown[] = Array.isArray(value) ? value.slice(0, MAX_PATHS) : [];
  return items.map((item, index) => [index, item]);
}

/** The properties of the schema, whether the campaign has them or not; for a list, those of its existing items. */
function knownPaths(sent: unknown): Path[] {
  return Object.entries(knownKeys).flatMap(([parent, keys]) => {
    let parents: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value: sent }];
    for (const segment of parent === "" ? [] : parent.split("/"))
      parents = parents.flatMap(({ path, value }) => {
        const below = segment === "*" ? itemsOf(value) : [[segment, childOf(value, segment)] as const];
        return below.map(([name, child]) => ({ path: [...path, name], value: child }));
      });
    return parents.flatMap(({ path }) => keys.map((key) => [...path, key]));
  });
}

function childOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
