import * as vscode from "vscode";
import type { CountryNames } from "../../core/zones/find";
import { offsetOf } from "../../core/zones/offset";
import { currentNameOf, zoneNamed } from "../../core/zones/zones";

/** How many countries of a time zone are shown. */
const maxCountries = 3;

const hour = 3_600_000;

/**
 * How long a completion list waits for UTC offsets, in milliseconds. Reading one takes 0.1 ms or more, and a list may
 * need hundreds.
 */
const maxReadTime = 8;

/** The details next to a time zone's name: `UTC+05:30 · India`. */
export interface ZoneDetails {
  /** The details of all names, in their order. Offsets that take too long are read later, for the next call. */
  of(names: readonly string[]): readonly string[];
  readonly countryNames: CountryNames;
  dispose(): void;
}

export function zoneDetails(): ZoneDetails {
  const countryNames = regionNames([vscode.env.language, "en"]);
  const offsets = new Map<string, string | undefined>();
  let readIn = NaN;
  let later: NodeJS.Immediate | undefined;

  /** Offsets are read again each hour, because clocks change almost only at full hours. */
  const clearIfOutdated = (now: number) => {
    const thisHour = Math.floor(now / hour);
    if (thisHour !== readIn) offsets.clear();
    readIn = thisHour;
  };
  const read = (names: readonly string[]) => {
    const now = Date.now();
    clearIfOutdated(now);
    const end = performance.now() + maxReadTime;
    const missing = names.filter((name) => !offsets.has(name));
    let done = 0;
    for (; done < missing.length && performance.now() < end; done++) {
      const name = missing[done] ?? "";
      offsets.set(name, offsetOf(name, now));
    }
    clearImmediate(later);
    if (done < missing.length) later = setImmediate(() => read(missing.slice(done)));
  };

  return {
    of: (names) => {
      read(names);
      return names.map((name) =>
        [offsets.get(name), countriesOf(name, countryNames)].filter(Boolean).join(" · "),
      );
    },
    countryNames,
    dispose: () => clearImmediate(later),
  };
}

function countriesOf(name: string, countryNames: CountryNames): string {
  const today = currentNameOf(name);
  if (today !== name) return `now ${today}`;
  const countries = (zoneNamed(name)?.countries ?? []).flatMap((code) => countryNames(code).slice(0, 1));
  return countries.slice(0, maxCountries).join(", ") + (countries.length > maxCountries ? " …" : "");
}

/** Country names in each language, long and short: `United States`, `US`. */
function regionNames(languages: readonly string[]): CountryNames {
  const lists = languages.flatMap((language) => {
    try {
      return (["long", "short"] as const).map(
        (style) => new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }),
      );
    } catch {
      return [];
    }
  });
  const cache = new Map<string, readonly string[]>();
  return (code) => {
    const names = cache.get(code) ?? [...new Set(lists.flatMap((list) => list.of(code) ?? []))];
    cache.set(code, names);
    return names;
  };
}
