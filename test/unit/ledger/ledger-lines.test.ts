import assert from "node:assert/strict";
import { checksum } from "../../../src/core/ledger/checksum";
import { finished, type LedgerEntry } from "../../../src/core/ledger/entry";
import { ledgerText, readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { accepted, attempt, begun, computer, hashOf, START } from "../submission/attempts";

const entryOf = (index: number): LedgerEntry =>
  finished(
    {
      ...attempt({ campaign: `Campaign ${index}`, bodyHash: index.toString(16).padStart(64, "0") }),
      ...{ id: `e-${index}`, at: START + index, state: "pending", owner: "gone", leaseUntil: START },
    },
    accepted,
    START + index,
  );
const entries = Array.from({ length: 100 }, (_, index) => entryOf(index));
const text = writeLedger(entries);

/** How many entries are made from or to JSON while `work` runs. */
async function jsonCalls(work: () => unknown): Promise<number> {
  const { parse, stringify } = JSON;
  let calls = 0;
  JSON.parse = (...args: Parameters<typeof parse>): unknown => {
    calls++;
    return parse(...args);
  };
  JSON.stringify = ((value: unknown, ...args: []) => {
    if (typeof value === "object" && value !== null && "bodyHash" in value) calls++;
    return stringify(value, ...args);
  }) as typeof stringify;
  try {
    await work();
  } finally {
    Object.assign(JSON, { parse, stringify });
  }
  return calls;
}

describe("The lines of a ledger", () => {
  it("are read once, and only the changed one is written, however long the ledger is", async () => {
    const ledger = computer(text).window();
    assert.ok((await jsonCalls(() => ledger.assess(attempt()))) >= entries.length);
    const calls = await jsonCalls(async () => {
      const one = attempt({ campaign: "New", bodyHash: hashOf("new") });
      await ledger.assess(one);
      await ledger.finish(begun(await ledger.begin(one, [])), accepted);
      await ledger.history();
    });
    // The store calls a change twice, and each of two changes makes a line that is read again.
    assert.ok(calls < 20, String(calls));
  });

  it("are read again if they changed", () => {
    const { read } = ledgerText();
    assert.deepEqual(read(text), readLedger(text));
    const other = writeLedger(entries.map((entry, index) => (index === 7 ? entryOf(500) : entry)));
    assert.deepEqual(read(other), readLedger(other));
    const damaged = other.replace('"campaign":"Campaign 9"', '"campaign":"Campaign 8"');
    assert.equal(read(damaged).damage?.unreadable, 1);
    assert.deepEqual(read(damaged), readLedger(damaged));
    const twice = `${other}${other.split("\n")[1]}\n`;
    assert.deepEqual([read(twice).damage, read(twice)], [readLedger(twice).damage, readLedger(twice)]);
    assert.deepEqual(read(undefined), { entries: [] });
    assert.deepEqual(read(text).entries, entries);
  });

  it("are not trusted in a text without checksums", () => {
    const { read } = ledgerText();
    read(text);
    const [, line = ""] = text.split("\n");
    const old = `{"ledger":"campaign-json","version":1}\n${line.replace("Campaign 0", "Campaign 1")}\n`;
    assert.deepEqual(read(old), readLedger(old));
  });

  it("keep what a newer version wrote in them, as long as the entry does not change", async () => {
    const json = JSON.stringify({ ...entryOf(1), newer: true });
    const line = `${json.slice(0, -1)},"sum":"${checksum(json)}"}`;
    const at = computer(`{"ledger":"campaign-json","version":2,"entries":1}\n${line}\n`);
    const ledger = at.window();
    begun(await ledger.begin(attempt({ campaign: "New", bodyHash: hashOf("new") }), []));
    assert.ok(at.store.text !== undefined && at.store.text.split("\n").includes(line));
    await ledger.noteState("e-1", "Ready");
    assert.doesNotMatch(at.store.text, /newer/);
    assert.equal(readLedger(at.store.text).damage, undefined);
  });
});
