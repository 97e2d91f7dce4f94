import assert from "node:assert/strict";
import { spawn, spawnSync, type SpawnSyncOptions } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { campaign, Folder, type JsonReport } from "./lint-command";

const project = path.join(__dirname, "../../..");
/** Root may read everything, so root runs the program as the user nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const full = "/dev/full";

describe("The program at the limits of its process", () => {
  let tools: string;
  let cli: string;
  let folder: Folder;
  before(() => {
    tools = mkdtempSync(path.join(os.tmpdir(), "campaign-cli-"));
    cli = path.join(tools, "cli.cjs");
    const entry = path.join(project, "src/cli.ts");
    buildSync({
      ...{ entryPoints: [entry], outfile: cli, bundle: true, platform: "node", logLevel: "error" },
      ...{ mainFields: ["module", "main"], define: { "import.meta.url": "bundleUrl" } },
      banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    });
    chmodSync(tools, 0o755);
  });
  after(() => rmSync(tools, { recursive: true }));
  beforeEach(() => {
    folder = new Folder({ "a.campaign.json": campaign() });
    chmodSync(folder.path, 0o777);
  });
  afterEach(() => {
    if (existsSync(folder.at("locked"))) chmodSync(folder.at("locked"), 0o755);
    folder.remove();
  });

  function run(args: readonly string[], options: SpawnSyncOptions = {}) {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder.path,
      ...options,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], CAMPAIGN_JSON_LEDGER: folder.at("ledger"), ...options.env },
      timeout: 60_000,
    });
    return { status, signal, out: stdout, err: stderr };
  }

  /** Runs the program with a stream redirected to a device, or to a file of limited size. */
  function into(target: string, args: readonly string[], stream: 1 | 2 = 1) {
    const device = openSync(target, "w");
    try {
      return run(args, { stdio: stream === 1 ? ["ignore", device, "pipe"] : ["ignore", "pipe", device] });
    } finally {
      closeSync(device);
    }
  }

  describe("with a full standard output", () => {
    before(function () {
      // Only Linux has this device.
      if (!existsSync(full)) this.skip();
    });

    const noSpace = /^error: The output could not be written: there is no space left on the device\.\n$/;
    const practice = ["submit", "a.campaign.json", "--practice", "--yes"];
    const commands: readonly (readonly [args: readonly string[], code: number])[] = [
      [["lint"], 2],
      [["lint", "--format", "sarif"], 2],
      [["rules"], 2],
      [["lint", "--help"], 2],
      [["--version"], 2],
      // The campaign was created: a pipeline must not send it again.
      [practice, 0],
      [[...practice, "--format", "json"], 0],
    ];
    for (const [args, code] of commands)
      it(`adds one line and exits ${code}: ${args.join(" ")}`, () => {
        const { status, err } = into(full, args);
        assert.equal(status, code, err);
        assert.match(err, noSpace);
      });

    it("keeps the exit code of a submission that was not sent", () => {
      folder.put({ "b.campaign.json": campaign({ priority: 5 }) });
      assert.equal(into(full, ["submit", "b.campaign.json", "--practice", "--yes"]).status, 1);
    });

    it("is silent if standard error is full as well", () => {
      const device = openSync(full, "w");
      const { status } = run(["lint"], { stdio: ["ignore", device, device] });
      closeSync(device);
      assert.equal(status, 2);
    });

    it("keeps the exit code if only standard error is full", () => {
      assert.deepEqual(
        [into(full, ["lint"], 2).status, into(full, ["lint", "missing.json", "--config", "x"], 2).status],
        [0, 2],
      );
    });
  });

  it("detects that a file accepts only a part of the report", function () {
    // A file size limit simulates an almost full disk: both accept the first bytes without an error.
    if (process.platform === "win32") this.skip();
    folder.put(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [`${i}.campaign.json`, campaign({ name: " x" })]),
      ),
    );
    const shell = `ulimit -f 1; exec "$0" "$1" lint --format json > report.json`;
    const { status, stderr } = spawnSync("sh", ["-c", shell, process.execPath, cli], {
      cwd: folder.path,
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, /^error: The output could not be written: the file would be too large\.\n$/);
    assert.ok(readFileSync(folder.at("report.json")).length > 0);
  });

  it("ends silently, with its own exit code, when the reader closes the pipe", async function () {
    if (process.platform === "win32") this.skip();
    folder.put({ "b.campaign.json": campaign({ priority: 5 }) });
    const child = spawn(process.execPath, [cli, "lint", "--format", "sarif"], { cwd: folder.path });
    child.stdout.destroy();
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
    const code = await new Promise((resolve) => child.once("close", resolve));
    assert.deepEqual([code, err], [1, ""]);
  });

  describe("for a folder that the user may not read", () => {
    before(function () {
      // Windows does not have these file modes.
      if (process.platform === "win32") this.skip();
    });

    const as = (...args: readonly string[]) => {
      const { status, out, err } = run([...args, "--format", "json"], nobody);
      return { status, err, report: JSON.parse(out || "{}") as Partial<JsonReport> };
    };
    const lock = () => {
      mkdirSync(folder.at("locked"));
      cpSync(folder.at("a.campaign.json"), folder.at("locked/b.campaign.json"));
      chmodSync(folder.at("locked"), 0);
    };
    const denied = { path: "locked", reason: "Permission denied: you can't read this folder." };

    it("reports it inside another folder, and checks the other files", () => {
      lock();
      const { status, report } = as("lint");
      assert.deepEqual([status, report.unread], [2, [denied]]);
      assert.deepEqual(
        report.files?.map((file) => file.path),
        ["a.campaign.json"],
      );
      assert.deepEqual(as("lint", "**/*.json").report.unread, [denied]);
    });

    it("reports it when it is named itself", () => {
      lock();
      const { status, report } = as("lint", "locked");
      assert.deepEqual([status, report.unread], [2, [denied]]);
      assert.equal(as("lint", "locked", "--pass-with-no-files").status, 2);
    });

    it("reports a named file in it", () => {
      lock();
      const { status, report } = as("lint", "locked/b.campaign.json");
      assert.equal(status, 2);
      assert.deepEqual(report.unread, [
        { path: "locked/b.campaign.json", reason: "Permission denied: you can't read this file." },
      ]);
    });

    it("reports a link into it", () => {
      lock();
      symlinkSync("locked/b.campaign.json", folder.at("c.campaign.json"));
      const { status, report } = as("lint", ".");
      assert.equal(status, 2);
      assert.deepEqual(report.unread?.map((one) => one.path).sort(), ["c.campaign.json", "locked"]);
    });
  });

  it("prints no escape sequence from an argument, not even in the parser's own messages", () => {
    for (const args of [
      ["lint", "--nonsense\u001b[31m\u009b1m"],
      ["lint", "--format", "\u001b]0;x\u0007"],
      ["submit", "\u001b[2Ja\n::error::x.campaign.json", "--yes", "--dry-run"],
      ["\u001b[31m\u202e"],
    ]) {
      const { status, out, err } = run(args);
      assert.equal(status, 2);
      assert.doesNotMatch((out + err).replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
      assert.doesNotMatch(err, /^::/m);
    }
  });
}).timeout(120_000);
