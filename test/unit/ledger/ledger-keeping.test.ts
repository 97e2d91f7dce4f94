import assert from "node:assert/strict";
import { finished, type LedgerEntry, type PendingEntry } from "../../../src/core/ledger/entry";
import { MAX_ENTRIES, writeLedger } from "../../../src/core/ledger/ledger-text";
import { accepted, attempt, begun, computer, hashOf, START } from "../submission/attempts";

const MINUTE = 60_000;

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

/** Its lease expired long ago. */
const pendingOf = (index: number): PendingEntry => ({
  ...attempt({ campaign: `Campaign ${index}`, bodyHash: index.toString(16).padStart(64, "0") }),
  id: `old-${index}`,
  at: START - MINUTE * 1000 + index,
  state: "pending",
  owner: "gone",
  leaseUntil: START - MINUTE * 900 + index,
});

const finishedOf = (index: number): LedgerEntry =>
  finished(pendingOf(index), accepted, START - MINUTE * 800 + index);

describe("The ledger, in its store,", () => {
  describe("keeps", () => {
    it(`the last ${MAX_ENTRIES} entries in full, and the data of older ones that identifies a duplicate`, async () => {
      const at = computer(writeLedger([pendingOf(0), ...many(MAX_ENTRIES - 1, finishedOf)]));
      const ledger = at.window();
      const last = begun(await ledger.begin(attempt({ campaign: "Last" })));
      const { entries } = await ledger.history();
      assert.equal(entries.length, MAX_ENTRIES + 1);
      const [open, oldest, next] = entries.toReversed();
      assert.deepEqual([entries[0]?.id, open?.id, oldest?.id], [last.id, pendingOf(0).id, finishedOf(1).id]);
      assert.deepEqual(
        [open, oldest, next].map((entry) => [entry?.body !== undefined, "response" in (entry ?? {})]),
        [
          [true, false],
          [false, false],
          [true, true],
        ],
      );
      const { prior } = await ledger.assess(finishedOf(1));
      assert.deepEqual(
        prior.map(({ same, created, campaignId }) => [same, created, campaignId]),
        [["body", "yes", accepted.campaignId]],
      );
    });

    it("an entry that has just finished, regardless of when it began", async () => {
      const slow = pendingOf(0);
      const at = computer(writeLedger(many(MAX_ENTRIES, finishedOf)));
      await at.window().finish(slow, accepted);
      const { entries } = await at.window().history();
      const [first, second] = entries.toReversed();
      assert.deepEqual([entries.length, first?.id, first?.body], [MAX_ENTRIES + 1, slow.id, slow.body]);
      assert.equal(second?.body, undefined);
    });

    it("no new entry if all entries are unresolved", async () => {
      const at = computer(writeLedger(many(MAX_ENTRIES, pendingOf)));
      assert.equal((await at.window().begin(attempt({ campaign: "more" }))).kind, "full");
      assert.equal((await at.window().history()).entries.length, MAX_ENTRIES);
    });
  });

  describe("when its text is damaged", () => {
    const sound = async (): Promise<string> => {
      const at = computer();
      const ledger = at.window();
      const one = begun(await ledger.begin(attempt()));
      await ledger.finish(one, accepted);
      begun(await ledger.begin(attempt({ bodyHash: hashOf("b"), campaign: "Summer" })));
      return at.store.text ?? "";
    };

    it("sends nothing until the damage is reported, sets the text aside, and keeps the readable entries", async () => {
      const damaged = (await sound()).replace('"state":"pending"', '"state":"pen');
      const at = computer(damaged);
      const ledger = at.window();
      const damage = { unreadable: 1, readable: 1 };
      assert.deepEqual(await ledger.begin(attempt({ campaign: "Other", bodyHash: hashOf("c") })), {
        kind: "damaged",
        damage,
      });
      assert.deepEqual((await ledger.history()).damage, damage);
      assert.equal(at.store.text, damaged);
      assert.deepEqual(await ledger.repair(), damage);
      assert.deepEqual([at.store.aside, at.damages], [[damaged], [damage]]);
      assert.equal(await ledger.repair(), undefined);
      const { entries, ...rest } = await ledger.history();
      assert.deepEqual([entries.map(({ campaign }) => campaign), rest], [["Spring"], {}]);
      begun(await ledger.begin(attempt({ campaign: "Other", bodyHash: hashOf("c") })));
    });

    it("sets the text aside too when it records an outcome", async () => {
      const at = computer();
      const ledger = at.window();
      const entry = begun(await ledger.begin(attempt()));
      at.store.text = "\u0000\u0000\u0000";
      await ledger.finish(entry, accepted);
      assert.deepEqual([at.store.aside, at.damages.length], [["\u0000\u0000\u0000"], 1]);
      assert.equal((await ledger.history()).entries.length, 1);
    });

    for (const [what, text] of [
      ["empty", ""],
      ["of another form", '{"ledger":"campaign-json","version":2}\n'],
      ["of another program", "[]"],
    ] as const)
      it(`treats a text that is ${what} as damaged`, async () => {
        const at = computer(text);
        assert.ok((await at.window().repair()) !== undefined);
        assert.deepEqual(at.store.aside, [text]);
      });

    it("reads all other lines if any one line is damaged", async () => {
      const lines = (await sound()).split("\n");
      for (const index of lines.keys()) {
        if (lines[index] === "") continue;
        const text = lines.map((line, other) => (other === index ? line.slice(0, -3) : line)).join("\n");
        const { entries, damage } = await computer(text).window().history();
        assert.equal(entries.length, index === 0 ? 2 : 1);
        assert.ok(damage !== undefined);
      }
    });
  });
});
