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
  for (const look of [abbreviated, zonesOfPlace, nearPlace]) {
    const found = look(parts.place, parts.isThere);
    if (found.length > 0) return choice(found, found.length === 1 && look !== abbreviated);
    const nearby = parts.isNear === undefined ? [] : look(parts.place, parts.isNear);
    if (nearby.length > 0) return choice(nearby);
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

interface Parts {
  readonly place: string;
  /** Whether a zone is in the area or country written before the place, or after it and a comma. */
  readonly isThere: Fits;
  /** Whether a zone is in an adjacent area: Tbilisi is in Asia in the tz database, but in Europe to many people. */
  readonly isNear?: Fits;
}

function partsOf(text: string): Parts {
  const slash = text.lastIndexOf("/");
  if (slash >= 0) return within(text.slice(slash + 1), text.slice(0, text.indexOf("/")).trim());
  const comma = text.indexOf(",");
  if (comma >= 0) {
    const holder = text.slice(comma + 1).trim();
    const parts = within(text.slice(0, comma), holder);
    return { ...parts, isNear: parts.isNear ?? inCountryOf(holder) };
  }
  return { place: text, isThere: () => true };
}

function within(place: string, holder: string): Parts {
  const area = areas.find((name) => name.toLowerCase() === holder.toLowerCase());
  if (area !== undefined) {
    const beside = besides.flatMap((pair) => (pair.includes(area) ? pair : []));
    return {
      place,
      isThere: (zone) => zone.startsWith(`${area}/`),
      isNear: (zone) => beside.some((other) => zone.startsWith(`${other}/`)),
    };
  }
  const codes = countriesNamed(holder);
  // `CT` is Connecticut more often than Central Time.
  const zones = codes.length > 0 || holder === "CT" ? [] : zonesOfPlace(holder);
  return {
    place,
    isThere: (zone) => zones.includes(zone) || isIn(codes, zone),
  };
}

/**
 * Whether a zone is in the country that was written after a place, in one of its territories, or in the country of the
 * state that was written. Anything else, such as the code in `Chicago, IL`, excludes nothing.
 */
function inCountryOf(holder: string): Fits {
  const codes = [
    ...countriesNamed(holder).flatMap((code) => [code, ...(territories[code] ?? [])]),
    ...(isRegion(holder) ? zonesOfPlace(holder).flatMap(countriesOf) : []),
  ];
  return (zone) => codes.length === 0 || isIn(codes, zone);
}

function isIn(codes: readonly string[], zone: string): boolean {
  return countriesOf(zone).some((code) => codes.includes(code));
}

function countriesOf(zone: string): readonly string[] {
  return zoneNamed(zone)?.countries ?? [];
}

/** What people also write with the name of another country, by ISO 3166 code: territories, and parts of an island. */
const territories: Readonly<Record<string, readonly string[]>> = {
  AR: ["FK"],
  CN: ["HK", "MO", "TW"],
  CY: ["TR"],
  DK: ["FO", "GL"],
  ES: ["AD", "EH", "GI"],
  FI: ["AX"],
  FR: ["BL", "GF", "GP", "MC", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"],
  GB: ["AI", "BM", "FK", "GG", "GI", "GS", "HK", "IE", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"],
  HK: ["CN", "MO"],
  IE: ["GB"],
  IL: ["PS"],
  IT: ["SM", "VA"],
  KM: ["YT"],
  KR: ["KP"],
  MA: ["EH", "ES"],
  NL: ["AW", "BQ", "CW", "SX"],
  NO: ["SJ"],
  NZ: ["AQ", "CK", "NU", "TK"],
  PS: ["IL"],
  PT: ["MO"],
  SD: ["SS"],
  TR: ["CY"],
  US: ["AQ", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI"],
  WS: ["AS"],
};

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
function abbreviated(place: string, fits: Fits): readonly string[] {
  const name = place.trim().toUpperCase();
  return Object.hasOwn(abbreviations, name) ? (abbreviations[name] ?? []).filter(fits) : [];
}

/**
 * The zones of places with nearly the same spelling: the same first letter and one letter changed, missing or added, or
 * two in a long word. Short words and words with a digit resemble too many others.
 */
function nearPlace(place: string, fits: Fits): readonly string[] {
  const word = plainName(place);
  const maxDistance = word.length < 5 || /\d/.test(word) ? 0 : word.length < 10 ? 1 : 2;
  let fewest = maxDistance;
  let near: string[] = [];
  for (const name of placeNames()) {
    if (name[0] !== word[0] || Math.abs(name.length - word.length) > fewest) continue;
    const changed = distance(name, word);
    if (changed > fewest || changed === 0) continue;
    const zones = zonesOfPlace(name, fits);
    if (zones.length === 0) continue;
    if (changed < fewest) near = [];
    fewest = changed;
    near.push(...zones);
  }
  return [...new Set(near)];
}
