// The README's first command: lints the example, then creates it on a practice server, and explains each step.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const example = "examples/billing-reminder.campaign.json";

/**
 * @param {string} title the purpose of the step
 * @param {string[]} args of the command-line tool
 */
function step(title, ...args) {
  console.log(`\n${title}\n$ campaign-json ${args.join(" ")}`);
  const { status, error } = spawnSync(process.execPath, ["dist/cli.js", ...args], {
    cwd: project,
    stdio: "inherit",
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

console.log(`The campaign file (${example}):\n`);
console.log(readFileSync(new URL(`../${example}`, import.meta.url), "utf8").trimEnd());
step("1. Check it: syntax, the vendor's rules, and rules from experience.", "lint", example);
step("2. Show the request without sending it.", "submit", example, "--practice", "--dry-run");
step(
  "3. Start a practice server on this computer and create the campaign there, once.",
  "submit",
  example,
  "--practice",
  "--yes",
  "--format",
  "json",
);
console.log(
  "\nNo one was called. The practice server deletes everything when it stops. `npm start` opens an editor.",
);
