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

/** As version 1 wrote it. */
const old = ['{"ledger":"campaign-json","version":1}', ...entries.map((entry) => JSON.stringify(entry)), ""];

describe("a ledger's text", () => {
  it("is read as it was written", () => assert.deepEqual(readLedger(text), { entries }));

  it("is never taken for whole when it is cut, at any byte", () => {
    // Without its last line end it still has every entry.
    for (let length = 0; length < bytes.length - 1; length++) {
      const { damage, entries: read } = readLedger(bytes.subarray(0, length).toString("utf8"));
      assert.ok(damage !== undefined, `cut at ${length}`);
      assert.ok(damage.unreadable > 0);
      assert.equal(damage.readable, read.length);
    }
  });

  it("never gives another entry when one byte of it is another, whichever", () => {
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

  it("is damaged when a line of it is doubled or missing", () => {
    const lines = text.split("\n");
    for (let index = 1; index <= entries.length; index++) {
      assert.ok(readLedger(lines.toSpliced(index, 1).join("\n")).damage !== undefined);
      assert.ok(readLedger(lines.toSpliced(index, 0, lines[index]!).join("\n")).damage !== undefined);
    }
  });

  it("of version 1 is read, and is of version 2 once something was recorded", async () => {
    assert.deepEqual(readLedger(old.join("\n")), { entries });
    const at = computer(old.join("\n"));
    begun(await at.window().begin(attempt({ bodyHash: hashOf("d"), campaign: "Summer" })));
    assert.match(at.store.text ?? "", /^\{"ledger":"campaign-json","version":2,"entries":4\}\n/);
    assert.deepEqual(readLedger(at.store.text).entries.slice(0, 3), entries);
    assert.deepEqual([at.store.aside, at.damages], [[], []]);
  });
});
