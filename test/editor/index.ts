import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "node:util";
import Mocha from "mocha";
import { captureActivation } from "./activation";

/**
 * What VS Code calls: runs every `*.vscode.test.js` beside this file and rejects when one fails. With
 * `CAMPAIGN_JSON_TEST_ONLY=many-files` it runs that one.
 */
export async function run(): Promise<void> {
  captureActivation();
  // The console of an extension host passes its arguments on one by one: the words are put together here.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => console.log(format(...parts));
  // A busy machine may let one moment of an editor pass; a test that fails twice has failed. Each second try is told.
  const mocha = new Mocha({ timeout: 30_000, color: false, forbidOnly: true, retries: 1 });
  const files = await readdir(__dirname, { recursive: true });
  const only = process.env["CAMPAIGN_JSON_TEST_ONLY"] ?? "";
  for (const file of files.filter((name) => name.endsWith(`${only}.vscode.test.js`)).sort()) {
    mocha.addFile(path.join(__dirname, file));
  }
  const { passed, failed, skipped } = await runAll(mocha);
  const results = process.env["CAMPAIGN_JSON_TEST_RESULTS"];
  if (results !== undefined) await writeFile(results, JSON.stringify({ passed, failed, skipped }));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed.`);
  if (passed === 0) throw new Error("No test ran.");
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

async function runAll(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
    runner.on("retry", (test: Mocha.Test, error: Error) => {
      console.log(`SECOND TRY of "${test.fullTitle()}", because: ${error.stack ?? error.message}`);
    });
  });
}
