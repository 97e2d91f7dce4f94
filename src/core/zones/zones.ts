import { zoneTable } from "./generated/zones";

/** A name in the tz database. */
export interface Zone {
  readonly name: string;
  /** ISO 3166 codes of the countries with this time, the main one first; none for UTC and similar names. */
  readonly countries: readonly string[];
  /** The name that replaced this one. */
  readonly supersededBy?: string;
}

let table: ReadonlyMap<string, Zone> | undefined;

/** All names in the tz database, zones and links. The list is bundled, so it does not depend on the host. */
export function allZones(): ReadonlyMap<string, Zone> {
  table ??= new Map(
    rowsOf(zoneTable).map(([name = "", countries = "", current = ""]) => {
      const zone = { name, countries: countries === "" ? [] : countries.split(",") };
      return [name, current === "" ? zone : { ...zone, supersededBy: current }];
    }),
  );
  return table;
}

let countries: ReadonlySet<string> | undefined;

/** The ISO 3166 codes of all countries with a time zone. */
export function allCountries(): ReadonlySet<string> {
  countries ??= new Set([...allZones().values()].flatMap((zone) => zone.countries));
  return countries;
}

export function zoneNamed(name: string): Zone | undefined {
  return allZones().get(name);
}

/** The common names of zones that are not a place. */
const plainNames: Readonly<Record<string, string>> = { "Etc/UTC": "UTC", "Etc/GMT": "GMT" };

/** The current name of a zone. `UTC` and `GMT` keep their names. */
export function currentNameOf(name: string): string {
  if (Object.values(plainNames).includes(name)) return name;
  const current = zoneNamed(name)?.supersededBy;
  return current === undefined ? name : (plainNames[current] ?? current);
}

function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
}
