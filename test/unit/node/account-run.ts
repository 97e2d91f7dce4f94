import { Command } from "commander";
import type { AccountDeps } from "../../../src/cli/lifecycle/account-command";
import { registerDiff, type DiffDeps } from "../../../src/cli/commands/diff";
import { registerPull } from "../../../src/cli/commands/pull";
import { registerUpdate } from "../../../src/cli/commands/update";
import { checkFile } from "../../../src/cli/files/check-file";
import type { UpdateDeps } from "../../../src/cli/lifecycle/update-campaign";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { checkCampaign } from "../../../src/core/lint/check";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken, type PracticeServer } from "../../../src/node/practice/server";
import { connectionTo } from "./servers";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const environment = (host: string, token = mintPracticeToken()): Record<string, string> => ({
  CAMPAIGN_JSON_HOST: host,
  CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
  CAMPAIGN_JSON_STREAM_ID: "st-1",
  CAMPAIGN_JSON_TOKEN: token,
});

/** A command that reads an account, in this process. */
export async function run(args: readonly string[], changes: Partial<DiffDeps> = {}): Promise<Ran> {
  let code = -1;
  let out = "";
  let err = "";
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const deps: AccountDeps = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    cwd: process.cwd(),
    transport: fetchTransport,
    now: Date.now,
    onInterrupt: () => () => undefined,
    setExitCode: (value) => (code = value),
    ...changes,
  };
  registerPull(program, deps);
  registerDiff(program, { ledgerStore: memoryLedger, ...changes, ...deps });
  await program.parseAsync(args, { from: "user" });
  return { code, out, err };
}

export type UpdateChanges = Partial<UpdateDeps>;

/** `campaign-json update`, in this process. */
export async function update(args: readonly string[], changes: UpdateChanges = {}): Promise<Ran> {
  let code = -1;
  let out = "";
  let err = "";
  const { cwd = process.cwd() } = changes;
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerUpdate(program, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    cwd,
    canAsk: false,
    ask: () => Promise.resolve(undefined),
    checkFile: (file) => checkFile(file, cwd, (text) => checkCampaign(text)),
    transport: fetchTransport,
    ledgerStore: memoryLedger,
    every: () => () => undefined,
    now: Date.now,
    startedAt: Date.now(),
    onInterrupt: () => () => undefined,
    setExitCode: (value) => (code = value),
    ...changes,
  });
  await program.parseAsync(["update", ...args], { from: "user" });
  return { code, out, err };
}

/** Creates a campaign in the account of `environment` and returns its ID. */
export async function created(server: PracticeServer, campaign: Campaign): Promise<string> {
  const { outcome } = await submitCampaign({
    connection: connectionTo(server.origin),
    transport: fetchTransport,
    signal: new AbortController().signal,
    timeoutMs: 5_000,
    now: Date.now,
    body: toRequestBody(campaign),
  });
  if (outcome.kind !== "accepted" || outcome.campaignId === undefined) throw new Error(outcome.kind);
  return outcome.campaignId;
}
