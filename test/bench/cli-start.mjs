// Compares a whole run of `campaign-json lint` on one file with a run of Node that does nothing, by turns. It asserts
// nothing: a time depends on the machine.
import { spawnSync } from "node:child_process";

const rounds = 40;
const file = "examples/billing-reminder.campaign.json";

/** @param {readonly string[]} args @returns {number} milliseconds */
function timeOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} exited ${status}: ${stderr}`);
  return performance.now() - start;
}

/** @param {number[]} times */
function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** @type {number[]} */
const runs = [];
/** @type {number[]} */
const empty = [];
for (let round = 0; round < rounds; round++) {
  runs.push(timeOf(["dist/cli.js", "lint", file]));
  empty.push(timeOf(["-e", "0"]));
}
const [run, nothing] = [median(runs), median(empty)];
console.log(
  `${"lint one file, whole run".padEnd(26)} ${`${run.toFixed(0)} ms`.padStart(9)}   ${(run / nothing).toFixed(2).padStart(6)} × ${"node -e 0".padEnd(18)} asked: ≤ 1.6`,
);
