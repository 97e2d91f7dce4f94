import { distance } from "fastest-levenshtein";
import { withoutInvisible } from "../text/invisible";
import { abbreviations } from "./abbreviations";
import { zonesWithClock } from "./clocks";
import { countriesNamed, isRegion, placeNames, zonesOfPlace } from "./places";
import { maxNameLength, plainName } from "./plain-name";
import { readUtcOffset, type UtcOffset } from "./utc-offset";
import { allZones, currentNameOf, zoneNamed } from "./zones";

export interface Suggestion {
  /** The likeliest first. */
  readonly zones: readonly string[];
  /** Whether the text matches exactly one zone. With several, a person must choose, because their clocks differ. */
  readonly sure: boolean;
  /** Set if the text is a UTC offset and not a place. */
  readonly offset?: UtcOffset;
}

/**
 * Suggests zones for a text that is not a zone name: `asia/kolkata`, `Asia/Mumbai`, `IST`, `Pacific Time`, `UTC+5`,
 * `Asia/Kolkatta`. Includes only zones of that place or of one with nearly the same spelling.
 */
export function suggestZone(text: string): Suggestion {
  if (text.length > 2 * maxNameLength) return none;
  const written = withoutInvisible(text).trim();
  if (written === "" || written.length > maxNameLength) return none;
  const spelled = zoneSpelled(written);
  const offset = spelled === undefined ? readUtcOffset(written) : undefined;
  if (offset !== undefined) return { ...choice(zonesWithClock(offset.minutes)), offset };
  if (spelled !== undefined) return { zones: [spelled], sure: true };
  const whole = zonesOfPlace(written);
  if (whole.length > 0) return choice(whole, whole.length === 1);
  const parts = partsOf(written);
  for (const look of [abbreviated, known, misspelled]) {
    const found = look(parts.place, parts.isThere);
    if (found.zones.length > 0) return found;
    const nearby = parts.isNear === undefined ? none : look(parts.place, parts.isNear);
    if (nearby.zones.length > 0) return choice(nearby.zones);
  }
  return none;
}

export function suggestZones(text: string): readonly string[] {
  return suggestZone(text).zones;
}

const none: Suggestion = { zones: [], sure: false };

function choice(zones: readonly string[], sure = false): Suggestion {
  return { zones, sure };
}

let byName: ReadonlyMap<string, string> | undefined;

/** The zone with this complete name, ignoring case, spaces and accents. */
function zoneSpelled(text: string): string | undefined {
  byName ??= new Map(
    [...allZones().keys()]
      .filter((name) => !Object.hasOwn(abbreviations, name) && name !== "Factory")
      .map((name) => [spelling(name), currentNameOf(name)]),
  );
  return byName.get(spelling(text));
}

/** Like `plainName`, but keeps slashes, and the plus or minus of `Etc/GMT+5`. */
function spelling(name: string): string {
  return name.includes("GMT") || /^etc\//i.test(name)
    ? name.toLowerCase()
    : name.split("/").map(plainName).join("/");
}

type Fits = (zone: string) => boolean;

/** The area, country or state written before a place and a slash, or after it and a comma. */
interface Holder {
  readonly isThere: Fits;
  /**
   * Whether a zone may be meant, too. Adjacent areas: Tbilisi is in Asia in the tz database, but in Europe to many
   * people. Zones with the clock of a state that is named for another one, as Louisville has that of Kentucky.
   */
  readonly isNear?: Fits;
}

interface Parts extends Holder {
  readonly place: string;
}

function partsOf(text: string): Parts {
  const slash = text.lastIndexOf("/");
  if (slash >= 0)
    return {
      place: text.slice(slash + 1),
      ...(holderOf(text.slice(0, text.indexOf("/")).trim()) ?? nowhere),
    };
  const [place = "", ...additions] = text.split(",");
  if (additions.length === 0) return { place, isThere: () => true };
  const holders = additions.map((addition) => holderOf(addition.trim())).filter((one) => one !== undefined);
  // An unknown addition excludes nothing.
  if (holders.length === 0) return { place, isThere: () => false, isNear: () => true };
  return {
    place,
    // Two additions may contradict each other, so they are never sure.
    isThere: (zone) => additions.length === 1 && holders.every(({ isThere }) => isThere(zone)),
    isNear: (zone) => holders.every(({ isThere, isNear }) => isThere(zone) || isNear?.(zone) === true),
  };
}

const nowhere: Holder = { isThere: () => false };

/** Undefined for an unknown name. */
function holderOf(name: string): Holder | undefined {
  const area = areas.find((one) => one.toLowerCase() === name.toLowerCase());
  if (area !== undefined) {
    const beside = besides.flatMap((pair) => (pair.includes(area) ? pair : []));
    return {
      isThere: (zone) => zone.startsWith(`${area}/`),
      isNear: (zone) => beside.some((other) => zone.startsWith(`${other}/`)),
    };
  }
  const codes = countriesNamed(name);
  // `IL`, `IL 60601`: too many states, provinces and countries share their codes.
  if (codes.length === 0 && /^[A-Z]{2}(?: [\d-]+)?$/.test(name)) return undefined;
  const zones = zonesOfPlace(name);
  const isIn: Fits = (zone) => zones.includes(zone) || countriesOf(zone).some((code) => codes.includes(code));
  if (codes.length > 0) {
    const besides = codes.flatMap((code) => territories[code] ?? []);
    return { isThere: isIn, isNear: (zone) => countriesOf(zone).some((code) => besides.includes(code)) };
  }
  if (zones.length > 0) {
    const isState = isRegion(name);
    const isNear: Fits = (zone) =>
      zones.some((other) => sameClock(zone, other) && (!isState || sameCountry(zone, other)));
    return { isThere: isIn, isNear };
  }
  return undefined;
}

/** What many people write with the name of another country, by its ISO 3166 code. */
const territories: Readonly<Record<string, readonly string[]>> = {
  CN: ["HK", "MO", "TW"],
  GB: ["GI", "GG", "IM", "JE"],
  IE: ["GB"],
  PS: ["IL"],
  US: ["AS", "GU", "MP", "PR", "VI"],
};

function countriesOf(zone: string): readonly string[] {
  return zoneNamed(zone)?.countries ?? [];
}

function sameCountry(one: string, other: string): boolean {
  return countriesOf(one)[0] === countriesOf(other)[0];
}

/** Whether two zones have the same clock in winter and in summer. No if the host does not know one of them. */
function sameClock(one: string, other: string): boolean {
  const timeIn = (timeZone: string, at: number) => new Date(at).toLocaleString("en-US", { timeZone });
  try {
    return [Date.UTC(2026, 0), Date.UTC(2026, 6)].every((at) => timeIn(one, at) === timeIn(other, at));
  } catch {
    return false;
  }
}

const areas = [
  "Africa",
  "America",
  "Antarctica",
  "Arctic",
  "Asia",
  "Atlantic",
  "Australia",
  "Europe",
  "Indian",
  "Pacific",
] as const;

/** Adjacent areas that people confuse. */
const besides: readonly (readonly string[])[] = [
  ["Asia", "Europe"],
  ["Asia", "Australia"],
  ["Asia", "Indian"],
  ["Africa", "Indian"],
  ["Australia", "Pacific"],
  ["America", "Pacific"],
  ["America", "Atlantic"],
  ["Europe", "Atlantic"],
  ["Africa", "Atlantic"],
];

/** `EST` in `US/EST`. */
function abbreviated(place: string, fits: Fits): Suggestion {
  const name = place.trim().toUpperCase();
  return Object.hasOwn(abbreviations, name) ? choice((abbreviations[name] ?? []).filter(fits)) : none;
}

function known(place: string, fits: Fits): Suggestion {
  const zones = zonesOfPlace(place, fits);
  return choice(zones, zones.length === 1);
}

/**
 * The zones of places with nearly the same spelling: the same first letter and one letter changed, missing, added or
 * swapped with the next, or two such changes in a long word, which are not sure. The name of a place elsewhere is not a
 * misspelling, and short words and words with a digit resemble too many others.
 */
function misspelled(place: string, fits: Fits): Suggestion {
  const word = plainName(place);
  if (zonesOfPlace(place).length > 0) return none;
  const maxDistance = word.length < 5 || /\d/.test(word) ? 0 : word.length < 10 ? 1 : 2;
  let fewest = maxDistance;
  let near: string[] = [];
  for (const name of placeNames()) {
    if (name[0] !== word[0] || Math.abs(name.length - word.length) > fewest) continue;
    const changed = isSwapped(name, word) ? 1 : distance(name, word);
    if (changed > fewest || changed === 0) continue;
    const zones = zonesOfPlace(name, fits);
    if (zones.length === 0) continue;
    if (changed < fewest) near = [];
    fewest = changed;
    near.push(...zones);
  }
  const zones = [...new Set(near)];
  return choice(zones, zones.length === 1 && fewest === 1);
}

/** Whether two words differ only in two neighboring letters in the other order, such as Tokyo and Toyko. */
function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.slice(at) === `${other[at + 1]}${other[at]}${other.slice(at + 2)}`;
}
