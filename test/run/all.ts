/**
 * Every test of the project, one suite after the other, with what each needs fetched on the way. The last line counts
 * them all: "N passed, N failed". `npm test -- unit` runs some suites only: unit, editor-lowest, editor-newest, ui.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

interface Suite {
  readonly name: string;
  /** After so many minutes the suite counts as failed: several times what it takes on two idle cores. */
  readonly minutes: number;
  /** Arguments for this Node; `counts` is the file to write passed, failed and skipped to. */
  readonly command: (counts: string) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that were tried a second time, each with the reason why it may be. */
  readonly retried: readonly string[];
  /** Failed tests, each with its error on one line. */
  readonly failures: readonly string[];
}

const project = path.join(__dirname, "..", "..");
const mocha = (counts: string, ...more: readonly string[]) => [
  path.join(project, "node_modules/mocha/bin/mocha.js"),
  `--reporter=${path.join(project, "test/run/reporter.js")}`,
  `--reporter-option=counts=${counts}`,
  ...more,
];
const editor = (kind: string): Suite => ({
  name: `editor-${kind}`,
  minutes: 30,
  command: (counts) => ["test/host/run-editor-tests.mjs", kind, "--counts", counts],
  // A busy machine needs longer than the default of the host, and the suite has a limit of its own.
  env: { CAMPAIGN_JSON_TEST_DEADLINE_SECONDS: String(29 * 60) },
});

const suites: readonly Suite[] = [
  {
    name: "unit",
    minutes: 40,
    command: (counts) =>
      mocha(counts, "test/unit/**/*.test.ts", "test/faults/**/*.test.ts", "test/fuzz/**/*.test.ts"),
  },
  editor("lowest"),
  editor("newest"),
  {
    name: "ui",
    minutes: 90,
    command: (counts) => mocha(counts, "--config=test/ui/.mocharc.json", "test/ui/**/*.test.ts"),
  },
];

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`No such suite: ${unknown.join(", ")}.`);

  const folder = await mkdtemp(path.join(tmpdir(), "campaign-json-counts-"));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const retried: string[] = [];
  const failures: string[] = [];
  try {
    for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const started = Date.now();
      console.log(`\n== ${suite.name} ==`);
      const counts = await run(suite, path.join(folder, `${suite.name}.json`));
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      console.log(`== ${suite.name}: ${inWords(counts)} in ${seconds} s`);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
      retried.push(...counts.retried.map((test) => `${suite.name} ${test}`));
      failures.push(...counts.failures.map((test) => `${suite.name} ${test}`));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${retried.length === 0 ? "no retries" : `retried: ${retried.join("; ")}`}`);
  console.log(inWords(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function inWords({ passed, failed, skipped }: Omit<Counts, "retried" | "failures">): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** A suite that ends badly without a failed test, or without having run one, has failed once. */
async function run(suite: Suite, file: string): Promise<Counts> {
  const child = spawn(process.execPath, suite.command(file), {
    cwd: project,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...suite.env },
  });
  const timer = setTimeout(() => {
    console.error(`${suite.name} did not end within ${suite.minutes} minutes.`);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  }, suite.minutes * 60_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  clearTimeout(timer);
  const counts = await countsIn(file);
  const bad = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  const reason = `as a whole: exit code ${code}, ${counts.passed} passed`;
  return bad ? { ...counts, failed: 1, failures: [reason] } : counts;
}

async function countsIn(file: string): Promise<Counts> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Counts;
  } catch {
    return { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] };
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
