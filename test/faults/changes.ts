import assert from "node:assert/strict";
import { globalAgent } from "node:https";
import type { LedgerEntry } from "../../src/core/ledger/entry";
import type { Outcome } from "../../src/core/platform/outcome";
import type { connectionTo } from "../unit/node/servers";
import type { FaultCase, FaultCases } from "./cases";
import { certificate } from "./server";
import { tryFault } from "./try-fault";

/** What one change of an existing campaign led to, and what the ledger has then. */
export interface Changed {
  readonly outcome: Outcome;
  readonly entries: readonly LedgerEntry[];
  readonly connection: ReturnType<typeof connectionTo>;
}

/** Defines a test for each case: one request at most, its outcome in the ledger, no secret in it. */
export function testChange(
  action: "start" | "stop" | "update",
  cases: FaultCases,
  changeAt: (host: string, fault: FaultCase, signal: AbortSignal) => Promise<Changed>,
): void {
  describe(`A${action === "update" ? "n" : ""} ${action} at a faulty server`, () => {
    for (const kind of Object.keys(cases) as readonly Outcome["kind"][])
      describe(`is ${kind}`, () => {
        for (const fault of cases[kind])
          it(`${fault.what}: one request at most, recorded, no other server reached`, () =>
            tryFault(fault, kind, async (host, _proxy, onStop) => {
              const stopped = new AbortController();
              onStop(() => stopped.abort());
              if (fault.trusted) globalAgent.options.ca = certificate.cert;
              try {
                const { outcome, entries, connection } = await changeAt(host, fault, stopped.signal);
                assert.deepEqual(
                  entries.map(({ state, change }) => [state, change]),
                  [[kind, { action, campaignId: "cd-1" }]],
                );
                const { credential } = connection;
                assert.ok(credential.kind === "token" && !JSON.stringify(entries).includes(credential.token));
                const { kind: found, ...more } = outcome;
                return { outcome: found, ...more };
              } finally {
                delete globalAgent.options.ca;
              }
            }));
      });
  });
}
