import assert from "node:assert/strict";
import type { Accepted, Unknown } from "../../../src/core/platform/outcome";
import type { Attempt, PendingEntry } from "../../../src/core/ledger/entry";
import { createLedger, type BeginResult, type Damage, type Ledger } from "../../../src/core/ledger/ledger";
import { memoryStore, type MemoryStore } from "../ledger/memory-store";

export const START = Date.UTC(2026, 0, 5, 9);

export const hashOf = (digit: string): string => digit.repeat(64);

export const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  host: "https://platform.kore.ai",
  accountId: "account-1",
  streamId: "st-1",
  connectionName: "Test",
  file: "spring.campaign.json",
  campaign: "Spring",
  bodyHash: hashOf("a"),
  body: '{"name":"Spring"}',
  ...changes,
});

export const accepted: Accepted = {
  kind: "accepted",
  httpStatus: 200,
  campaignId: "cd-1",
  state: "Preparing",
  message: "Campaign Spring creation in progress",
  response: { status: "success" },
};

export const unknown: Unknown = { kind: "unknown", reason: "timeout", detail: "No answer in time." };

/** A computer: one store, one clock, and any number of windows. */
export interface Computer {
  readonly store: MemoryStore;
  now: number;
  readonly damages: Damage[];
  window(owner?: string): Ledger;
}

export function computer(text?: string): Computer {
  const store = memoryStore(text);
  const damages: Damage[] = [];
  let ids = 0;
  const self: Computer = {
    store,
    now: START,
    damages,
    window: (owner = "window-1") =>
      createLedger({
        store,
        now: () => self.now,
        owner,
        onDamage: (damage) => void damages.push(damage),
        randomId: () => `entry-${++ids}`,
      }),
  };
  return self;
}

export function begun(result: BeginResult): PendingEntry {
  return result.kind === "begun" ? result.entry : assert.fail(`It did not begin: ${result.kind}`);
}
