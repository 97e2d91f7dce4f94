// Measures this extension in VS Code, and adds the figures to those of `npm run bench` in docs/benchmarks.json and on the
// page. It asserts nothing about a time.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import { readResults } from "../../scripts/generate/benchmarks/results";
import { runEditorTests } from "../host/run-editor-tests.mjs";
import { bundleFor } from "./bundle";
import { medianOf } from "./by-turns";
import { load, machine, printFigures, shortened, today, writeResults } from "./results-file";

type Figures = Readonly<Record<string, Figure>>;

const windows = 8;
const own = "campaign-json.campaign-json";
const builtIn = "vscode.json-language-features";

/** What `editor-start.ts` writes in each window for each extension, unless VS Code had activated it before. */
interface Start {
  readonly load: number;
  readonly activate: number;
  readonly firstProblem: number;
  readonly bytes: number;
}

/** What `editor-many.ts` writes. */
interface Many {
  readonly editor: string;
  readonly node: string;
  readonly figures: Figures;
}

/** Runs a bundle in so many windows of VS Code, and returns what each of them wrote. */
async function inEditor(name: string, phases: number): Promise<unknown[]> {
  const folder = await mkdtemp(path.join(tmpdir(), `bench-${name}-`));
  try {
    const output = path.join(folder, "output.jsonl");
    process.env["CAMPAIGN_JSON_BENCH_OUTPUT"] = output;
    const { complaints } = await runEditorTests({ kind: "newest", testsPath: await bundleFor(name), phases });
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return (await readFile(output, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureStart(): Promise<Figures> {
  const starts = (await inEditor("editor-start", windows)) as Readonly<Record<string, Start>>[];
  const both = starts.flatMap(({ [own]: ours, [builtIn]: theirs }) =>
    ours === undefined || theirs === undefined ? [] : [{ ours, theirs }],
  );
  if (both.length === 0) return {};
  const figure = (valueOf: (start: Start) => number): Figure => ({
    own: medianOf(both.map(({ ours }) => valueOf(ours))),
    other: medianOf(both.map(({ theirs }) => valueOf(theirs))),
    rounds: both.length,
  });
  return {
    "editor/activate": figure(({ load: loading, activate }) => loading + activate),
    "editor/first-problem": figure(({ firstProblem }) => firstProblem),
    "editor/javascript": figure(({ bytes }) => bytes / 1000),
  };
}

async function main(): Promise<void> {
  const start = load();
  const starts = await measureStart();
  const [many] = (await inEditor("editor-many", 1)) as [Many];
  const editor = {
    ...{ day: today(), machine: { ...machine(), node: many.node }, load: { start, end: load() } },
    versions: { "VS Code": many.editor },
    figures: shortened({ ...starts, ...many.figures }),
  };
  const results = { ...(await readResults(".")), editor };
  await writeResults(results);
  printFigures(results, "editor");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
