import { zoneTable } from "./generated/zones";

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

/** Zones that are not a place go by their best-known name. */
const plainNames: Readonly<Record<string, string>> = { "Etc/UTC": "UTC", "Etc/GMT": "GMT" };

/** The name that stands for a zone today. `UTC` and `GMT` stand for themselves. */
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
