// Mutation testing: changes the linter's code bit by bit and reports the changes that no test detects.
//   npm run mutate -- --mutate src/core/lint/place.ts     one file; otherwise all that stryker.config.json names
//   npm run mutate -- --incremental                       only what changed since the last run with it
// Stryker is not a dependency: it brings 250 packages that are not needed to build or test the project. It is installed
// in a temporary folder next to a copy of the project, so that later edits and a run do not affect each other.
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const stryker = "9.6.1";
const project = fileURLToPath(new URL("..", import.meta.url));
const modules = path.join(project, "node_modules");
const reports = path.join(project, "reports");
const temporary = mkdtempSync(path.join(tmpdir(), "campaign-mutation-"));
const tools = path.join(temporary, "tools");
const copy = path.join(temporary, "project");

/** Copies the files that git tracks or would add, with their current content. */
function copyProject() {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: project,
    encoding: "utf8",
  });
  for (const file of new Set(listed.split("\0"))) {
    const from = path.join(project, file);
    if (file !== "" && existsSync(from)) cpSync(from, path.join(copy, file));
  }
  symlinkSync(modules, path.join(copy, "node_modules"), "junction");
  if (existsSync(reports)) cpSync(reports, path.join(copy, "reports"), { recursive: true });
}

/** Installs Stryker and the project's mocha version, which its runner needs next to it. */
function installTools() {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(path.join(modules, "mocha/package.json"), "utf8"));
  const mocha = /** @type {{ version: string }} */ (read);
  const packages = [
    `@stryker-mutator/core@${stryker}`,
    `@stryker-mutator/mocha-runner@${stryker}`,
    `mocha@${mocha.version}`,
  ];
  mkdirSync(tools);
  writeFileSync(path.join(tools, "package.json"), '{ "private": true }');
  const npm = process.env["npm_execpath"];
  if (npm === undefined) throw new Error("Start it with `npm run mutate`.");
  const args = [
    "install",
    "--no-save",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...packages,
  ];
  execFileSync(process.execPath, [npm, ...args], { cwd: tools, stdio: "inherit" });
}

/** @returns {Promise<number>} Stryker's exit code */
function mutate() {
  const command = path.join(tools, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const args = [command, "run", ...process.argv.slice(2)];
  const running = spawn(process.execPath, args, { cwd: copy, stdio: "inherit" });
  // Stryker receives the interrupt too and ends by itself. The copy is removed afterwards.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => running.kill());
  return new Promise((resolve, reject) => {
    running.on("error", reject).on("exit", (code) => resolve(code ?? 1));
  });
}

try {
  copyProject();
  installTools();
  process.exitCode = await mutate();
} finally {
  const written = path.join(copy, "reports");
  if (existsSync(written)) cpSync(written, reports, { recursive: true });
  rmSync(temporary, { recursive: true, force: true });
}
