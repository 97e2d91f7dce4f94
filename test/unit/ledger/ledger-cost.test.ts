import assert from "node:assert/strict";
import { readLedger, writeLedger } from "../../../src/core/ledger/ledger-text";
import { finished } from "../../../src/core/ledger/entry";
import { assertLinear } from "../steps";
import { accepted, attempt, START } from "../submission/attempts";

const header = writeLedger([]).split("\n", 1)[0]!;

const written = (size: number): string =>
  writeLedger(
    Array.from({ length: size }, (_, index) =>
      finished(
        {
          ...attempt({ campaign: `Campaign ${index}`, bodyHash: index.toString(16).padStart(64, "0") }),
          ...{ id: `e-${index}`, at: START + index, state: "pending", owner: "gone", leaseUntil: START },
        },
        accepted,
        START + index,
      ),
    ),
  );
const line = written(1).split("\n")[1]!;

/** Texts that a damaged disk or another program may leave. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  "many entries": written,
  "one entry over and over": (size) => `${header}\n${`${line}\n`.repeat(size)}`,
  "many lines of other text": (size) => `${header}\n${"x\n".repeat(size)}`,
  "many empty lines": (size) => `${header}${"\n".repeat(10 * size)}`,
  "many lines without a header": (size) => "{}\n".repeat(size),
  "one very long line": (size) => `${header}\n${"x".repeat(100 * size)}`,
  "one very long entry": (size) => `${header}\n${line.replace("Campaign 0", "x".repeat(100 * size))}`,
  "one very long line of brackets": (size) => `${header}\n${"[".repeat(100 * size)}`,
  "a very long header": (size) => "x".repeat(100 * size),
};

describe("The work to read a ledger", () => {
  for (const [what, text] of Object.entries(texts))
    it(`is linear for ${what}`, () => {
      const few = assertLinear(200, (size) => {
        const log = text(size);
        return () => readLedger(log);
      });
      assert.ok(few >= text(200).length, `${few} steps were counted`);
    });
});
