import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "node:util";
import Mocha from "mocha";
import { captureActivation } from "./activation";

/**
 * The entry that VS Code calls. Runs every `*.vscode.test.js` in this folder and rejects if one fails. With
 * `CAMPAIGN_JSON_TEST_ONLY=many-files` it runs only that one.
 */
export async function run(): Promise<void> {
  captureActivation();
  // The console of an extension host forwards each argument separately, so they are joined here.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(format(...parts));
  const mocha = new Mocha({ timeout: 60_000, color: false, forbidOnly: true });
  const files = await readdir(__dirname, { recursive: true });
  const only = process.env["CAMPAIGN_JSON_TEST_ONLY"] ?? "";
  for (const file of files.filter((name) => name.endsWith(`${only}.vscode.test.js`)).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  const { passed, failed, skipped, retried } = await runAll(mocha);
  const results = process.env["CAMPAIGN_JSON_TEST_RESULTS"];
  if (results !== undefined) await writeFile(results, JSON.stringify({ passed, failed, skipped, retried }));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  if (passed === 0) throw new Error("No test ran.");
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Tests that were retried, each with the reason why a retry is allowed. */
  readonly retried: readonly string[];
}

async function runAll(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const retried: string[] = [];
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending, retried });
    });
    runner.on("retry", (test: Mocha.Test, error: Error) => {
      const why = "retryReason" in test ? String(test.retryReason) : "no reason given";
      const words = `"${test.fullTitle()}" (${why})`;
      retried.push(words);
      console.log(`SECOND TRY of ${words}, because: ${error.stack ?? error.message}`);
    });
  });
}
