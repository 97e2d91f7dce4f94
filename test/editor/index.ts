import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "node:util";
import Mocha from "mocha";
import { failureLine, retryLine } from "../run/test-line";
import { captureActivation } from "./activation";

/**
 * The entry point that VS Code calls. Runs every `*.vscode.test.js` in this folder and rejects when one fails.
 * `CAMPAIGN_JSON_TEST_ONLY=many-files` runs that file alone.
 */
export async function run(): Promise<void> {
  captureActivation();
  // The console of an extension host does not format its arguments.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(format(...parts));
  const mocha = new Mocha({ timeout: 60_000, color: false, forbidOnly: true });
  const files = await readdir(__dirname, { recursive: true });
  const only = process.env["CAMPAIGN_JSON_TEST_ONLY"] ?? "";
  for (const file of files.filter((name) => name.endsWith(`${only}.vscode.test.js`)).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  const counts = await runAll(mocha);
  const { passed, failed } = counts;
  const results = process.env["CAMPAIGN_JSON_TEST_RESULTS"];
  if (results !== undefined) await writeFile(results, JSON.stringify(counts));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  if (passed === 0) throw new Error("No test ran.");
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Retried tests, each with the reason why it may be retried. */
  readonly retried: readonly string[];
  /** Failed tests, each with its error on one line. */
  readonly failures: readonly string[];
}

async function runAll(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const retried: string[] = [];
    const failed: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending, retried, failures: failed });
    });
    runner.on("fail", (test: Mocha.Test, error: Error) => {
      failed.push(failureLine(test, error));
    });
    runner.on("retry", (test: Mocha.Test, error: Error) => {
      const description = retryLine(test);
      retried.push(description);
      console.log(`SECOND TRY of ${description}, because: ${error.stack ?? error.message}`);
    });
  });
}
