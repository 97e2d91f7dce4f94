import { registerDiff, type DiffDeps } from "../../../src/cli/commands/diff";
import { registerPull } from "../../../src/cli/commands/pull";
import { registerUpdate } from "../../../src/cli/commands/update";
import type { UpdateDeps } from "../../../src/cli/lifecycle/update-campaign";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken, type PracticeServer } from "../../../src/node/practice/server";
import { runCommand, type Ran } from "./command-run";
import { connectionTo } from "./servers";

export type { Ran } from "./command-run";

export const environment = (host: string, token = mintPracticeToken()): Record<string, string> => ({
  CAMPAIGN_JSON_HOST: host,
  CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
  CAMPAIGN_JSON_STREAM_ID: "st-1",
  CAMPAIGN_JSON_TOKEN: token,
});

/** A command that reads an account, in this process. */
export function run(args: readonly string[], changes: Partial<DiffDeps> = {}): Promise<Ran> {
  return runCommand(args, (program, common) => {
    registerPull(program, { ...common, ...changes });
    registerDiff(program, { ...common, ...changes });
  });
}

export type UpdateChanges = Partial<UpdateDeps>;

/** `campaign-json update`, in this process. */
export function update(args: readonly string[], changes: UpdateChanges = {}): Promise<Ran> {
  const ask = (): Promise<undefined> => Promise.resolve(undefined);
  return runCommand(
    ["update", ...args],
    (program, common) => registerUpdate(program, { ...common, ask, ...changes }),
    changes.cwd,
  );
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
