import type * as Lsp from "vscode-json-languageservice";
import { zoneFinder, type FindZones } from "../../core/zones/find";
import { allZones } from "../../core/zones/zones";
import { zoneDetails } from "./zone-details";

export interface ZoneCompletion {
  /** Whether these are the values of a time zone: every name that there is. */
  offers(items: readonly Lsp.CompletionItem[]): boolean;
  /** Of these only what `typed` may mean, the likeliest first, and with what each is. */
  refine(items: readonly Lsp.CompletionItem[], typed: string): Lsp.CompletionItem[];
  dispose(): void;
}

/** Finds time zones by what people call them. The editor alone would go by their names. */
export function zoneCompletion(): ZoneCompletion {
  const details = zoneDetails();
  const find: FindZones = zoneFinder(details.countryNames);
  return {
    offers: (items) => {
      const labels = new Set(items.map(({ label }) => label));
      return [...allZones().keys()].every((name) => labels.has(labelOf(name)));
    },
    refine: (items, typed) => {
      const byLabel = new Map(items.map((item) => [item.label, item]));
      const sought = typed.replace(/^"|"$/g, "");
      const found = find(sought);
      // Before anything is typed, the examples of the schema come first.
      const names = sought === "" ? examplesFirst(items, found) : found;
      const said = details.of(names);
      return names.flatMap((name, index) => {
        const item = byLabel.get(labelOf(name));
        if (item === undefined) return [];
        const detail = said[index] ?? "";
        return {
          ...item,
          detail,
          labelDetails: { description: detail },
          sortText: String(index).padStart(4, "0"),
          // It has been looked for here, by more than its name; the editor would look again, by its name alone.
          filterText: sought === "" ? item.label : typed,
        };
      });
    },
    dispose: () => details.dispose(),
  };
}

function examplesFirst(items: readonly Lsp.CompletionItem[], names: readonly string[]): readonly string[] {
  const byLabel = new Map(names.map((name) => [labelOf(name), name]));
  return items.flatMap(({ label }) => byLabel.get(label) ?? []);
}

/** The library shows a value as it is written. */
function labelOf(name: string): string {
  return JSON.stringify(name);
}
