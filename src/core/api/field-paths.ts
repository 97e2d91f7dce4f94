import { knownKeys } from "../campaign/generated/known-keys";
import { toPointer, type Segment } from "../campaign/pointer";
import { isRecord } from "./account-page";

/** Where a property is in a campaign, from its root. */
export type Path = readonly Segment[];

/** Properties that are looked at; a campaign has some 60. */
const MOST_PATHS = 2_000;

/** A word that may be plain English, as "end" and "name" are and `dialingMode` is not. */
export function isPlain(word: string): boolean {
  return /^(?:[A-Za-z][a-z]*|[A-Z]+)$/.test(word);
}

/** `days[0].start`, `days.0.start` and `/days/0/start` alike; a list's `[]` says nothing of which item. */
export function segmentsOf(reference: string): string[] {
  return reference
    .replace(/\[["']?([^\]"']*)["']?\]/g, "/$1")
    .split(/[./#]/)
    .map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"))
    .filter((segment) => segment !== "" && segment !== "*");
}

/** What servers call the body as a whole. */
const WRAPPERS = ["$", "body", "request", "payload", "data", "campaign", "instance", "value", "root"];

/** The place that the segments lead to, counted from the campaign or from somewhere in it. */
export function resolve(segments: readonly string[], paths: readonly Path[]): Path | undefined {
  const [first, ...rest] = segments;
  if (first === undefined) return undefined;
  const found = shallowest(segments, paths);
  if (found !== undefined) return found;
  if (rest.length > 0 && WRAPPERS.includes(first.toLowerCase())) return resolve(rest, paths);
  return nearest(segments, paths);
}

/** "dncLists must have name": a name may be one of the object that was spoken of just before. */
export function below(
  path: Path | undefined,
  segments: readonly string[],
  paths: readonly Path[],
): Path | undefined {
  if (path === undefined) return undefined;
  const whole = [...path.map(String), ...segments];
  return paths.find((some) => some.length === whole.length && endsWith(some, whole));
}

/** Of several places that end so, the one nearest to the root, unless two are equally near. */
function shallowest(segments: readonly string[], paths: readonly Path[]): Path | undefined {
  const ends = paths.filter(
    (path) =>
      endsWith(path, segments) ||
      endsWith(
        path.filter((segment) => typeof segment === "string"),
        segments,
      ),
  );
  const least = Math.min(...ends.map(({ length }) => length));
  const [only, ...more] = ends.filter(({ length }) => length === least);
  return more.length === 0 ? only : undefined;
}

/** Of a path that leads further than the campaign does, the part that is there. */
function nearest(segments: readonly string[], paths: readonly Path[]): Path | undefined {
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
    segments.every((segment, index) => String(path[start + index]).toLowerCase() === segment.toLowerCase())
  );
}

/** Every place of the campaign, the shallow ones first: those that are there, and those the schema knows of. */
export function pathsOf(sent: unknown): Path[] {
  const paths = new Map<string, Path>();
  const level: { readonly path: Path; readonly value: unknown }[] = [{ path: [], value: sent }];
  for (let next = level.shift(); next !== undefined && paths.size < MOST_PATHS; next = level.shift()) {
    const { path, value } = next;
    if (path.length > 0) paths.set(toPointer(path), path);
    if (level.length > MOST_PATHS) continue;
    for (const [segment, child] of childrenOf(value)) level.push({ path: [...path, segment], value: child });
  }
  for (const path of knownPaths(sent)) paths.set(toPointer(path), path);
  // The address of a schema is never sent.
  paths.delete("/$schema");
  return [...paths.values()];
}

function childrenOf(value: unknown): [Segment, unknown][] {
  return isRecord(value) ? Object.entries(value).slice(0, MOST_PATHS) : itemsOf(value);
}

function itemsOf(value: unknown): [number, unknown][] {
  const items: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_PATHS) : [];
  return items.map((item, index) => [index, item]);
}

/** The properties of the schema, whether the campaign has them or not; of a list's items those of the items it has. */
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
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
