import { allZones, currentNameOf, zoneNamed } from "./zones";

/**
 * All names of a zone: the given one first, then the current one. A host may know `Europe/Kiev` but not yet
 * `Europe/Kyiv`. None for a name that is not in the tz database.
 */
export function namesOf(zone: string): readonly string[] {
  if (zoneNamed(zone) === undefined) return [];
  const current = currentNameOf(zone);
  const others = [...allZones().keys()].filter((name) => currentNameOf(name) === current);
  return [...new Set([zone, current, ...others])];
}
