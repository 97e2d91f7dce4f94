import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { fromCurl } from "../../src/core/curl/import";
import { readLedger, writeLedger } from "../../src/core/ledger/ledger-text";
import { fixAll } from "../../src/core/lint/fix";
import { parseConfig } from "../../src/core/lint/configuration/config";
import { readCallingPlan } from "../../src/core/lint/dialing-plan";
import { parseJson, readEnvelope } from "../../src/core/platform/envelope";
import { toOutcome } from "../../src/core/platform/read-outcome";
import { createRedactor } from "../../src/core/text/redaction/redact";
import { visibleText } from "../../src/core/text/visible";
import { assertWithin, everything, soundProblems } from "../unit/lint/sound";
import { stepsOf } from "../unit/steps";
import { assertFixes, assertMoves } from "./edits";
import { damagedLedger } from "./ledgers";
import { Random } from "./random";
import { commentsIn, isReadable } from "./readable";

/** A reader of text that a stranger may have written. It throws when it breaks its promise. */
export interface Target {
  readonly name: string;
  readonly run: (text: string, seed: number) => void;
}

const secret = "s3cr3t-of-the-fuzz-run";

export const targets: readonly Target[] = [
  {
    name: "the check gives the same problems twice, each within the text",
    run: (text) => {
      const first = soundProblems(text);
      // Not the first check, because the tables of time zones are read when they are needed.
      const second = cheaply(text, 400, () => soundProblems(text));
      assert.deepEqual(second, first);
    },
  },
  {
    name: "each fix alone leaves a text without its problem, and a safe one keeps all comments",
    run: (text) => assertFixes(text),
  },
  {
    name: "moving an edge of the calling hours changes only this edge",
    run: (text, seed) => assertMoves(text, new Random(seed)),
  },
  {
    name: "all safe fixes come to an end and lose nothing",
    run: (text) => {
      const fixed = fixAll(text, everything).text;
      if (isReadable(text)) assert.deepEqual(commentsIn(fixed), commentsIn(text));
      assert.equal(fixAll(fixed, everything).text, fixed);
    },
  },
  {
    name: "a configuration is read, with its problems within the text",
    run: (text) => {
      const { problems } = cheaply(text, 50, () => parseConfig(text));
      for (const { offset, length } of problems) assertWithin(text, offset, length);
    },
  },
  {
    name: "the calling week is read",
    // The path of a problem is as long as it is deep, up to the limit of nesting.
    run: (text) => void cheaply(text, 250, () => readCallingPlan(text)),
  },
  {
    name: "a cURL command is read or refused with a reason",
    run: (text) => {
      const read = cheaply(text, 50, () => fromCurl(text));
      assert.ok(read.valid || read.reason !== "");
    },
  },
  {
    name: "an answer of the platform has an outcome",
    run: (text) => {
      const parsed = parseJson(text);
      if (parsed !== undefined) readEnvelope(parsed.json);
      for (const status of [200, 400, 403, 500])
        cheaply(text, 50, () => toOutcome({ kind: "answered", status, headers: {}, text }, 0));
    },
  },
  {
    name: "a log is read, and what was read can be written",
    run: (text) => {
      const { entries, damage } = cheaply(text, 50, () => readLedger(text));
      assert.equal(damage?.readable ?? entries.length, entries.length);
      assert.deepEqual(readLedger(writeLedger(entries)), { entries });
    },
  },
  {
    name: "a damaged log contains only entries that were written, and does not pass for a whole one",
    run: (_, seed) => {
      const { written, text, damaged } = damagedLedger(seed);
      assert.deepEqual(readLedger(text), { entries: written });
      const { entries, damage } = readLedger(damaged);
      assert.ok(damage !== undefined || entries.length === written.length, damaged);
      // Without its first line, it may be of version 1, which had no checksums.
      const [header = ""] = text.split("\n");
      if (!damaged.startsWith(header)) return;
      for (const entry of entries)
        assert.ok(
          written.some((one) => isDeepStrictEqual(one, entry)),
          damaged,
        );
    },
  },
  {
    name: "no secret remains, and no character hides another",
    run: (text) => {
      const middle = text.length >> 1;
      const holding = `${text.slice(0, middle)}${secret}${text.slice(middle)}`;
      const shown = visibleText(createRedactor([secret]).text(holding), holding.length * 8 + 100);
      assert.ok(!shown.includes(secret));
      assert.doesNotMatch(shown, /[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]/u);
    },
  },
];

/** The result of a reader, which may take so many steps for each unit of the text: linear in its length. */
function cheaply<T>(text: string, stepsPerUnit: number, read: () => T): T {
  let result: { readonly value: T } | undefined;
  const steps = stepsOf(() => (result = { value: read() }));
  assert.ok(steps <= 20_000 + stepsPerUnit * text.length, `${steps} steps for ${text.length} units`);
  assert.ok(result !== undefined);
  return result.value;
}
