import assert from "node:assert/strict";
import type { NamedPart } from "../../../src/core/account/list-named";
import { createNameCache, type NameCache } from "../../../src/core/account/name-cache";
import type { Connection } from "../../../src/core/connection/connection";
import type { Listed } from "../../../src/core/platform/list-page";
import type { Outcome } from "../../../src/core/platform/outcome";

const acme: Connection = {
  ...{ id: "acme", name: "Acme", host: "https://platform.kore.ai", accountId: "acc-1", streamId: "st-1" },
  production: true,
  credential: { kind: "client", clientId: "cs-1", clientSecret: "the secret of the app" },
};
const minute = 60_000;
const start = Date.UTC(2026, 2, 1);
const never = new AbortController().signal;
const listed = (...names: readonly string[]): Listed<{ readonly name: string; readonly campaigns: [] }> => ({
  kind: "listed",
  items: names.map((name) => ({ name, campaigns: [] })),
  complete: true,
});
const unavailable = (outcome: Outcome): Listed<never> => ({ kind: "unavailable", outcome });
const refused: Outcome = { kind: "not-sent", reason: "refused", detail: "" };
const limited: Outcome = { kind: "rate-limited", httpStatus: 429, messages: [], response: undefined };

describe("The cache of names from the account", () => {
  let now = start;
  let answer: Listed<{ readonly name: string; readonly campaigns: [] }> | Error = listed("A");
  let reads: string[] = [];
  let seen: unknown[] = [];
  let hold: Promise<void> | undefined;
  let cache: NameCache;

  beforeEach(() => {
    [now, answer, reads, seen, hold] = [start, listed("A"), [], [], undefined];
    cache = createNameCache({
      list: async (part, connection, signal) => {
        reads.push(`${connection.name} ${part}`);
        await Promise.race([
          hold,
          new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve())),
        ]);
        if (signal.aborted) return unavailable({ kind: "cancelled" });
        if (answer instanceof Error) throw answer;
        return answer;
      },
      now: () => now,
      onRead: (part, connection, result) =>
        seen.push([part, connection.name, result instanceof Error ? result.message : result.kind]),
    });
  });

  /** Wants the names and waits until a read that this starts has ended. */
  const wanted = async (part: NamedPart = "contactList", connection: Connection = acme): Promise<boolean> => {
    const isReading = cache.want(part, connection);
    while (cache.want(part, connection)) await new Promise((resolve) => setImmediate(resolve));
    return isReading;
  };
  const names = (part: NamedPart = "contactList", connection: Connection = acme): string[] | undefined =>
    cache.known(part, connection)?.items.map(({ name }) => name);

  it("reads nothing until a name is wanted", () => {
    assert.equal(names(), undefined);
    assert.deepEqual(reads, []);
  });

  it("reads each part once in five minutes, however often it is wanted", async () => {
    assert.equal(await wanted(), true);
    assert.deepEqual(names(), ["A"]);
    now += 5 * minute - 1;
    assert.equal(await wanted(), false);
    assert.deepEqual(reads, ["Acme contactList"]);
    await wanted("queue");
    assert.deepEqual(reads, ["Acme contactList", "Acme queue"]);
    now += 1;
    answer = listed("B");
    assert.equal(await wanted(), true);
    assert.deepEqual([names(), reads.length], [["B"], 3]);
  });

  it("offers the old names while it reads, and does not read twice at a time", async () => {
    await wanted();
    now += 5 * minute;
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    answer = listed("B");
    assert.deepEqual([cache.want("contactList", acme), cache.want("contactList", acme)], [true, true]);
    assert.deepEqual([names(), reads.length], [["A"], 2]);
    release();
    await wanted();
    assert.deepEqual(names(), ["B"]);
  });

  it("keeps the old names after a failure, and tries again after five minutes", async () => {
    await wanted();
    now += 5 * minute;
    answer = unavailable(refused);
    await wanted();
    assert.equal(await wanted(), false);
    assert.deepEqual([names(), cache.known("contactList", acme)?.readAt, reads.length], [["A"], start, 2]);
    now += 5 * minute;
    answer = listed("B");
    await wanted();
    assert.deepEqual([names(), reads.length], [["B"], 3]);
    assert.deepEqual(
      seen.map((each) => (each as readonly string[])[2]),
      ["listed", "unavailable", "listed"],
    );
  });

  it("reports an error of the code as one, and goes on", async () => {
    answer = new Error("A bug");
    await wanted();
    assert.deepEqual(seen, [["contactList", "Acme", "A bug"]]);
    answer = listed("A");
    assert.equal((await cache.refresh("contactList", acme, never)).kind, "listed");
  });

  it("reads again when the clock was set back", async () => {
    await wanted();
    now -= 24 * 60 * minute;
    await wanted();
    assert.equal(reads.length, 2);
  });

  it("does not mix up connections, accounts and streams", async () => {
    await wanted();
    const others = [
      { ...acme, id: "other" },
      { ...acme, accountId: "acc-2" },
      { ...acme, streamId: "st-2" },
      { ...acme, host: "https://eu-platform.kore.ai" },
    ];
    for (const other of others) {
      assert.equal(names("contactList", other), undefined);
      await wanted("contactList", other);
    }
    assert.equal(reads.length, 5);
    assert.deepEqual(names("contactList", { ...acme, name: "Renamed" }), ["A"]);
  });

  it("refreshes at once when a person asks for it", async () => {
    await wanted();
    now += 15_000;
    answer = listed("B");
    assert.equal((await cache.refresh("contactList", acme, never)).kind, "listed");
    assert.deepEqual([names(), reads.length], [["B"], 2]);
    now += 5 * minute - 1;
    assert.equal(await wanted(), false);
  });

  it("repeats the result of a refresh for 15 seconds, but not a failure", async () => {
    await cache.refresh("contactList", acme, never);
    now += 14_999;
    answer = listed("B");
    const again = await cache.refresh("contactList", acme, never);
    assert.deepEqual([again.kind === "listed" && again.items[0]?.name, reads.length], ["A", 1]);
    now += 1;
    answer = unavailable(refused);
    assert.equal((await cache.refresh("contactList", acme, never)).kind, "unavailable");
    answer = listed("C");
    assert.equal((await cache.refresh("contactList", acme, never)).kind, "listed");
    assert.deepEqual([names(), reads.length], [["C"], 3]);
  });

  it("joins a running read when a person asks for a refresh, and cancels it with the refresh", async () => {
    hold = new Promise(() => undefined);
    cache.want("contactList", acme);
    const abort = new AbortController();
    const refresh = cache.refresh("contactList", acme, abort.signal);
    abort.abort();
    assert.deepEqual(await refresh, unavailable({ kind: "cancelled" }));
    assert.equal(reads.length, 1);
    const late = await cache.refresh("contactList", acme, abort.signal);
    assert.deepEqual(late, unavailable({ kind: "cancelled" }));
  });

  it("sends nothing for an account that reached its limit of calls until the server allows it", async () => {
    answer = unavailable({ ...limited, retryAfterSeconds: 90 });
    await wanted();
    now += 89_999;
    answer = listed("A");
    const other = { ...acme, id: "other" };
    for (const connection of [acme, other]) {
      assert.equal(cache.want("queue", connection), false);
      const result = await cache.refresh("contactList", connection, never);
      assert.equal(result.kind === "unavailable" && result.outcome.kind, "rate-limited");
    }
    assert.equal(reads.length, 1);
    assert.equal(await wanted("queue", { ...acme, accountId: "acc-2" }), true);
    now += 1;
    assert.equal(await wanted("queue", other), true);
  });

  it("waits a minute when the server does not say how long the limit lasts", async () => {
    answer = unavailable(limited);
    await cache.refresh("contactList", acme, never);
    now += minute - 1;
    await cache.refresh("contactList", acme, never);
    assert.equal(reads.length, 1);
    now += 1;
    await cache.refresh("contactList", acme, never);
    assert.equal(reads.length, 2);
  });

  it("ends running reads when it is disposed", async () => {
    hold = new Promise(() => undefined);
    cache.want("contactList", acme);
    cache.dispose();
    await wanted();
    assert.deepEqual(seen, [["contactList", "Acme", "unavailable"]]);
  });
});
