import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { exists, progress, repositoryRoot } from "./cache.mjs";
import { desktopProgram } from "./desktop.mjs";
import { editorKinds, obtainEditor, parseEditorKind } from "./obtain.mjs";
import { writeSettings } from "./settings.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number, retried: string[], failures: string[] }} TestCounts
 * @typedef {object} TestRun
 * @property {import("./obtain.mjs").EditorKind} kind
 * @property {string} testsPath of the module that exports `run()`
 * @property {string} [extensionPath]
 * @property {number} [phases] how often the editor is started on the same user data
 * @property {boolean} [desktop] use the desktop program instead of the one from the npm registry
 */

const fixtures = join(repositoryRoot, "test", "fixtures", "workspace");

/**
 * Runs the tests inside VS Code, in a copy of the fixture workspace.
 * @param {TestRun} run
 * @returns {Promise<{ complaints: string[], counts: TestCounts }>} the failures, empty if every phase passed; and the
 *   counts of all phases
 */
export async function runEditorTests({
  kind,
  testsPath,
  extensionPath = repositoryRoot,
  phases = 1,
  desktop,
}) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `editor-tests-${kind}-`)));
  const program = desktop ? await desktopProgram(kind) : await programFromRegistry(kind);
  /** @type {string[]} */
  const complaints = [];
  /** @type {TestCounts} */
  const total = { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] };
  try {
    const userDataDir = join(folder, "user-data");
    const workspace = join(folder, "workspace");
    await mkdir(workspace);
    if (await exists(fixtures)) await cp(fixtures, workspace, { recursive: true });
    await writeSettings(userDataDir);
    for (let phase = 1; phase <= phases; phase++) {
      const results = join(folder, `results-${phase}.json`);
      let exit = "";
      const started = Date.now();
      try {
        await runTests({
          vscodeExecutablePath: program,
          extensionDevelopmentPath: extensionPath,
          extensionTestsPath: testsPath,
          launchArgs: [
            workspace,
            `--user-data-dir=${userDataDir}`,
            `--extensions-dir=${join(folder, "extensions")}`,
          ],
          extensionTestsEnv: {
            CAMPAIGN_JSON_EDITOR: kind,
            // Submissions of a test are never recorded in the ledger of the person who runs it, on a desktop either.
            CAMPAIGN_JSON_LEDGER: join(folder, "ledger"),
            CAMPAIGN_JSON_TEST_RESULTS: results,
            CAMPAIGN_JSON_TEST_PHASE: String(phase),
          },
        });
      } catch (error) {
        exit = error instanceof Error ? error.message : String(error);
      }
      const { text, complaint, counts } = judge(
        exit,
        (await exists(results)) ? await readFile(results, "utf8") : undefined,
      );
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      progress(`${kind}, phase ${phase} of ${phases}: ${text} (${seconds} s)`);
      if (complaint) complaints.push(`${kind}, phase ${phase}: ${text}`);
      total.passed += counts?.passed ?? 0;
      total.failed += counts?.failed ?? 0;
      total.skipped += counts?.skipped ?? 0;
      total.retried.push(...(counts?.retried ?? []));
      total.failures.push(...(counts?.failures ?? []));
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { complaints, counts: total };
}

/** @param {import("./obtain.mjs").EditorKind} kind */
async function programFromRegistry(kind) {
  await obtainEditor(kind);
  return join(import.meta.dirname, "code.mjs");
}

/**
 * A run passes only if it reports results, because an editor that ends without running a test proves nothing.
 * @param {string} exit empty if the program ended with 0
 * @param {string | undefined} results
 */
function judge(exit, results) {
  if (results === undefined)
    return { text: `${exit || "exit code 0"}, but no results were written`, complaint: true };
  const counts = parseCounts(results);
  if (counts === undefined)
    return { text: `results cannot be read: ${results.slice(0, 200)}`, complaint: true };
  const text = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  if (counts.passed + counts.failed === 0) return { text: `${text}: no test ran`, complaint: true, counts };
  return { text: exit ? `${text}; ${exit}` : text, complaint: exit !== "" || counts.failed > 0, counts };
}

/** @param {string} text @returns {TestCounts | undefined} */
function parseCounts(text) {
  try {
    /** @type {unknown} */
    const counts = JSON.parse(text);
    const { passed, failed, skipped, retried, failures } = /** @type {Record<keyof TestCounts, unknown>} */ (
      counts
    );
    if (typeof passed !== "number" || typeof failed !== "number" || typeof skipped !== "number")
      return undefined;
    const strings = (/** @type {unknown} */ list) => (Array.isArray(list) ? list.map(String) : []);
    return { passed, failed, skipped, retried: strings(retried), failures: strings(failures) };
  } catch {
    return undefined;
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tests: { type: "string", default: join(repositoryRoot, "out", "test", "editor", "index.js") },
      extension: { type: "string", default: repositoryRoot },
      phases: { type: "string", default: "1" },
      counts: { type: "string" },
      desktop: { type: "boolean", default: process.env.CAMPAIGN_JSON_VSCODE !== undefined },
    },
  });
  const kinds = positionals.length > 0 ? positionals.map(parseEditorKind) : editorKinds;
  const stop = new AbortController();
  process.on("SIGINT", () => stop.abort());
  // runTests passes only SIGINT on to the program that it started.
  process.on("SIGTERM", () => process.emit("SIGINT"));
  /** @type {string[]} */
  const complaints = [];
  /** @type {TestCounts} */
  const total = { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] };
  if (!(await exists(values.tests))) throw new Error(`${values.tests} is missing: build the tests first.`);
  for (const kind of kinds) {
    if (stop.signal.aborted) break;
    const run = { kind, testsPath: resolve(values.tests), extensionPath: resolve(values.extension) };
    const result = await runEditorTests({ ...run, phases: Number(values.phases), desktop: values.desktop });
    complaints.push(...result.complaints);
    total.passed += result.counts.passed;
    total.failed += result.counts.failed;
    total.skipped += result.counts.skipped;
    total.retried.push(...result.counts.retried);
    total.failures.push(...result.counts.failures);
  }
  if (values.counts !== undefined) await writeFile(values.counts, JSON.stringify(total));
  for (const complaint of complaints) progress(`FAILED ${complaint}`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

// Without a top-level await, so that a CommonJS test can require this module.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main().catch((/** @type {unknown} */ error) => {
    progress(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
