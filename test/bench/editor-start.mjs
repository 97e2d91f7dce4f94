// Starts VS Code several times and compares the start of this extension with that of VS Code's JSON extension in the
// same windows. Prints a table and, as the last line, JSON. It asserts nothing: a time depends on the machine.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../host/cache.mjs";
import { runEditorTests } from "../host/run-editor-tests.mjs";

const windows = 8;
const own = "campaign-json.campaign-json";
const builtIn = "vscode.json-language-features";

const measures = /** @type {const} */ ({
  load: "load the entry, ms",
  activate: "activate, ms",
  firstProblem: "open a file until its problem, ms",
  bytes: "JavaScript until the problem, kB",
});

/** @typedef {keyof typeof measures} Measure */

/** @param {string} line @returns {Record<string, Record<Measure, number>>} */
function parseStarts(line) {
  /** @type {unknown} */
  const starts = JSON.parse(line);
  return /** @type {Record<string, Record<Measure, number>>} */ (starts);
}

const folder = await mkdtemp(join(tmpdir(), "editor-start-"));
try {
  const output = join(folder, "starts.jsonl");
  process.env.CAMPAIGN_JSON_BENCH_OUTPUT = output;
  const testsPath = join(repositoryRoot, "out", "bench", "editor-start.js");
  const { complaints } = await runEditorTests({ kind: "newest", testsPath, phases: windows });
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  const starts = (await readFile(output, "utf8")).trim().split("\n").map(parseStarts);

  /** @param {string} id @param {Measure} measure */
  const medianOf = (id, measure) => {
    const values = starts.flatMap((start) => start[id]?.[measure] ?? []).sort((a, b) => a - b);
    return ((values[(values.length - 1) >> 1] ?? 0) + (values[values.length >> 1] ?? 0)) / 2;
  };
  const result = Object.fromEntries(
    Object.keys(measures).map((key) => {
      const measure = /** @type {Measure} */ (key);
      const [ours, json] = [medianOf(own, measure), medianOf(builtIn, measure)];
      return [measure, { [own]: ours, [builtIn]: json, ratio: ours / json }];
    }),
  );

  console.log(
    `\nMedians of ${starts.length} windows`.padEnd(36) +
      "campaign".padStart(10) +
      "JSON".padStart(10) +
      "ratio".padStart(8),
  );
  for (const [key, { [own]: ours = 0, [builtIn]: json = 0, ratio = 0 }] of Object.entries(result)) {
    const shown = (/** @type {number} */ value) =>
      (key === "bytes" ? value / 1000 : value).toFixed(1).padStart(10);
    console.log(
      `${measures[/** @type {Measure} */ (key)].padEnd(35)}${shown(ours)}${shown(json)}${ratio.toFixed(2).padStart(8)}`,
    );
  }
  console.log(JSON.stringify({ windows: starts.length, ...result }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
