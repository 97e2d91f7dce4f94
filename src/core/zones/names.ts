import { allZones, currentNameOf, zoneNamed } from "./zones";

/**
 * All names of a zone, the given one first, then today's: a host may know `Europe/Kiev` and not yet `Europe/Kyiv`.
 * None for what the tz database does not name.
 */
export function namesOf(zone: string): readonly string[] {
  if (zoneNamed(zone) === undefined) return [];
  const current = currentNameOf(zone);
  const others = [...allZones().keys()].filter((name) => currentNameOf(name) === current);
  return [...new Set([zone, current, ...others])];
}
