import assert from "node:assert/strict";
import { LEASE_MS, RENEW_MS, type Attempt, type PendingEntry } from "../../../src/core/ledger/entry";
import type { Ledger } from "../../../src/core/ledger/ledger";
import { lookUpOf } from "../../../src/core/ledger/look-up";
import {
  accepted,
  attempt,
  begun,
  computer,
  hashOf,
  START,
  unknown,
  type Computer,
} from "../submission/attempts";

const MINUTE = 60_000;

const created = (entry: PendingEntry) => ({ entryId: entry.id, created: "yes" as const });
const denied = (entry: PendingEntry) => ({ entryId: entry.id, created: "denied" as const });
const priorTo = async (ledger: Ledger, to: Attempt) => (await ledger.assess(to)).prior;

/** Begins a submission in a window that then crashes. */
async function crash(at: Computer): Promise<PendingEntry> {
  const entry = begun(await at.window("gone").begin(attempt()));
  at.now += LEASE_MS;
  return entry;
}

describe("The ledger", () => {
  it("reports, before a question, any obstacle that no answer can remove", async () => {
    const at = computer();
    const ledger = at.window();
    assert.equal((await ledger.assess(attempt())).obstacle, undefined);
    const entry = begun(await ledger.begin(attempt()));
    assert.deepEqual((await at.window("window-2").assess(attempt())).obstacle, { kind: "under-way", entry });
    await ledger.finish(entry, unknown);
    assert.equal((await ledger.assess(attempt())).obstacle?.kind, "unresolved");
    await ledger.resolve(entry.id, { kind: "not-found" });
    assert.equal((await ledger.assess(attempt())).obstacle, undefined);
    const again = begun(await ledger.begin(attempt()));
    await ledger.finish(again, accepted);
    // The question reports a duplicate, and a person may confirm it.
    assert.equal((await ledger.assess(attempt())).obstacle, undefined);
    assert.equal((await ledger.begin(attempt())).kind, "prior");
  });

  it("records a submission before and after it is sent", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = begun(await ledger.begin(attempt()));
    assert.deepEqual((await ledger.history()).entries, [entry]);
    assert.deepEqual(
      [entry.state, entry.at, entry.owner, entry.leaseUntil],
      ["pending", START, "window-1", START + LEASE_MS],
    );
    at.now += 700;
    await ledger.finish(entry, accepted);
    const [noted] = (await at.window("window-2").history()).entries;
    assert.deepEqual(noted, {
      ...attempt(),
      id: entry.id,
      at: START,
      state: "accepted",
      finishedAt: START + 700,
      message: "Campaign Spring creation in progress",
      campaignId: "cd-1",
      campaignState: "Preparing",
      response: { status: "success" },
    });
    await ledger.noteState(entry.id, "Ready");
    const [ready] = (await ledger.history()).entries;
    assert.equal(ready?.state !== "pending" && ready?.campaignState, "Ready");
  });

  it("allows only one of two windows to send the same body to the same account", async () => {
    const at = computer();
    const results = await Promise.all([
      at.window("one").begin(attempt()),
      at.window("two").begin(attempt({ file: "copy.campaign.json", streamId: "st-2" })),
    ]);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), ["begun", "under-way"]);
  });

  for (const [what, changes] of [
    ["another body", { bodyHash: hashOf("b"), campaign: "Summer" }],
    ["another account", { accountId: "account-2" }],
    ["another host", { host: "https://de-platform.kore.ai" }],
  ] as const)
    it(`allows ${what} at the same time`, async () => {
      const ledger = computer().window();
      begun(await ledger.begin(attempt()));
      begun(await ledger.begin(attempt(changes)));
    });

  it("finds a submission that a window left behind, but only after its lease has expired", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = begun(await at.window("gone").begin(attempt()));
    assert.deepEqual(await ledger.orphaned(), { entries: [], checkAgainAt: entry.leaseUntil });
    at.now = entry.leaseUntil;
    assert.deepEqual(await ledger.orphaned(), { entries: [entry] });
    const again = await ledger.begin(attempt());
    assert.deepEqual(again, { kind: "unresolved", entry });
  });

  it("does not treat a slow submission as left behind", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = begun(await ledger.begin(attempt()));
    for (let passed = 0; passed < 10 * MINUTE; passed += RENEW_MS) {
      at.now += RENEW_MS;
      await ledger.renew(entry);
    }
    assert.deepEqual((await at.window("two").orphaned()).entries, []);
    assert.equal((await at.window("two").begin(attempt())).kind, "under-way");
    assert.equal(await at.window("two").resolve(entry.id, { kind: "not-found" }), false);
  });

  it("finds a pending submission too if the clock was set back before its start", async () => {
    const at = computer();
    const entry = begun(await at.window("gone").begin(attempt()));
    at.now -= 24 * 60 * MINUTE;
    assert.deepEqual((await at.window().orphaned()).entries, [entry]);
  });

  it("sends an unknown submission again only after it was resolved", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = begun(await ledger.begin(attempt()));
    await ledger.finish(entry, unknown);
    assert.equal((await ledger.begin(attempt(), [created(entry)])).kind, "unresolved");
    assert.deepEqual((await ledger.orphaned()).entries, []);
    assert.equal(await ledger.resolve(entry.id, { kind: "not-found" }), true);
    assert.equal(await ledger.resolve(entry.id, { kind: "not-found" }), false);
    begun(await ledger.begin(attempt()));
  });

  it("treats a submission that was found like an accepted one", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = await crash(at);
    await ledger.resolve(entry.id, { kind: "found", campaignId: "cd-9", campaignState: "Ready" });
    const [prior] = await priorTo(ledger, attempt());
    assert.deepEqual([prior?.same, prior?.created, prior?.campaignId], ["body", "yes", "cd-9"]);
    assert.equal((await ledger.begin(attempt())).kind, "prior");
  });

  it("asks again about a submission that a person resolved", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = await crash(at);
    await ledger.resolve(entry.id, { kind: "person", created: false });
    const result = await ledger.begin(attempt());
    assert.deepEqual(result.kind === "prior" && result.prior.map((one) => one.created), ["denied"]);
    begun(await ledger.begin(attempt(), [denied(entry)]));
  });

  it("records a late response, even if the submission was resolved in the meantime", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = await crash(at);
    await ledger.resolve(entry.id, { kind: "not-found" });
    await at.window("gone").finish(entry, accepted);
    const { entries } = await ledger.history();
    assert.deepEqual(
      entries.map(({ state }) => state),
      ["accepted"],
    );
    assert.equal((await ledger.begin(attempt())).kind, "prior");
  });

  it("records the outcome of a submission that it no longer contains", async () => {
    const at = computer();
    const ledger = at.window();
    const entry = begun(await ledger.begin(attempt()));
    at.store.text = undefined;
    await ledger.finish(entry, accepted);
    assert.equal((await ledger.history()).entries.length, 1);
  });

  describe("reports before a confirmation", () => {
    it("a campaign with the same body or name, in any letter case", async () => {
      const ledger = computer().window();
      const first = begun(await ledger.begin(attempt()));
      await ledger.finish(first, accepted);
      const other = begun(await ledger.begin(attempt({ bodyHash: hashOf("b") }), [created(first)]));
      await ledger.finish(other, { ...accepted, campaignId: "cd-2" });
      const prior = await priorTo(ledger, attempt({ campaign: "  SPRING ", bodyHash: hashOf("b") }));
      assert.deepEqual(
        prior.map(({ same, campaignId }) => [same, campaignId]),
        [
          ["body", "cd-2"],
          ["name", "cd-1"],
        ],
      );
      assert.deepEqual(await priorTo(ledger, attempt({ accountId: "account-2" })), []);
    });

    it("no submission that created nothing", async () => {
      const ledger = computer().window();
      for (const kind of ["rejected", "unauthorized", "rate-limited"] as const) {
        const entry = begun(await ledger.begin(attempt()));
        const refused = { httpStatus: 400, messages: ["no"], response: {} };
        await ledger.finish(
          entry,
          kind === "unauthorized" ? { kind, why: "token", ...refused } : { kind, ...refused },
        );
      }
      const entry = begun(await ledger.begin(attempt()));
      await ledger.finish(entry, { kind: "cancelled" });
      assert.deepEqual(await priorTo(ledger, attempt()), []);
    });

    it("a campaign that another window created during the question", async () => {
      const at = computer();
      const [one, two] = [at.window("one"), at.window("two")];
      assert.deepEqual(await priorTo(two, attempt()), []);
      const entry = begun(await one.begin(attempt()));
      await one.finish(entry, accepted);
      const result = await two.begin(attempt(), []);
      assert.deepEqual(result.kind === "prior" && result.prior.map(({ entryId }) => entryId), [entry.id]);
      begun(await two.begin(attempt(), [created(entry)]));
    });
  });

  it("writes nothing if nothing changes", async () => {
    const at = computer();
    const ledger = at.window();
    begun(await ledger.begin(attempt()));
    const { writes } = at.store;
    await ledger.begin(attempt());
    await ledger.resolve("nobody", { kind: "person", created: false });
    await ledger.noteState("nobody", "Ready");
    await ledger.repair();
    assert.equal(at.store.writes, writes);
  });

  it("returns the criteria for a look-up, and the campaigns that are already recorded", async () => {
    const at = computer();
    const ledger = at.window();
    await ledger.finish(begun(await ledger.begin(attempt({ bodyHash: hashOf("b") }))), accepted);
    const elsewhere = begun(await ledger.begin(attempt({ accountId: "account-2" })));
    await ledger.finish(elsewhere, { ...accepted, campaignId: "cd-2" });
    at.now += MINUTE;
    const lost = begun(await ledger.begin(attempt(), (await ledger.assess(attempt())).prior));
    const { entries } = await ledger.history();
    assert.deepEqual(lookUpOf(lost, entries), {
      name: "Spring",
      sentAt: START + MINUTE,
      gaveUpAt: START + MINUTE + LEASE_MS,
      knownIds: new Set(["cd-1"]),
    });
  });
});
