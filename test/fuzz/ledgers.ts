import { finished, type LedgerEntry, type PendingEntry } from "../../src/core/ledger/entry";
import { writeLedger } from "../../src/core/ledger/ledger-text";
import { accepted, attempt, hashOf, START, unknown } from "../unit/submission/attempts";
import { Random } from "./random";

/** A log as it was written, and the same text after damage. */
export interface DamagedLedger {
  readonly written: readonly LedgerEntry[];
  readonly text: string;
  readonly damaged: string;
}

const names = [
  "Spring",
  "Düsseldorf – 春",
  '"quoted"\\',
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "__proto__",
  '","sum":"00000000"}',
  "\u2028\u0000",
  "x".repeat(500),
];

/** @param seed the same number gives the same log and damage */
export function damagedLedger(seed: number): DamagedLedger {
  const random = new Random(seed);
  const written = Array.from({ length: random.below(6) }, (_, index) => entry(random, index));
  const text = writeLedger(written);
  let damaged = text;
  for (let times = 1 + random.below(3); times > 0; times--) damaged = damage(damaged, random);
  return { written, text, damaged };
}

function entry(random: Random, index: number): LedgerEntry {
  const pending: PendingEntry = {
    ...attempt({
      campaign: random.pick(names),
      file: random.pick(names),
      bodyHash: hashOf(random.below(16).toString(16)),
    }),
    ...{ id: `e-${index}`, at: START + index, state: "pending", owner: "window", leaseUntil: START },
  };
  const outcome = [accepted, unknown][random.below(3)];
  return outcome === undefined ? pending : finished(pending, outcome, START + random.below(1000));
}

/** Cuts the text, changes, inserts or removes one byte, or duplicates, removes or moves a line. */
function damage(text: string, random: Random): string {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length + 1);
  const lines = text.split("\n");
  const line = random.below(lines.length);
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, at).toString("utf8");
    case 1:
      if (at < bytes.length) bytes[at] = random.below(256);
      return bytes.toString("utf8");
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]).toString("utf8");
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([random.below(256)]),
        bytes.subarray(at),
      ]).toString("utf8");
    case 4:
      return [...lines.slice(0, line), lines[line] ?? "", ...lines.slice(line)].join("\n");
    case 5:
      return [...lines.slice(0, line), ...lines.slice(line + 1)].join("\n");
    default:
      return [...lines.slice(0, line), random.pick(lines), ...lines.slice(line)].join("\n");
  }
}
