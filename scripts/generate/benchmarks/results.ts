import { readFile } from "node:fs/promises";
import path from "node:path";

/** What `npm run bench` (`programs`) and `npm run bench:editor` (`editor`) measure. */
export const parts = ["programs", "editor"] as const;
export type Part = (typeof parts)[number];

export const commandOf: Readonly<Record<Part, string>> = {
  programs: "npm run bench",
  editor: "npm run bench:editor",
};

/** One row of the page, in the unit of the row: own and other work were measured by turns in one run. */
export interface Figure {
  readonly own: number;
  /** Absent where a size is compared with its goal alone. */
  readonly other?: number;
  /** How often each was measured. */
  readonly rounds?: number;
}

export interface Measured {
  /** The day of the run, as "2026-11-28". */
  readonly day: string;
  readonly machine: Machine;
  /** The load average over one minute, at the start and the end of the run. */
  readonly load: { readonly start: number; readonly end: number };
  /** The programs that were compared, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** By the id of the row. */
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  /** For example "Linux x64". */
  readonly system: string;
  /** For example "20.20.2". */
  readonly node: string;
}

/** A part that was not measured is absent. */
export type Results = Partial<Readonly<Record<Part, Measured>>>;

export const resultsPath = "docs/benchmarks.json";

/** Rejects if the file is missing or not JSON. */
export async function readResults(project: string): Promise<Results> {
  return JSON.parse(await readFile(path.join(project, resultsPath), "utf8")) as Results;
}
