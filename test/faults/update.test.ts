import assert from "node:assert/strict";
import type { Campaign } from "../../src/core/campaign/generated/campaign";
import { toRequestBody } from "../../src/core/campaign/request-body";
import { accountValues } from "../../src/core/comparison/account-values";
import { toAttempt } from "../../src/core/ledger/attempt";
import { sendOnce } from "../../src/core/ledger/send-once";
import { runUpdate } from "../../src/core/lifecycle/run-update";
import { updateCampaign } from "../../src/core/platform/existing/update-campaign";
import { fetchTransport } from "../../src/node/http/fetch-transport";
import { sample } from "../unit/node/practice-call";
import { connectionTo } from "../unit/node/servers";
import { computer } from "../unit/submission/attempts";
import { cases, type FaultCase } from "./cases";
import { testChange, type Changed } from "./changes";
import { PATIENCE_SECONDS } from "./try-fault";

const inAccount = sample as unknown as Campaign;
const file: Campaign = { ...inAccount, priority: "2" };

/** One update of the priority through the policy and a ledger. The campaign in the account never changes. */
async function updateAt(host: string, fault: FaultCase, signal: AbortSignal): Promise<Changed> {
  const at = computer();
  const ledger = at.window();
  const connection = connectionTo(host);
  const body = toRequestBody(fault.large ? { ...file, description: "x".repeat(2 ** 19) } : file);
  const change = { action: "update", campaignId: "cd-1" } as const;
  const attempt = await toAttempt({ connection, body, file: "a.campaign.json", campaign: file.name, change });
  const timeoutMs = (fault.seconds ?? PATIENCE_SECONDS) * 1000;
  const data = { ...inAccount, _id: "cd-1", status: "Ready" };
  const end = await runUpdate({
    ...{ ledger, file, attempt, signal, consent: "in-advance", now: () => at.now },
    read: () =>
      Promise.resolve({
        kind: "read",
        campaign: { id: "cd-1", name: file.name, state: "Ready", data },
        values: accountValues(data),
      }),
    confirm: () => Promise.resolve(true),
    send: (acknowledged) =>
      sendOnce({ ledger, attempt, acknowledged, signal, every: () => () => undefined }, () =>
        updateCampaign({
          ...{ connection, body, signal, timeoutMs, campaignId: "cd-1" },
          ...{ transport: fetchTransport, now: Date.now },
        }),
      ),
  });
  assert.ok(end.kind === "sent", end.kind);
  const { entries } = await ledger.history();
  return { outcome: end.submission.outcome, entries, connection };
}

testChange("update", cases, updateAt);
