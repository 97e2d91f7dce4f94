import * as vscode from "vscode";
import type { CountryNames } from "../../core/zones/find";
import { offsetOf } from "../../core/zones/offset";
import { currentNameOf, zoneNamed } from "../../core/zones/zones";

/** How many countries are named of those that share a zone. */
const named = 3;

const hour = 3_600_000;

/** A host takes a tenth of a millisecond or more to look a clock up. A list does not wait for hundreds of them. */
const patience = 8;

/** What is said of a time zone beside its name: `UTC+05:30 · India`. */
export interface ZoneDetails {
  /** For all names at once, in their order. Clocks that take too long are read later, for the next time. */
  of(names: readonly string[]): readonly string[];
  readonly countryNames: CountryNames;
  dispose(): void;
}

export function zoneDetails(): ZoneDetails {
  const countryNames = regionNames([vscode.env.language, "en"]);
  const clocks = new Map<string, string | undefined>();
  let readIn = NaN;
  let later: NodeJS.Immediate | undefined;

  /** Clocks change at full hours, or nearly always so. */
  const startAnew = (now: number) => {
    const thisHour = Math.floor(now / hour);
    if (thisHour !== readIn) clocks.clear();
    readIn = thisHour;
  };
  const read = (names: readonly string[]) => {
    const now = Date.now();
    startAnew(now);
    const end = performance.now() + patience;
    const missing = names.filter((name) => !clocks.has(name));
    let done = 0;
    for (; done < missing.length && performance.now() < end; done++) {
      const name = missing[done] ?? "";
      clocks.set(name, offsetOf(name, now));
    }
    clearImmediate(later);
    if (done < missing.length) later = setImmediate(() => read(missing.slice(done)));
  };

  return {
    of: (names) => {
      read(names);
      return names.map((name) => [clocks.get(name), placeOf(name, countryNames)].filter(Boolean).join(" · "));
    },
    countryNames,
    dispose: () => clearImmediate(later),
  };
}

function placeOf(name: string, countryNames: CountryNames): string {
  const today = currentNameOf(name);
  if (today !== name) return `now ${today}`;
  const countries = (zoneNamed(name)?.countries ?? []).flatMap((code) => countryNames(code).slice(0, 1));
  return countries.slice(0, named).join(", ") + (countries.length > named ? " …" : "");
}

/** In each language, in full and as people abbreviate them: `United States`, `US`. */
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
  const known = new Map<string, readonly string[]>();
  return (code) => {
    const names = known.get(code) ?? [...new Set(lists.flatMap((list) => list.of(code) ?? []))];
    known.set(code, names);
    return names;
  };
}
