import assert from "node:assert/strict";
import { AsyncResource } from "node:async_hooks";
import { hasSubscribers } from "node:diagnostics_channel";
import { getEventListeners } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { createLedger } from "../../../src/core/ledger/ledger";
import { ledgerFile } from "../../../src/node/ledger/ledger-file";
import { startPracticeServer } from "../../../src/node/practice/server";
import { times } from "../../run/endurance";
import { activeResources, assertFlat, assertNoMoreResources, collectGarbage } from "../heap";
import { accepted, attempt, begun } from "../submission/attempts";
import { callPractice, sample } from "./practice-call";
import { httpServer, outcomeAt, tcpServer } from "./servers";

const REQUESTS = times(600, 10_000);
const CHANGES = times(300, 3_000);

describe(`${REQUESTS} requests`, () => {
  it("to the practice server leave no socket, timer or memory behind", async () => {
    const before = await activeResources();
    let now = Date.now();
    // Full from the beginning, because it keeps its last 1000 campaigns.
    const campaign = sample as unknown as Campaign;
    const seed = Array.from({ length: 1000 }, () => campaign);
    const server = await startPracticeServer({ seed, now: () => now });
    const list = "/campaign/api/v2/public/st-practice/campaigns?accountId=practice";
    await assertFlat("request to the practice server", REQUESTS, async (turn) => {
      // The account allows 60 calls a minute.
      now += 2_000;
      const reply = await callPractice(server, turn % 4 === 0 ? { method: "GET", url: list } : {});
      assert.ok(reply.status === 200 || turn % 4 === 0, JSON.stringify(reply));
    });
    await server.close();
    await assertNoMoreResources(before);
  }).timeout(300_000);

  it("with one signal leave no listener, timer, socket or context behind, whether answered or not", async () => {
    const before = await activeResources();
    const answering = await httpServer((response) => response.end("{}"));
    const breaking = await tcpServer((socket) => socket.destroy());
    const silent = await tcpServer(() => undefined);
    const { signal } = new AbortController();
    const contexts = contextsOfNewResources();
    await assertFlat("request", REQUESTS, async (turn) => {
      // A timeout takes a while, so only a few requests wait for it. On a busy machine it comes before the connection.
      const timeoutMs = turn % 50 === 0 ? 20 : 5_000;
      const { origin } = turn % 50 === 0 ? silent : turn % 2 === 0 ? breaking : answering;
      const { kind } = await outcomeAt(origin, { signal, timeoutMs });
      answering.arrived.length = 0;
      assert.ok(kind === "unknown" || (kind === "not-sent" && origin === silent.origin), kind);
    });
    assert.deepEqual(getEventListeners(signal, "abort"), []);
    assert.equal(contextsOfNewResources(), contexts);
    for (const event of ["request.created", "request.start", "response.finish", "request.error"])
      assert.ok(!hasSubscribers(`http.client.${event}`), event);
    await Promise.all([answering, breaking, silent].map((server) => server.close()));
    await assertNoMoreResources(before);
  }).timeout(300_000);

  /** The number of contexts that Node copies to each new promise and timer. Node 24 and later copies none. */
  function contextsOfNewResources(): number {
    return Object.getOwnPropertySymbols(new AsyncResource("test")).length;
  }
});

describe(`${CHANGES} changes of the ledger`, () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), "leaks-"))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("with one signal leave no listener, file, timer or memory behind", async () => {
    const before = await activeResources();
    const ledger = createLedger({
      ...{ store: ledgerFile(folder), now: Date.now, owner: "here" },
      onDamage: () => assert.fail("It is damaged."),
    });
    const entry = begun(await ledger.begin(attempt()));
    const { signal } = new AbortController();
    await assertFlat("change of the ledger", CHANGES, async (turn) => {
      if (turn % 2 === 0) await ledger.renew(entry);
      else assert.equal((await ledger.begin(attempt(), [], signal)).kind, "under-way");
    });
    await ledger.finish(entry, accepted);
    assert.deepEqual(getEventListeners(signal, "abort"), []);
    assert.deepEqual(fs.readdirSync(folder), ["ledger.jsonl"]);
    await assertNoMoreResources(before);
  }).timeout(120_000);

  it("keep nothing of one that failed", async () => {
    const store = ledgerFile(folder);
    const failed = await failure(store);
    for (let turn = 0; turn < 10; turn++) await store.update(() => ({ text: String(turn) }));
    await collectGarbage();
    assert.equal(failed.deref(), undefined);
  });

  /** Apart, so that no variable of the test refers to the error. */
  async function failure(store: ReturnType<typeof ledgerFile>): Promise<WeakRef<Error>> {
    const error = new RangeError("a bug");
    await assert.rejects(
      store.update(() => {
        throw error;
      }),
      error,
    );
    return new WeakRef(error);
  }
});
