import { abbreviations } from "./abbreviations";
import { clocks, zonesWithClock } from "./clocks";
import { countryAliases } from "./countries";
import { current, otherNamesOf, zonesOfPlace } from "./places";
import { plainName } from "./plain-name";
import { suggestZones } from "./suggest";
import { offsetsStartingWith } from "./utc-offset";
import { allZones, currentNameOf } from "./zones";

/** The names of a country in one or more languages; none for an unknown code. */
export type CountryNames = (code: string) => readonly string[];

/** Zones that match the typed text, the likeliest first; all current ones for an empty text. */
export type FindZones = (typed: string) => readonly string[];

/**
 * Finds zones by anything that people type, ignoring case and accents: a name, an older name, a country, state or city,
 * an abbreviation, an everyday or Windows name, an offset (`kol`, `Calcutta`, `usa`, `texas`, `Mumbai`, `PST`, `pacific
 * time`, `+5:30`). A text without a match is looked up as a misspelling.
 */
export function zoneFinder(countryNames: CountryNames): FindZones {
  let index: readonly Entry[] | undefined;
  return (typed) => {
    index ??= current().map((zone) => entryOf(zone, countryNames));
    if (typed.trim() === "") return index.map(({ name }) => name);
    const offsets = offsetsStartingWith(typed, clocks().keys());
    if (offsets.length > 0) return [...new Set([...named(typed, index), ...offsets.flatMap(zonesWithClock)])];
    const text = plainName(typed);
    if (text === "") return [];
    const found = new Set([...named(typed, index), ...abbreviated(typed), ...zonesOfPlace(typed)]);
    for (const name of ranked(index, text)) found.add(name);
    for (const old of oldNames(typed, index)) found.add(old);
    return found.size > 0 ? [...found] : suggestZones(typed);
  };
}

interface Entry {
  readonly name: string;
  /** The name in plain form. */
  readonly plain: string;
  /** Search terms in plain form, the most specific first. */
  readonly terms: readonly (readonly string[])[];
}

function entryOf(name: string, countryNames: CountryNames): Entry {
  const [main, ...others] = (allZones().get(name)?.countries ?? []).map((code) =>
    [...countryNames(code), ...(countryAliases[code] ?? [])].map(plainName),
  );
  const plain = plainName(name);
  const older = (oldNamesOf().get(name) ?? []).flatMap((old) => [plainName(old), placeOf(old)]);
  const short = abbreviationsOf().get(name) ?? [];
  const terms = [[placeOf(name)], main ?? [], otherNamesOf(name), [plain], short, others.flat(), older];
  return { name, plain, terms };
}

function named(typed: string, index: readonly Entry[]): string[] {
  // `Etc/GMT+5` and `Etc/GMT-5` are equal without plus and minus.
  const text = typed.trim().toLowerCase();
  const exact = index.filter(({ name }) => name.toLowerCase() === text);
  const alike = exact.length > 0 ? exact : index.filter(({ plain }) => plain === plainName(typed));
  return alike.map(({ name }) => name);
}

function abbreviated(typed: string): readonly string[] {
  const name = typed.trim().toUpperCase();
  return Object.hasOwn(abbreviations, name) ? (abbreviations[name] ?? []) : [];
}

/**
 * First zones with a term equal to the text, then with a term that starts with it, then with a later word that does.
 */
function ranked(index: readonly Entry[], text: string): string[] {
  const ranks = index.map(({ name, terms }) => ({ name, rank: rankOf(terms, text) }));
  return ranks
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}

function rankOf(terms: Entry["terms"], text: string): number {
  const whole = terms.findIndex((some) => some.includes(text));
  if (whole >= 0) return whole;
  const start = terms.findIndex((some) => some.some((term) => term.startsWith(text)));
  if (start >= 0) return terms.length + start;
  const later = terms.findIndex((some) => some.some((term) => term.includes(` ${text}`)));
  return later >= 0 ? 2 * terms.length + later : Infinity;
}

/** Suggests an older name only if the text starts no current one, as `Asia/Calc` does. */
function oldNames(typed: string, index: readonly Entry[]): string[] {
  const start = typed.trim().toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(start);
  if (index.some(({ name }) => begins(name))) return [];
  return [...allZones().keys()].filter(
    (name) => begins(name) && currentNameOf(name) !== name && !Object.hasOwn(abbreviations, name),
  );
}

let older: ReadonlyMap<string, readonly string[]> | undefined;

function oldNamesOf(): ReadonlyMap<string, readonly string[]> {
  return (older ??= grouped(
    [...allZones().keys()].flatMap((name) => {
      const today = currentNameOf(name);
      return today === name ? [] : [[today, name]];
    }),
  ));
}

let shorts: ReadonlyMap<string, readonly string[]> | undefined;

function abbreviationsOf(): ReadonlyMap<string, readonly string[]> {
  return (shorts ??= grouped(
    Object.entries(abbreviations).flatMap(([short, zones]) => zones.map((zone) => [zone, plainName(short)])),
  ));
}

function grouped(pairs: readonly (readonly string[])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key = "", value = ""] of pairs) {
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return groups;
}

function placeOf(name: string): string {
  return plainName(name.slice(name.lastIndexOf("/") + 1));
}
