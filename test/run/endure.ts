/**
 * Runs the tests that repeat something as often as it takes to trust it, and prints what they measured: 1,000
 * submissions, ten processes a hundred times, 10,000 requests. Every run of the tests does the same a few times.
 * `npm run endure -- load` runs the files with that in their path only; `editor` those inside VS Code.
 */
import { spawn } from "node:child_process";
import path from "node:path";

const project = path.join(__dirname, "..", "..");

/** The files that ask `times` in endurance.ts how often to repeat. */
const inNode = [
  "test/faults/load.test.ts",
  "test/unit/node/leaks.test.ts",
  "test/unit/node/ledger-kills.test.ts",
  "test/unit/editor/hours-panel.test.ts",
];
/** Inside VS Code: `CAMPAIGN_JSON_TEST_ONLY` of test/editor/index.ts. */
const inEditor = ["endurance", "hostile-workspace"];

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const isWanted = (name: string): boolean =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  const files = inNode.filter(isWanted);
  const failed: string[] = [];
  if (files.length > 0 && !(await succeeds("node_modules/mocha/bin/mocha.js", files))) failed.push("in Node");
  for (const only of inEditor.filter((name) => isWanted(`editor/${name}`)))
    if (!(await succeeds("test/host/run-editor-tests.mjs", ["newest"], { CAMPAIGN_JSON_TEST_ONLY: only })))
      failed.push(`in VS Code: ${only}`);
  for (const what of failed) console.log(`FAILED ${what}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function succeeds(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(project, program), ...args], {
    cwd: project,
    stdio: "inherit",
    env: {
      ...process.env,
      ...env,
      CAMPAIGN_JSON_ENDURE: "1",
      CAMPAIGN_JSON_TEST_DEADLINE_SECONDS: String(60 * 60),
    },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
