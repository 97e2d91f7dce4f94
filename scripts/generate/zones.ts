import { getTimezone } from "countries-and-timezones";
import tzdata from "tzdata";
import { rawTimeZones } from "@vvo/tzdb";
import { WINDOWS_TO_IANA_MAP } from "windows-iana";
import type { Output } from "./output";

/** The tz database's names and links with their countries; and in another file, which few checks need, other names of zones. */
export function zones(): Output[] {
  const { zones: all, version } = tzdata;
  const names = Object.keys(all).sort();
  const lines = names.map((name) => {
    const target = all[name];
    const countries = getTimezone(name)?.countries.join(",") ?? "";
    return typeof target === "string"
      ? `${name}|${countries}|${currentName(name, target)}`
      : `${name}|${countries}`;
  });
  const known = new Set(names);
  const windows = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === "001").flatMap(
    ({ windowsName, iana }) => {
      const zone = iana[0];
      return known.has(zone) ? [`${windowsName}|${renamed(zone)}`] : [];
    },
  );
  const own = new Set(names.map((name) => city(name)));
  const cities = new Set<string>();
  for (const zone of rawTimeZones) {
    if (!known.has(zone.name)) continue;
    for (const name of zone.mainCities) if (!own.has(name)) cities.add(`${name}|${zone.name}`);
  }
  const source =
    "// Generated from the packages tzdata, countries-and-timezones, @vvo/tzdb and windows-iana by scripts/generate.ts. Do not edit.\n";
  const zoneNames = [
    source,
    "/** The release of the tz database that the names are of. */",
    `export const tzVersion = ${JSON.stringify(version)};`,
    "",
    "/** A line each: name|countries|name it was superseded by, for a link to the same place. */",
    table("zoneTable", lines),
  ];
  const places = [
    source,
    "/** A line each: the zone's name in Windows|its name in the tz database. */",
    table("windowsTable", windows.sort()),
    "/** A line each: a large city that no zone is named for|its zone. A name that several zones have has a line each. */",
    table("cityTable", [...cities].sort()),
  ];
  return [
    { path: "src/core/zones/generated/zones.ts", content: zoneNames.join("\n") },
    { path: "src/core/zones/generated/places.ts", content: places.join("\n") },
  ];
}

function table(name: string, lines: readonly string[]): string {
  return `export const ${name} = \`\n${lines.join("\n")}\n\`;\n`;
}

/**
 * The current name of a link. Many links join countries with the same clock (Europe/Oslo links to Europe/Berlin): these
 * are current names. A link within one country is an old name of the same place.
 */
function currentName(name: string, target: string): string {
  const from = getTimezone(name)?.countries[0];
  const to = getTimezone(target)?.countries[0];
  return from === to ? target : "";
}

/** The current name of a zone that has an old name in the Windows table. */
function renamed(zone: string): string {
  const target = tzdata.zones[zone];
  return (typeof target === "string" ? currentName(zone, target) : "") || zone;
}

function city(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
