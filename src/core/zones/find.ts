import { abbreviations } from "./abbreviations";
import { allZones, citiesOf, currentNameOf, suggestZones, type Zone } from "./zones";

/** What a country is called, in one or more languages; none for a code that is not known. */
export type CountryNames = (code: string) => readonly string[];

/** Names of zones that what was typed may become, the likeliest first. All current ones for an empty text. */
export type FindZones = (typed: string) => readonly string[];

/**
 * Finds zones by their name, an older name, their country or one of its cities, in whatever case and without accents:
 * `kol`, `Calcutta`, `india`, `Mumbai`. What nothing begins with is looked up as an abbreviation or a misspelling.
 */
export function zoneFinder(countryNames: CountryNames): FindZones {
  let index: readonly Entry[] | undefined;
  return (typed) => {
    index ??= current().map((zone) => entryOf(zone, countryNames));
    const text = plain(typed);
    if (text === "") return index.map(({ name }) => name);
    const exact = index.filter(({ name }) => plain(name) === text).map(({ name }) => name);
    const found = new Set([...exact, ...(abbreviations[typed.trim().toUpperCase()] ?? [])]);
    const ranked = index.map(({ name, terms }) => ({ name, rank: rankOf(terms, text) }));
    for (let rank = 0; rank < lastRank; rank++)
      for (const one of ranked) if (one.rank === rank) found.add(one.name);
    for (const old of oldNames(typed, index)) found.add(old);
    return found.size > 0 ? [...found] : suggestZones(typed);
  };
}

interface Entry {
  readonly name: string;
  /** Texts in plain form, those that say most about the zone first. */
  readonly terms: readonly (readonly string[])[];
}

/** Six kinds of terms: found whole, at their beginning, at that of a later word. */
const kinds = 6;
const lastRank = 3 * kinds;

function entryOf({ name, countries }: Zone, countryNames: CountryNames): Entry {
  const [main, ...others] = countries.map((code) => countryNames(code).map(plain));
  const older = oldNamesOf().get(name) ?? [];
  const cities = citiesOf(name).map(plain);
  const terms = [[placeOf(name)], main ?? [], cities, [plain(name)], others.flat(), older.flatMap(bothOf)];
  return { name, terms };
}

function rankOf(terms: Entry["terms"], text: string): number {
  const whole = terms.findIndex((some) => some.includes(text));
  if (whole >= 0) return whole;
  const start = terms.findIndex((some) => some.some((term) => term.startsWith(text)));
  if (start >= 0) return kinds + start;
  const later = terms.findIndex((some) => some.some((term) => term.includes(` ${text}`)));
  return later >= 0 ? 2 * kinds + later : lastRank;
}

/** An older name is offered only to who is writing one: `Asia/Calc` begins no current name. */
function oldNames(typed: string, index: readonly Entry[]): string[] {
  const start = typed.trim().toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(start);
  if (index.some(({ name }) => begins(name))) return [];
  return placeNames().flatMap(({ name }) => (begins(name) && currentNameOf(name) !== name ? [name] : []));
}

/** Every zone under the name that stands for it today. */
function current(): Zone[] {
  return placeNames().filter(({ name }) => currentNameOf(name) === name);
}

/** Without the ambiguous `EST5EDT` and its like, and `Factory`: what a clock shows that nobody has set. */
function placeNames(): Zone[] {
  return [...allZones().values()].filter(
    ({ name }) => !Object.hasOwn(abbreviations, name) && name !== "Factory",
  );
}

let older: ReadonlyMap<string, readonly string[]> | undefined;

function oldNamesOf(): ReadonlyMap<string, readonly string[]> {
  if (older !== undefined) return older;
  const names = new Map<string, string[]>();
  for (const name of allZones().keys()) {
    const today = currentNameOf(name);
    if (today !== name) names.set(today, [...(names.get(today) ?? []), name]);
  }
  older = names;
  return names;
}

function bothOf(name: string): string[] {
  return [plain(name), placeOf(name)];
}

function placeOf(name: string): string {
  return plain(name.slice(name.lastIndexOf("/") + 1));
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}’'.]/gu, "")
    .toLowerCase()
    .replace(/[\s_/,-]+/g, " ")
    .trim();
}
