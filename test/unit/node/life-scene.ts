import path from "node:path";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { createLedger } from "../../../src/core/ledger/ledger";
import type { LedgerStore } from "../../../src/core/ledger/store";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { accepted, attempt, begun } from "../submission/attempts";
import { life } from "./life-run";
import { lossyServer, type LossyServer } from "./lossy-server";
import { sample as body } from "./practice-call";
import { sample, submit, type Ran } from "./submit-run";

/** The name in the sample. */
export const NAME = "Billing Reminder Voice Campaign1";

const START = Date.parse("2026-03-01T10:00:00Z");

/** A practice server behind a lossy one, a ledger, and a clock that only the test moves. */
export class Scene {
  clock = START;
  server!: LossyServer;
  readonly store: LedgerStore = memoryLedger();
  env: Record<string, string> = {};
  #practice!: PracticeServer;

  /** An account with these campaigns. */
  async open(seed: readonly object[] = [body]): Promise<this> {
    const campaigns = seed as unknown as Campaign[];
    this.#practice = await startPracticeServer({ now: this.#now, runMs: 60_000, seed: campaigns });
    this.server = await lossyServer(this.#practice);
    this.env = {
      CAMPAIGN_JSON_HOST: this.server.origin,
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: mintPracticeToken(),
    };
    return this;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.#practice.close();
  }

  readonly #now = (): number => this.clock;

  #common() {
    return { env: this.env, now: this.#now, startedAt: this.clock, ledgerStore: () => this.store };
  }

  /** Submits the sample. */
  submit(): Promise<Ran> {
    return submit([sample, "--yes"], this.#common());
  }

  /** Acts like an earlier submission of the sample that created a campaign with this ID. */
  async recordSubmission(campaignId: string): Promise<void> {
    const ledger = createLedger({
      ...{ store: this.store, now: this.#now, owner: "earlier", onDamage: () => undefined },
    });
    const place = { host: this.server.origin, accountId: "account-1", path: path.resolve(sample) };
    await ledger.finish(begun(await ledger.begin(attempt(place), [])), { ...accepted, campaignId });
  }

  run(args: readonly string[], changes: Partial<TriggerDeps> = {}): Promise<Ran> {
    return life(args, { ...this.#common(), ...changes });
  }

  /** The exit code and the JSON report of a command. */
  async report(...args: readonly string[]): Promise<Record<string, unknown>> {
    const { code, out } = await this.run([...args, "--format", "json"]);
    return { code, ...(JSON.parse(out) as object) };
  }

  /** The exit code, outcome, reason and state of a command. */
  async short(...args: readonly string[]): Promise<string> {
    const report = await this.report(...args);
    const parts = ["code", "outcome", "reason", "state"].filter((key) => report[key] !== undefined);
    return parts.map((key) => String(report[key])).join(" ");
  }

  /** Lets the time pass that a command waits for. */
  readonly wait: TriggerDeps["wait"] = (ms) => {
    this.clock += ms;
    return Promise.resolve();
  };
}
