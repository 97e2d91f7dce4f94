import assert from "node:assert/strict";
import type { Connection } from "../../../src/core/connection/connection";
import type { Transport } from "../../../src/core/platform/transport";
import { RENEW_MS } from "../../../src/core/ledger/entry";
import type { Acknowledged } from "../../../src/core/ledger/ledger";
import { submitOnce, type SubmitOnceResult } from "../../../src/core/submission/submit-once";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { sampleText } from "../node/practice-call";
import { connectionTo, httpServer } from "../node/servers";
import { computer, type Computer } from "./attempts";

const body = JSON.stringify(JSON.parse(sampleText("preview")));

interface Changes {
  readonly transport?: Transport;
  readonly acknowledged?: readonly Acknowledged[];
  readonly owner?: string;
  readonly every?: (ms: number, action: () => void) => () => void;
  readonly signal?: AbortSignal;
}

function submit(at: Computer, connection: Connection, changes: Changes = {}): Promise<SubmitOnceResult> {
  return submitOnce({
    connection,
    body,
    transport: fetchTransport,
    signal: new AbortController().signal,
    timeoutMs: 2000,
    now: () => at.now,
    ledger: at.window(changes.owner),
    file: "spring.campaign.json",
    campaign: "Billing Reminder Voice Campaign1",
    acknowledged: [],
    every: () => () => undefined,
    ...changes,
  });
}

const kindOf = (result: SubmitOnceResult): string =>
  result.kind === "sent" ? result.submission.outcome.kind : result.kind;

describe("submitOnce", () => {
  let server: PracticeServer;
  beforeEach(async () => (server = await startPracticeServer()));
  afterEach(() => server.close());

  it("records the request and the response, without the secret", async () => {
    const at = computer();
    const result = await submit(at, server.connection);
    assert.equal(kindOf(result), "accepted");
    const [entry] = (await at.window().history()).entries;
    assert.equal(entry?.state, "accepted");
    assert.equal(entry.campaignState, "Preparing");
    assert.match(entry.campaignId ?? "", /^cd-/);
    assert.equal(entry.body, body);
    assert.ok(!(at.store.text ?? "").includes(server.connection.credential.token.slice(0, 20)));
  });

  it("records the submission before the first byte is sent", async () => {
    const at = computer();
    let noted: string | undefined;
    const transport: Transport = (request, options) => {
      noted = at.store.text;
      return fetchTransport(request, options);
    };
    await submit(at, server.connection, { transport });
    assert.match(noted ?? "", /"state":"pending"/);
  });

  it("sends one of two simultaneous submissions, and asks before the third", async () => {
    const at = computer();
    const results = await Promise.all([
      submit(at, server.connection, { owner: "one" }),
      submit(at, server.connection, { owner: "two" }),
    ]);
    assert.deepEqual(results.map(kindOf).sort(), ["accepted", "under-way"]);
    assert.equal(kindOf(await submit(at, server.connection)), "prior");
    assert.equal(server.requests.length, 1);
    const acknowledged = (await at.window().history()).entries.map(({ id }) => ({
      ...{ entryId: id, created: "yes" as const },
    }));
    assert.equal(kindOf(await submit(at, server.connection, { acknowledged })), "accepted");
    assert.equal(server.requests.length, 2);
  });

  it("does not send again without a response", async () => {
    const at = computer();
    const silent = await httpServer((response) => response.destroy());
    try {
      assert.equal(kindOf(await submit(at, connectionTo(silent.origin))), "unknown");
      assert.equal(kindOf(await submit(at, connectionTo(silent.origin))), "unresolved");
      assert.equal(silent.arrived.length, 1);
    } finally {
      await silent.close();
    }
  });

  it("sends nothing that it cannot record", async () => {
    const at = computer();
    at.store.broken = new Error("disk full");
    assert.deepEqual(await submit(at, server.connection), { kind: "not-noted", detail: "disk full" });
    assert.equal(server.requests.length, 0);
  });

  it("returns the outcome even if it cannot be recorded, and asks about it later", async () => {
    const at = computer();
    const transport: Transport = async (request, options) => {
      const result = await fetchTransport(request, options);
      at.store.broken = new Error("disk full");
      return result;
    };
    const result = await submit(at, server.connection, { transport });
    assert.deepEqual([kindOf(result), "entry" in result], ["accepted", false]);
    at.store.broken = undefined;
    at.now += 60_000;
    assert.equal((await at.window().orphaned()).entries.length, 1);
  });

  it("keeps its lease while it waits, and releases the timer", async () => {
    const at = computer();
    let stopped = 0;
    const every = (ms: number, action: () => void): (() => void) => {
      assert.equal(ms, RENEW_MS);
      at.now += RENEW_MS;
      action();
      return () => {
        stopped++;
      };
    };
    let leaseUntil = 0;
    const transport: Transport = async (request, options) => {
      const { checkAgainAt = 0 } = await at.window("other").orphaned();
      leaseUntil = checkAgainAt;
      return fetchTransport(request, options);
    };
    await submit(at, server.connection, { every, transport });
    assert.ok(leaseUntil > at.now);
    assert.equal(stopped, 1);
  });

  it("records an internal error as unresolved, and throws it", async () => {
    const at = computer();
    const transport: Transport = () => Promise.reject(new TypeError("a bug"));
    await assert.rejects(submit(at, server.connection, { transport }), TypeError);
    const [entry] = (await at.window().history()).entries;
    assert.equal(entry?.state, "unknown");
  });

  it("records that nothing was sent", async () => {
    const at = computer();
    assert.equal(kindOf(await submit(at, server.connection, { signal: AbortSignal.abort() })), "cancelled");
    const refused = await submit(at, { ...server.connection, accountId: "" });
    assert.equal(kindOf(refused), "not-sent");
    const { entries, damage } = await at.window().history();
    assert.deepEqual([entries.map(({ state }) => state), damage], [["not-sent", "cancelled"], undefined]);
    assert.equal(server.requests.length, 0);
  });
});
