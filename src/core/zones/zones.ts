import { nearest } from "../campaign/nearest";
import { abbreviations } from "./abbreviations";
import { cityTable, windowsTable, zoneTable } from "./generated/zones";

/** One name of the tz database. */
export interface Zone {
  readonly name: string;
  /** ISO 3166 codes of the countries that keep this time, the main one first; none for UTC and its like. */
  readonly countries: readonly string[];
  /** The name that took this one's place. */
  readonly supersededBy?: string;
}

let table: ReadonlyMap<string, Zone> | undefined;

/** Every name of the tz database, zones and links. The list is bundled: what the host knows plays no part. */
export function allZones(): ReadonlyMap<string, Zone> {
  table ??= new Map(
    rowsOf(zoneTable).map(([name = "", countries = "", current = ""]) => {
      const zone = { name, countries: countries === "" ? [] : countries.split(",") };
      return [name, current === "" ? zone : { ...zone, supersededBy: current }];
    }),
  );
  return table;
}

export function zoneNamed(name: string): Zone | undefined {
  return allZones().get(name);
}

/**
 * Zones that a person may have meant by a text that is none: `asia/kolkata`, `Asia/Mumbai`, `IST`,
 * `India Standard Time`, `Asia/Kolkatta`. The likeliest first; none when there is nothing near.
 */
export function suggestZones(text: string): readonly string[] {
  const plain = text.trim();
  const known = abbreviations[plain.toUpperCase()];
  if (known !== undefined) return known;
  const key = keyOf(plain);
  const place = keyOf(plain.slice(plain.lastIndexOf("/") + 1));
  const named =
    sameNames().get(key) ?? otherNames().get(key) ?? sameNames().get(place) ?? otherNames().get(place);
  const near = named ?? nearest(plain, allZones().keys());
  return near === undefined ? [] : [currentNameOf(near)];
}

/** Zones that are no place go by the name that everybody knows. */
const plainNames: Readonly<Record<string, string>> = { "Etc/UTC": "UTC", "Etc/GMT": "GMT" };

/** The name that stands for a zone today. `UTC` and `GMT` stand for themselves. */
export function currentNameOf(name: string): string {
  if (Object.values(plainNames).includes(name)) return name;
  const current = zoneNamed(name)?.supersededBy;
  return current === undefined ? name : (plainNames[current] ?? current);
}

let byKey: ReadonlyMap<string, string> | undefined;

/** Zone names by their whole name and by their place, in lower case. Of two with one key the first stays. */
function sameNames(): ReadonlyMap<string, string> {
  if (byKey !== undefined) return byKey;
  const names = new Map<string, string>();
  for (const name of allZones().keys()) names.set(keyOf(name), name);
  for (const name of allZones().keys()) {
    const place = keyOf(name.slice(name.lastIndexOf("/") + 1));
    if (name.includes("/") && !name.startsWith("Etc/") && !names.has(place))
      names.set(place, currentNameOf(name));
  }
  byKey = names;
  return names;
}

let elsewhere: ReadonlyMap<string, string> | undefined;

function otherNames(): ReadonlyMap<string, string> {
  elsewhere ??= new Map(
    [...rowsOf(cityTable), ...rowsOf(windowsTable)].map(([name = "", zone = ""]) => [keyOf(name), zone]),
  );
  return elsewhere;
}

let byZone: ReadonlyMap<string, readonly string[]> | undefined;

/** Large cities that keep the time of a zone and that no zone is named for: `Mumbai` for `Asia/Kolkata`. */
export function citiesOf(zone: string): readonly string[] {
  if (byZone === undefined) {
    const cities = new Map<string, string[]>();
    for (const [city = "", name = ""] of rowsOf(cityTable)) {
      const others = cities.get(name);
      if (others === undefined) cities.set(name, [city]);
      else others.push(city);
    }
    byZone = cities;
  }
  return byZone.get(zone) ?? [];
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "_");
}

function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
}
