import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { Command } from "commander";
import { registerRules } from "../../../src/cli/commands/rules";
import { profiles } from "../../../src/core/lint/legal/profiles";
import { rules } from "../../../src/core/lint/rules";
import { campaign, Folder } from "./lint-command";

const project = path.join(__dirname, "../../..");
const program = ["--import", "tsx", path.join(project, "src/cli.ts")];

/** Runs the program in a separate process without a terminal, as a pipeline does. */
function run(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    ...{ cwd: project, input, encoding: "utf8" },
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

describe("The program", () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder({ "a.campaign.json": campaign({ name: " Spring" }) })));
  afterEach(() => folder.remove());

  it("exits 0, 1 and 2 as documented, without color or progress if there is no terminal", () => {
    const file = folder.at("a.campaign.json");
    const clean = run(["lint", file]);
    assert.deepEqual([clean.status, clean.stderr], [0, ""]);
    assert.match(clean.stdout, /untrimmed-name/);
    assert.doesNotMatch(clean.stdout, /\u001b/);
    assert.equal(run(["lint", file, "--max-warnings", "0"]).status, 1);
    const wrong = run(["lint", file, "--format", "yaml"]);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ""]);
    assert.match(wrong.stderr, /^error: /);
    assert.equal(run(["lint", folder.at("missing.campaign.json")]).status, 2);
    const piped = run(["lint", "-", "--format", "json"], '{ "name": 1 }');
    assert.equal(piped.status, 1);
    assert.equal((JSON.parse(piped.stdout) as { summary: { files: number } }).summary.files, 1);
    assert.equal(run(["lint", "--help"]).status, 0);
  }).timeout(60_000);

  it("can be interrupted while it waits for standard input", async () => {
    const child = spawn(process.execPath, [...program, "lint", "-"], { cwd: project });
    let out = "";
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    const ended = new Promise<unknown>((resolve) =>
      child.once("exit", (code, signal) => resolve(code ?? signal)),
    );
    // The program cannot report that it waits; a signal before that has the same effect.
    setTimeout(() => child.kill("SIGINT"), 1500);
    assert.ok(["SIGINT", 130].includes((await ended) as string));
    assert.equal(out, "");
  }).timeout(30_000);
});

describe("campaign-json rules", () => {
  async function list(...args: string[]): Promise<string> {
    let out = "";
    const command = new Command().exitOverride();
    registerRules(command, { out: (text) => (out += text), setExitCode: () => undefined });
    await command.parseAsync(["rules", ...args], { from: "user" });
    return out;
  }

  it("lists every rule and every profile", async () => {
    const text = await list();
    for (const { id } of [...rules, ...profiles]) assert.match(text, new RegExp(`^  ${id} +\\S`, "m"));
    assert.match(text, /schema\/\*/);
  });

  it("prints the catalog as JSON", async () => {
    const catalogue = JSON.parse(await list("--format", "json")) as {
      rules: { id: string; severity: string; summary: string; why: string; fixable: boolean }[];
      profiles: { id: string; citation: string }[];
    };
    assert.deepEqual(
      catalogue.rules.map(({ id, severity, fixable }) => [id, severity, fixable]),
      rules.map(({ id, severity, fix }) => [id, severity, fix !== undefined]),
    );
    assert.deepEqual(
      catalogue.profiles.map(({ id }) => id),
      profiles.map(({ id }) => id),
    );
  });
});
