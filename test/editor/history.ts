import { rm } from "node:fs/promises";
import type { Outcome } from "../../src/core/platform/outcome";
import type { FinishedEntry, PendingEntry } from "../../src/core/ledger/entry";
import { createLedger, type Ledger } from "../../src/core/ledger/ledger";
import { toAttempt, type ToAttempt } from "../../src/core/ledger/attempt";
import { tokenWith } from "./secrets";
import { ledgerFile, ledgerFolder } from "../../src/node/ledger/ledger-file";

/** The folder of the ledger that the tested extension reads, never your own. */
export function ledgerOfTest(): string {
  const chosen = process.env["CAMPAIGN_JSON_LEDGER"];
  if (!chosen) throw new Error("The ledger of the tests is not set.");
  return ledgerFolder(process.env);
}

/** A second program that shares the ledger. */
export function openLedger(): Ledger {
  return createLedger({
    store: ledgerFile(ledgerOfTest()),
    now: Date.now,
    owner: "a test",
    onDamage: () => undefined,
  });
}

export async function forgetSubmissions(): Promise<void> {
  await rm(ledgerOfTest(), { recursive: true, force: true });
}

const connection: ToAttempt["connection"] = {
  id: "0b6f5c5e-acme",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: false,
  credential: { kind: "token", token: tokenWith() },
};

export const accepted: Outcome = {
  kind: "accepted",
  httpStatus: 200,
  campaignId: "cd-1",
  state: "Preparing",
  message: "creation in progress",
  response: { status: "success", data: { id: "cd-1", status: "Preparing" } },
};

export const lost: Outcome = { kind: "unknown", reason: "reset", detail: "The connection was cut." };

/** Records a submission as `submitOnce` does, without sending it. */
export async function noted(outcome: Outcome, about: Partial<ToAttempt> = {}): Promise<FinishedEntry> {
  const ledger = openLedger();
  return ledger.finish(await pending(ledger, about), outcome);
}

async function pending(ledger: Ledger, about: Partial<ToAttempt>): Promise<PendingEntry> {
  const attempt = await toAttempt({
    ...{ connection, body: '{"name":"Spring"}', file: "spring.campaign.json", campaign: "Spring" },
    ...about,
  });
  const { prior } = await ledger.assess(attempt);
  const begun = await ledger.begin(attempt, prior);
  if (begun.kind !== "begun") throw new Error(`The ledger refused: ${begun.kind}.`);
  return begun.entry;
}
