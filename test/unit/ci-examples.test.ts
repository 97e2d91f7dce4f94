import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { commandLine } from "../../esbuild.js";
import { startPracticeServer, type PracticeServer } from "../../src/node/practice/server";

const project = path.join(__dirname, "..", "..");
const examples = path.join(project, "examples");
const ci = path.join(examples, "ci");
const billing = "billing-reminder.campaign.json";

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** The environment of a build machine: npm must not use the network, and no variable of this computer is visible. */
const machine = (changes: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...{ PATH: process.env["PATH"], HOME: process.env["HOME"] },
  ...{ npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" },
  npm_config_update_notifier: "false",
  ...changes,
});

/** A shell that ends at the first failure, as on build machines. */
function shell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-e", "-o", "pipefail", "-c", command], { cwd, env });
    let out = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data: Buffer) => (out += data.toString()));
    child.on("close", (code) => resolve({ code, out }));
  });
}

/** The shell commands of a job, in order. */
function commandsOf(file: string, job: string): readonly string[] {
  const text = readFileSync(path.join(ci, file), "utf8");
  const isGitHub = file.startsWith("github");
  const indent = isGitHub ? "  " : "";
  const [, body = ""] = text.split(`\n${indent}${job}:\n`);
  const lines = body.split("\n");
  const end = lines.findIndex((line) => line !== "" && !line.startsWith(`${indent} `));
  const own = end < 0 ? lines : lines.slice(0, end);
  const command = isGitHub ? /^ +run: (.+)$/ : /^ {4}- (npm|npx)( .+)$/;
  return own.flatMap((line) => {
    const match = command.exec(line);
    return match === null ? [] : [match.slice(1).join("")];
  });
}

/** The jobs run on Linux, and the hook in a POSIX shell. */
const suite = process.platform === "win32" ? describe.skip : describe;

suite("The package for npm and the examples for build machines", function () {
  this.timeout(120_000);
  let server: PracticeServer;
  let tarball: string;
  let packed: readonly string[];
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "campaign-ci-")));
    folders.push(folder);
    return folder;
  };
  before(async () => {
    const env = { ...machine(), NODE_OPTIONS: "" };
    if (!existsSync(path.join(project, "dist/cli.js")))
      spawnSync(process.execPath, ["esbuild.js"], { cwd: project, env });
    const target = newFolder();
    const { stdout } = spawnSync(
      "npm",
      ["pack", "--ignore-scripts", "--json", "--pack-destination", target],
      {
        ...{ cwd: project, env, encoding: "utf8" },
      },
    );
    const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
    tarball = path.join(target, filename);
    packed = files.map((file) => file.path).sort();
    server = await startPracticeServer();
  });
  after(async () => {
    await server.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** A checkout with the package in `tools` and these campaigns, after the installing commands. */
  async function checkout(file: string, campaigns: Readonly<Record<string, string>>): Promise<string> {
    const folder = newFolder();
    mkdirSync(path.join(folder, "tools"));
    mkdirSync(path.join(folder, "campaigns"));
    copyFileSync(tarball, path.join(folder, "tools/campaign-json.tgz"));
    for (const [name, text] of Object.entries(campaigns))
      writeFileSync(path.join(folder, "campaigns", name), text);
    const [install = ""] =
      file === "gitlab-ci.yml" ? commandsOf(file, ".campaign-json") : commandsOf(file, "lint");
    assert.match(install, /^npm install /);
    const installed = await shell(install, folder, machine());
    assert.equal(installed.code, 0, installed.out);
    return folder;
  }
  const good = readFileSync(path.join(examples, billing), "utf8");
  const connection = (): Readonly<Record<string, string>> => ({
    CAMPAIGN: `campaigns/${billing}`,
    CAMPAIGN_JSON_HOST: server.origin,
    CAMPAIGN_JSON_ACCOUNT_ID: `account-${folders.length}`,
    CAMPAIGN_JSON_STREAM_ID: "st-1",
    CAMPAIGN_JSON_CLIENT_ID: server.client.clientId,
    CAMPAIGN_JSON_CLIENT_SECRET: server.client.clientSecret,
  });
  const creations = (account: string): number =>
    server.requests.filter(({ url }) => url.includes(`/campaign?accountId=${account}&`)).length;

  it("pack only the command line and the files that it needs", () => {
    assert.deepEqual(packed, [
      ...["LICENSE", "README.md", "ThirdPartyNotices.txt", "dist/cli.js"],
      ...Object.keys(commandLine.parts)
        .sort()
        .map((name) => `dist/cli/${name}.js`),
      "package.json",
      ...["schemas/campaign.schema.json", "schemas/campaignlint.schema.json"],
    ]);
  });

  for (const [file, lint] of [
    ["github-workflow.yml", "lint"],
    ["gitlab-ci.yml", "lint"],
  ] as const) {
    it(`${file} lints good and bad campaigns`, async () => {
      const folder = await checkout(file, { [billing]: good });
      const commands = commandsOf(file, lint).filter((command) => command.startsWith("npx"));
      assert.ok(commands.length > 0);
      const env = machine({ GITHUB_WORKSPACE: folder });
      for (const command of commands) {
        const { code, out } = await shell(command, folder, env);
        assert.equal(code, 0, out);
      }
      writeFileSync(path.join(folder, "campaigns/bad.campaign.json"), "{}");
      const { code, out } = await shell(commands[0]!, folder, env);
      assert.equal(code, 1);
      assert.match(out, /campaigns\/bad\.campaign\.json/);
    });

    it(`${file} prints what the account needs, without changing it`, async () => {
      const folder = await checkout(file, { [billing]: good });
      const [plan = "", ...others] = commandsOf(file, "plan").filter((command) => command.startsWith("npx"));
      assert.deepEqual(others, []);
      const env = machine({ ...connection(), CAMPAIGN_JSON_LEDGER: path.join(folder, "ledger") });
      const planned = await shell(plan, folder, env);
      assert.equal(planned.code, 0, planned.out);
      assert.match(planned.out, /^create +campaigns\/billing-reminder/m);
      assert.equal(creations(env["CAMPAIGN_JSON_ACCOUNT_ID"] ?? ""), 0);
      for (const command of commandsOf(file, "submit").filter((each) => each.startsWith("npx")))
        assert.equal((await shell(command, folder, env)).code, 0);
      const again = await shell(plan, folder, env);
      assert.equal(again.code, 0, again.out);
      assert.match(again.out, /^exists +campaigns\/billing-reminder/m);
      writeFileSync(path.join(folder, "campaigns/bad.campaign.json"), "{}");
      const bad = await shell(plan, folder, env);
      assert.equal(bad.code, 1, bad.out);
      assert.ok(!`${planned.out}${again.out}${bad.out}`.includes(server.client.clientSecret));
    });

    it(`${file} submits a campaign once`, async () => {
      const folder = await checkout(file, { [billing]: good });
      const commands = commandsOf(file, "submit").filter((command) => command.startsWith("npx"));
      assert.equal(commands.length, 2);
      const env = connection();
      for (const ledger of ["first", "second"])
        for (const command of commands) {
          const runner = machine({ ...env, CAMPAIGN_JSON_LEDGER: path.join(folder, ledger) });
          const { code, out } = await shell(command, folder, runner);
          assert.equal(code, 0, out);
          assert.ok(!out.includes(server.client.clientSecret));
        }
      assert.equal(creations(env["CAMPAIGN_JSON_ACCOUNT_ID"] ?? ""), 1);
    });
  }

  it("the workflow writes SARIF for invalid campaigns too, with paths from the checkout", async () => {
    const folder = await checkout("github-workflow.yml", { "bad.campaign.json": "{}" });
    const [, , sarif = ""] = commandsOf("github-workflow.yml", "lint");
    const { code, out } = await shell(sarif, folder, machine({ GITHUB_WORKSPACE: folder }));
    assert.equal(code, 0, out);
    const log = readFileSync(path.join(folder, "campaigns.sarif"), "utf8");
    assert.match(log, /"uri": ?"campaigns\/bad\.campaign\.json"/);
    rmSync(path.join(folder, "campaigns"), { recursive: true });
    assert.notEqual((await shell(sarif, folder, machine())).code, 0);
  });

  it("the pre-commit hook checks the staged files", async () => {
    const folder = await checkout("gitlab-ci.yml", { [billing]: good, "other ü.campaign.json": "{}" });
    const hook = path.join(folder, ".git/hooks/pre-commit");
    const env = machine({ GIT_CONFIG_GLOBAL: path.join(folder, "none"), GIT_CONFIG_NOSYSTEM: "1" });
    const git = (command: string): Promise<Ended> =>
      shell(`git -c user.name=Test -c user.email=test@example.com ${command}`, folder, env);
    await git("init --quiet");
    copyFileSync(path.join(ci, "pre-commit"), hook);
    chmodSync(hook, 0o755);
    await git(`add campaigns/${billing}`);
    const clean = await git("commit --quiet -m One");
    assert.equal(clean.code, 0, clean.out);
    await git("add campaigns");
    // Valid only in the working tree, but the staged version counts.
    writeFileSync(path.join(folder, "campaigns/other ü.campaign.json"), good);
    const refused = await git("commit --quiet -m Two");
    assert.notEqual(refused.code, 0);
    assert.match(refused.out, /campaigns\/other ü\.campaign\.json\n +\d+:\d+ +error /);
    await git("add campaigns");
    const fixed = await git("commit --quiet -m Two");
    assert.equal(fixed.code, 0, fixed.out);
  });
});
