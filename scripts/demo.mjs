// The README's first command: lints the example, creates it on a practice server, starts it, stops it, and explains each
// step.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const example = "examples/billing-reminder.campaign.json";
const tool = path.join(project, "dist/cli.js");

/**
 * A log of its own, and no credential of the person who runs it.
 *
 * @type {NodeJS.ProcessEnv & { CAMPAIGN_JSON_LEDGER: string }}
 */
const env = {
  ...process.env,
  CAMPAIGN_JSON_CLIENT_ID: "",
  CAMPAIGN_JSON_CLIENT_SECRET: "",
  CAMPAIGN_JSON_LEDGER: mkdtempSync(path.join(os.tmpdir(), "campaign-demo-")),
};

/**
 * @param {string} title the purpose of the step
 * @param {string[]} args of the command-line tool
 */
function step(title, ...args) {
  console.log(`\n${title}\n$ campaign-json ${args.join(" ")}`);
  const { status, error } = spawnSync(process.execPath, [tool, ...args], {
    cwd: project,
    env,
    stdio: "inherit",
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`campaign-json ${args[0]} ended with ${status}.`);
}

/**
 * Starts a practice server. Resolves with it and the variables that it prints for a token.
 *
 * @returns {Promise<{ server: import("node:child_process").ChildProcess; variables: Record<string, string> }>}
 */
function startServer() {
  const server = spawn(process.execPath, [tool, "practice"], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  return new Promise((resolve, reject) => {
    server.once("error", reject).once("exit", () => reject(new Error("The practice server ended.")));
    // It also prints each request. They are read, so that it never waits for this process.
    server.stdout.on("data", (chunk) => {
      printed += String(chunk);
      if (!printed.includes("CAMPAIGN_JSON_CLIENT_SECRET=")) return;
      /** @type {Record<string, string>} */
      const variables = {};
      for (const line of printed.split("\n")) {
        const [, name, value] = /^(CAMPAIGN_JSON_(?:HOST|ACCOUNT_ID|STREAM_ID|TOKEN))=(.*)/.exec(line) ?? [];
        if (name !== undefined) variables[name] = value ?? "";
      }
      resolve({ server, variables });
    });
  });
}

console.log(`The campaign file (${example}):\n`);
console.log(readFileSync(path.join(project, example), "utf8").trimEnd());
step("1. Check it: syntax, the vendor's rules, and rules from experience.", "lint", example);
const { server, variables } = await startServer();
Object.assign(env, variables);
try {
  step("2. Create it on a practice server on this computer, once.", "submit", example, "--yes");
  step("3. Wait until the platform has prepared it.", "status", example, "--wait");
  step("4. Start it.", "start", example, "--yes");
  step("5. See what the account has now.", "list");
  step("6. Stop it. A later start calls everyone again.", "stop", example, "--yes");
  step("7. See what was sent from this computer.", "history");
} finally {
  server.removeAllListeners("exit");
  server.kill();
  rmSync(env.CAMPAIGN_JSON_LEDGER, { recursive: true });
}
console.log(
  "\nNo one was called. The practice server deletes everything when it stops. `npm start` opens an editor.",
);
