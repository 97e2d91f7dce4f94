import assert from "node:assert/strict";
import { finished, type LedgerEntry, type PendingEntry } from "../../../src/core/ledger/entry";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { accepted, attempt, begun, computer, hashOf, START, unknown } from "../submission/attempts";

const pending: PendingEntry = {
  ...attempt({ campaign: "Düsseldorf – 春", bodyHash: hashOf("c") }),
  ...{ id: "e-3", at: START, state: "pending", owner: "window", leaseUntil: START },
};
const entries: readonly LedgerEntry[] = [
  finished({ ...pending, ...attempt(), id: "e-1" }, accepted, START + 1),
  finished({ ...pending, ...attempt({ bodyHash: hashOf("b") }), id: "e-2" }, unknown, START + 2),
  JSON.parse(JSON.stringify(pending)) as LedgerEntry,
];
const text = writeLedger(entries);
const bytes = Buffer.from(text);
/** The header, and one for each entry. */
const lines = text.split("\n").filter((line) => line !== "");

/** The text in the format of version 1. */
const old = ['{"ledger":"campaign-json","version":1}', ...entries.map((entry) => JSON.stringify(entry)), ""];

describe("The text of a ledger", () => {
  it("is read as it was written", () => assert.deepEqual(readLedger(text), { entries }));

  it("is detected as damaged if it is truncated at any byte", () => {
    // Without its last line ending it still contains every entry.
    for (let length = 0; length < bytes.length - 1; length++) {
      const { damage, entries: read } = readLedger(bytes.subarray(0, length).toString("utf8"));
      assert.ok(damage !== undefined, `cut at ${length}`);
      assert.ok(damage.unreadable > 0);
      assert.equal(damage.readable, read.length);
    }
  });

  it("still contains every complete entry, and nothing else, if it is truncated at any byte", () => {
    for (let length = 0; length <= bytes.length; length++) {
      const cut = bytes.subarray(0, length).toString("utf8");
      const whole = lines.filter((_, index) => lines.slice(0, index + 1).join("\n").length <= cut.length);
      assert.deepEqual(
        readLedger(cut).entries,
        entries.slice(0, Math.max(0, whole.length - 1)),
        `cut at ${length}`,
      );
    }
  });

  it("is saved before anything replaces it, and a person is informed, if it is truncated at any line end", async () => {
    for (let count = 1; count <= entries.length; count++) {
      const cut = `${lines.slice(0, count).join("\n")}\n`;
      const at = computer(cut);
      const ledger = at.window();
      assert.equal(
        (await ledger.begin(attempt({ campaign: "Summer", bodyHash: hashOf("d") }))).kind,
        "damaged",
      );
      await ledger.repair();
      const damage = { unreadable: entries.length - count + 1, readable: count - 1 };
      assert.deepEqual([at.store.aside, at.damages], [[cut], [damage]]);
      assert.deepEqual(readLedger(at.store.text).entries, entries.slice(0, count - 1));
    }
  });

  it("never yields a different entry if any byte changes", () => {
    const written = new Set(readLedger(text).entries.map((entry) => JSON.stringify(entry)));
    for (let index = 0; index < bytes.length; index++)
      for (const mask of [1, 0x20, 0x80]) {
        const changed = Buffer.from(bytes);
        changed[index] = bytes[index]! ^ mask;
        const read = readLedger(changed.toString("utf8"));
        const where = `byte ${index} with ${mask}`;
        for (const entry of read.entries) assert.ok(written.has(JSON.stringify(entry)), where);
        assert.ok(read.damage !== undefined || read.entries.length === entries.length, where);
        if (index < bytes.length - 1) assert.ok(read.damage !== undefined, where);
      }
  });

  it("is damaged if a line is duplicate or missing", () => {
    const lines = text.split("\n");
    for (let index = 1; index <= entries.length; index++) {
      assert.ok(readLedger(lines.toSpliced(index, 1).join("\n")).damage !== undefined);
      assert.ok(readLedger(lines.toSpliced(index, 0, lines[index]!).join("\n")).damage !== undefined);
    }
  });

  it("is read in version 1, and becomes version 2 with the next entry", async () => {
    assert.deepEqual(readLedger(old.join("\n")), { entries });
    const at = computer(old.join("\n"));
    begun(await at.window().begin(attempt({ bodyHash: hashOf("d"), campaign: "Summer" })));
    assert.match(at.store.text ?? "", /^\{"ledger":"campaign-json","version":2,"entries":4\}\n/);
    assert.deepEqual(readLedger(at.store.text).entries.slice(0, 3), entries);
    assert.deepEqual([at.store.aside, at.damages], [[], []]);
  });
});
