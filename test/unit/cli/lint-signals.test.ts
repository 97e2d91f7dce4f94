import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { Folder } from "./lint-command";

const project = path.join(__dirname, "../../..");
const endless = pathToFileURL(path.join(__dirname, "endless-folder.ts")).href;

if (process.platform !== "win32")
  describe("campaign-json lint, while it searches folders,", () => {
    let folder: Folder;
    let child: ChildProcess;
    beforeEach(() => (folder = new Folder()));
    afterEach(() => {
      child.kill("SIGKILL");
      folder.remove();
    });

    /** Starts a search that does not end, and waits until it has begun. */
    async function started(search: "endless" | "silent"): Promise<ChildProcess> {
      const program = ["--import", "tsx", "--import", endless, path.join(project, "src/cli.ts")];
      child = spawn(process.execPath, [...program, "lint", folder.path], {
        ...{ cwd: project, stdio: ["ignore", "pipe", "pipe"] },
        env: { ...process.env, SEARCH: search },
      });
      child.stdout?.resume();
      const [text] = (await once(child.stderr!, "data")) as [Buffer];
      assert.match(text.toString(), /^searching /);
      return child;
    }

    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      it(`exits with 130 at the first ${signal}`, async () => {
        const ended = once(await started("endless"), "exit");
        child.kill(signal);
        assert.deepEqual(await ended, [130, null]);
      }).timeout(60_000);

      if (process.platform === "linux")
        it(`is ended by the second ${signal} even if a folder never answers`, async () => {
          const ended = once(await started("silent"), "exit");
          child.kill(signal);
          while (catches(signal)) await sleep(10);
          assert.equal(child.exitCode, null);
          child.kill(signal);
          assert.deepEqual(await ended, [null, signal]);
        }).timeout(60_000);
    }

    /** Whether the process has a handler for this signal, from its own view of itself in /proc. */
    function catches(signal: "SIGINT" | "SIGTERM"): boolean {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const mask = BigInt(`0x${/^SigCgt:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? "0"}`);
      return ((mask >> BigInt(os.constants.signals[signal] - 1)) & 1n) === 1n;
    }
  });
