import assert from "node:assert/strict";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { createLedger, type Ledger } from "../../../src/core/ledger/ledger";
import type { LedgerStore } from "../../../src/core/ledger/store";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { lossyServer, type LossyServer } from "./lossy-server";
import { sample, submit, type Ran } from "./submit-run";

export const MINUTE = 60_000;
/** The name in the sample. */
export const campaign = "Billing Reminder Voice Campaign1";
export const atTerminal: Partial<SubmitDeps> = { canAsk: true };

/** An account with configurable responses, a ledger, and one clock for both and for the command line. */
export class Scene {
  now = Date.UTC(2026, 10, 23, 14, 5);
  readonly store: LedgerStore = memoryLedger();

  private constructor(
    readonly practice: PracticeServer,
    readonly server: LossyServer,
  ) {}

  static async open(): Promise<Scene> {
    const clock: { scene?: Scene } = {};
    const practice = await startPracticeServer({ now: () => clock.scene?.now ?? 0 });
    return (clock.scene = new Scene(practice, await lossyServer(practice)));
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.practice.close();
  }

  ledger(): Ledger {
    const { store } = this;
    return createLedger({ store, now: () => this.now, owner: "another", onDamage: () => undefined });
  }

  run(
    args: readonly string[] = [],
    changes: Partial<SubmitDeps> = {},
    ...paths: readonly string[]
  ): Promise<Ran> {
    const env = {
      CAMPAIGN_JSON_HOST: this.server.origin,
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: this.practice.connection.credential.token,
    };
    return submit([...(paths.length === 0 ? [sample] : paths), "--format", "json", ...args], {
      ...{ env, now: () => this.now, startedAt: this.now, ledgerStore: () => this.store },
      ...changes,
    });
  }

  /** Submits without getting a response. */
  async unanswered(mode: "lose-answers" | "lose-requests"): Promise<void> {
    this.server.mode = mode;
    const first = await this.run(["--yes"]);
    assert.deepEqual([first.code, said(first).outcome], [5, "unknown"]);
    assert.match(said(first).nextStep, /Run the same command again: it looks the campaign up/);
    this.server.mode = "pass";
  }
}

type Said = Readonly<Record<"outcome" | "reason" | "message" | "nextStep" | "campaignId" | "state", string>>;

export const said = ({ out }: Ran): Said => JSON.parse(out) as Said;
