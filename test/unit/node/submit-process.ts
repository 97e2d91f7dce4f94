import { spawn, type ChildProcessByStdio } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { lossyServer, type LossyServer } from "./lossy-server";
import { sample } from "./submit-run";

const program = ["--import", "tsx", path.join(__dirname, "../../../src/cli.ts")];

type SubmitProcess = ChildProcessByStdio<null, Readable, Readable>;

/** A new folder for the ledger and a new server for each test, to which its processes submit. */
export class SubmitProcesses {
  folder = "";
  server!: LossyServer;
  #practice!: PracticeServer;
  #children: SubmitProcess[] = [];

  async open(): Promise<void> {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), "submit-"));
    this.#practice = await startPracticeServer();
    this.server = await lossyServer(this.#practice);
    this.#children = [];
  }

  /** Starts `campaign-json submit --yes --format json` for the vendor's sample. */
  start(...options: readonly string[]): SubmitProcess {
    return this.run("submit", sample, "--yes", ...options);
  }

  /** Starts `campaign-json` with these arguments and `--format json`. */
  run(...args: readonly string[]): SubmitProcess {
    const child = spawn(process.execPath, [...program, ...args, "--format", "json"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        CAMPAIGN_JSON_LEDGER: this.folder,
        CAMPAIGN_JSON_HOST: this.server.origin,
        CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
        CAMPAIGN_JSON_STREAM_ID: "st-1",
        CAMPAIGN_JSON_TOKEN: this.#practice.connection.credential.token,
      },
    });
    this.#children.push(child);
    return child;
  }

  async close(): Promise<void> {
    for (const child of this.#children) child.kill("SIGKILL");
    await this.server.close();
    await this.#practice.close();
    fs.rmSync(this.folder, { recursive: true });
  }
}
