import { abbreviations } from "./abbreviations";
import { cities } from "./cities";
import { countryAliases, mainZones } from "./countries";
import { everydayNames } from "./everyday-names";
import { cityTable, windowsTable } from "./generated/places";
import { plainName } from "./plain-name";
import { regions } from "./regions";
import { allZones, currentNameOf } from "./zones";

/** The zones of each place name, by its plain form. */
type Index = ReadonlyMap<string, readonly string[]>;

/**
 * The zones of a place, the likeliest first: a city, a country, a state, an everyday name or a Windows name. A city
 * with its own zone has only that one, unless `fits` excludes it. None for an unknown place.
 */
export function zonesOfPlace(name: string, fits: (zone: string) => boolean = () => true): readonly string[] {
  const key = plainName(name);
  const own = (ownNames().get(key) ?? []).filter(fits);
  return own.length > 0 ? own : (otherNames().get(key) ?? []).filter(fits);
}

/** Every name of a place, in plain form. */
export function placeNames(): readonly string[] {
  return [...new Set([...ownNames().keys(), ...otherNames().keys()])];
}

/** Other names for places in a zone: cities, states and everyday names. */
export function otherNamesOf(zone: string): readonly string[] {
  byZone ??= inverted(otherNames());
  return byZone.get(zone) ?? [];
}

/** Whether a place is a state, a province or another part of a country. */
export function isRegion(name: string): boolean {
  regionNames ??= new Set(byNameLines(regions).map(([region]) => plainName(region)));
  return regionNames.has(plainName(name));
}

let regionNames: ReadonlySet<string> | undefined;

/** ISO 3166 codes of the countries with this name. */
export function countriesNamed(name: string): readonly string[] {
  return countryNames().get(plainName(name)) ?? [];
}

/** The zones of a country, the likeliest first; of zones with the same clock, only the best known one. */
export function zonesOfCountry(code: string): readonly string[] {
  return mainZones[code] ?? current().filter((name) => allZones().get(name)?.countries[0] === code);
}

/** All zones by their current names, without `Factory` and names such as `EST5EDT`. */
export function current(): readonly string[] {
  return (currentNames ??= [...allZones().keys()].filter(
    (name) => currentNameOf(name) === name && !Object.hasOwn(abbreviations, name) && name !== "Factory",
  ));
}

let currentNames: readonly string[] | undefined;
let own: Index | undefined;
let others: Index | undefined;
let countries: Index | undefined;
let byZone: Index | undefined;

/** Prefixes that are not followed by a place: `Etc/GMT+5`, `US/Eastern`, `Brazil/West`. */
const notPlaces: ReadonlySet<string> = new Set(["Etc", "US", "Canada", "Mexico", "Brazil", "Chile"]);

/**
 * The places in a zone's name, such as `Kolkata` and its older name `Calcutta`. Skips `San_Juan` in Argentina, because
 * most people mean another one.
 */
function ownNames(): Index {
  return (own ??= indexed(
    [...allZones().keys()].flatMap((name): Pair[] => {
      const [area = "", city = "", deeper] = name.split("/");
      if (city === "" || notPlaces.has(area) || deeper !== undefined) return [];
      return Object.hasOwn(abbreviations, city) ? [] : [[city, [currentNameOf(name)]]];
    }),
  ));
}

function otherNames(): Index {
  return (others ??= indexed([
    ...[...allZones().keys()].flatMap((name): Pair[] => {
      const parts = name.split("/");
      return parts.length < 3 ? [] : [[parts[2] ?? "", [currentNameOf(name)]]];
    }),
    ...byZoneLines(cities),
    ...rowsOf(cityTable),
    ...byNameLines(regions),
    ...byNameLines(everydayNames),
    ...rowsOf(windowsTable),
    ...[...countryNames()].map(([name, codes]): Pair => [name, codes.flatMap(zonesOfCountry)]),
  ]));
}

function countryNames(): Index {
  if (countries !== undefined) return countries;
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const codes = new Set([...allZones().values()].flatMap((zone) => zone.countries));
  return (countries = indexed(
    [...codes].flatMap((code) =>
      [english.of(code) ?? [], ...(countryAliases[code] ?? [])].flat().map((name): Pair => [name, [code]]),
    ),
  ));
}

type Pair = readonly [name: string, values: readonly string[]];

function indexed(pairs: Iterable<Pair>): Index {
  const index = new Map<string, Set<string>>();
  for (const [name, values] of pairs) {
    const key = plainName(name);
    const known = index.get(key) ?? new Set();
    for (const value of values) known.add(value);
    index.set(key, known);
  }
  return new Map([...index].map(([key, values]) => [key, [...values]]));
}

function inverted(index: Index): Index {
  const names = new Map<string, string[]>();
  for (const [name, zones] of index)
    for (const zone of zones) {
      const known = names.get(zone);
      if (known === undefined) names.set(zone, [name]);
      else known.push(name);
    }
  return names;
}

function byZoneLines(text: string): Pair[] {
  return linesOf(text).flatMap(([zone, names]) => names.map((name): Pair => [name, [zone]]));
}

function byNameLines(text: string): Pair[] {
  return linesOf(text);
}

/** `left: right, right` */
function linesOf(text: string): Pair[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const colon = line.indexOf(":");
      const right = line.slice(colon + 1).split(",");
      return [line.slice(0, colon), right.map((one) => one.trim())];
    });
}

/** `name|zone` */
function rowsOf(text: string): Pair[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", zone = ""] = line.split("|");
      return [name, [zone]];
    });
}
