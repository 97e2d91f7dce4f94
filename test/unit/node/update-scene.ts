import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { Comparison } from "../../../src/core/comparison/compare";
import type { ChangedOmission, Omission } from "../../../src/core/comparison/omission";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import { readLedger } from "../../../src/core/ledger/ledger-text";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { environment, update, type Ran, type UpdateChanges } from "./account-run";
import { handOn } from "./lossy-server";
import { sample } from "./practice-call";
import { submit } from "./submit-run";
import { httpServer, type Arrived, type TestServer } from "./servers";

export const preview = sample as unknown as Campaign;

export interface Report extends Partial<Comparison> {
  readonly omitted?: readonly Omission[];
  readonly changed?: readonly ChangedOmission[];
  readonly outcome: string;
  readonly campaignId?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly message: string;
  readonly nextStep: string;
}

/** Answers a PUT in its own way; every other call goes to the practice server. */
export type Fault = (response: ServerResponse, forward: () => Promise<unknown>) => void;

/** A practice server behind another one, which can answer an update in its own way; a folder with one file; a ledger. */
export class UpdateScene {
  fault: Fault | undefined;
  readonly store = memoryLedger();
  readonly #folder = mkdtempSync(path.join(tmpdir(), "update-"));

  private constructor(
    readonly practice: PracticeServer,
    readonly server: TestServer,
  ) {}

  static async open(): Promise<UpdateScene> {
    const practice = await startPracticeServer({ settleMs: 0 });
    const own: { scene?: UpdateScene } = {};
    const server = await httpServer((response, { method }) => {
      const arrived = server.arrived.at(-1);
      assert.ok(arrived && own.scene);
      const forward = () => handOn(practice.origin, arrived);
      const { fault } = own.scene;
      if (method === "PUT" && fault !== undefined) fault(response, forward);
      else
        void forward().then(({ status, text }) => {
          response.writeHead(status, { "content-type": "application/json" });
          response.end(text);
        });
    });
    return (own.scene = new UpdateScene(practice, server));
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.practice.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  write(campaign: object): void {
    writeFileSync(path.join(this.#folder, FILE), JSON.stringify(campaign, undefined, 2));
  }

  run(args: readonly string[] = ["--yes"], changes: UpdateChanges = {}): Promise<Ran> {
    return update([FILE, ...args], {
      ...{ env: environment(this.server.origin), cwd: this.#folder, ledgerStore: () => this.store },
      ...changes,
    });
  }

  async report(args: readonly string[] = ["--yes"], changes: UpdateChanges = {}): Promise<Report & Ran> {
    const ran = await this.run(["--format", "json", ...args], changes);
    return { ...(JSON.parse(ran.out) as Report), ...ran };
  }

  /** `campaign-json submit` of the same file, with the same ledger. */
  async submit(...args: readonly string[]): Promise<Report & { readonly code: number }> {
    const { code, out } = await submit([path.join(this.#folder, FILE), "--format", "json", ...args], {
      ...{ env: environment(this.server.origin), ledgerStore: () => this.store },
    });
    return { ...(JSON.parse(out) as Report), code };
  }

  puts(): readonly Arrived[] {
    return this.server.arrived.filter(({ method }) => method === "PUT");
  }

  async entries(): Promise<readonly LedgerEntry[]> {
    return readLedger(await this.store.read()).entries;
  }

  async recorded(): Promise<string[]> {
    return (await this.entries()).map(({ change, state }) => `${change?.action ?? "create"} ${state}`);
  }

  /** A call of another person. `path` starts after the host. */
  async call(method: string, address: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.practice.origin}${address}`, {
      method,
      headers: {
        ...{ auth: this.practice.connection.credential.token, iid: "st-1", accountid: "account-1" },
        "content-type": "application/json",
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return answer.json();
  }

  async stored(id: string): Promise<Campaign> {
    const address = `/campaign/api/v2/public/st-1/campaign/${id}?accountId=account-1`;
    return ((await this.call("GET", address)) as { readonly data: Campaign }).data;
  }
}

const FILE = "spring.campaign.json";
