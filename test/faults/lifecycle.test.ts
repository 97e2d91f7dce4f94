import assert from "node:assert/strict";
import { toAttempt } from "../../src/core/ledger/attempt";
import { sendOnce } from "../../src/core/ledger/send-once";
import { runTrigger } from "../../src/core/lifecycle/run";
import { triggerCampaign, type Trigger } from "../../src/core/platform/existing/trigger-campaign";
import { fetchTransport } from "../../src/node/http/fetch-transport";
import { connectionTo } from "../unit/node/servers";
import { computer } from "../unit/submission/attempts";
import { triggerCases, type FaultCase } from "./cases";
import { testChange, type Changed } from "./changes";
import { PATIENCE_SECONDS } from "./try-fault";

const BEFORE: Readonly<Record<Trigger, string>> = { start: "Ready", stop: "Active" };

/** One start or stop through the policy and a ledger, and what the ledger has then. The state never changes. */
async function triggerAt(
  host: string,
  trigger: Trigger,
  fault: FaultCase,
  signal: AbortSignal,
): Promise<Changed> {
  const at = computer();
  const ledger = at.window();
  const connection = connectionTo(host);
  const change = { action: trigger, campaignId: "cd-1" } as const;
  const attempt = await toAttempt({ connection, body: "{}", file: "", campaign: "Spring", change });
  const timeoutMs = (fault.seconds ?? PATIENCE_SECONDS) * 1000;
  const end = await runTrigger({
    ...{ ledger, trigger, attempt, signal, campaignId: "cd-1", now: () => at.now },
    consent: { kind: "in-advance", since: at.now, again: false, lookedUp: false },
    readState: () => Promise.resolve({ kind: "known", state: BEFORE[trigger], message: "" }),
    readCampaign: () => assert.fail("Nobody is asked."),
    confirm: () => assert.fail("Nobody is asked."),
    send: (acknowledged) =>
      sendOnce({ ledger, attempt, acknowledged, signal, every: () => () => undefined }, () =>
        triggerCampaign({
          ...{ connection, signal, timeoutMs, trigger, campaignId: "cd-1" },
          ...{ transport: fetchTransport, now: Date.now },
        }),
      ),
    follow: () => Promise.resolve(undefined),
  });
  assert.ok(end.kind === "sent", end.kind);
  const { entries } = await ledger.history();
  return { outcome: end.submission.outcome, entries, connection };
}

for (const trigger of ["start", "stop"] as const)
  testChange(trigger, triggerCases[trigger], (host, fault, signal) =>
    triggerAt(host, trigger, fault, signal),
  );
