import assert from "node:assert/strict";
import { visit } from "jsonc-parser";
import { parseDocument } from "../../src/core/campaign/document";
import { applyEdits } from "../../src/core/campaign/problem";
import { fromCurl } from "../../src/core/curl/import";
import { readLedger } from "../../src/core/ledger/ledger-text";
import { fixAll } from "../../src/core/lint/fix";
import { parseConfig } from "../../src/core/lint/configuration/config";
import { readCallingPlan } from "../../src/core/lint/dialing-plan";
import { parseJson, readEnvelope } from "../../src/core/platform/envelope";
import { toOutcome } from "../../src/core/platform/read-outcome";
import { createRedactor } from "../../src/core/text/redaction/redact";
import { visibleText } from "../../src/core/text/visible";
import { assertWithin, everything, soundProblems } from "../unit/lint/sound";
import { stepsOf } from "../unit/steps";

/** A reader of text that a stranger may have written. It throws when it breaks its promise. */
export interface Target {
  readonly name: string;
  readonly run: (text: string) => void;
}

const secret = "s3cr3t-of-the-fuzz-run";

export const targets: readonly Target[] = [
  {
    name: "the check gives the same problems twice, each within the text",
    run: (text) => assert.deepEqual(soundProblems(text), soundProblems(text)),
  },
  {
    name: "each fix leaves a text that can be checked, and a safe one keeps all comments",
    run: (text) => {
      const readable = isReadable(text);
      for (const { fixes } of soundProblems(text).slice(0, 20))
        for (const { edits, safe, title } of fixes) {
          const after = applyEdits(text, edits);
          assert.ok(!readable || isReadable(after), `${title} breaks the text`);
          if (safe && readable) assert.deepEqual(commentsIn(after), commentsIn(text), title);
        }
    },
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
      for (const { offset, length } of parseConfig(text).problems) assertWithin(text, offset, length);
    },
  },
  { name: "the calling week is read", run: (text) => void readCallingPlan(text) },
  {
    name: "a cURL command is read or refused with a reason",
    run: (text) => {
      const read = fromCurl(text);
      assert.ok(read.valid || read.reason !== "");
    },
  },
  {
    name: "an answer of the platform has an outcome",
    run: (text) => {
      const parsed = parseJson(text);
      if (parsed !== undefined) readEnvelope(parsed.json);
      for (const status of [200, 400, 403, 500])
        toOutcome({ kind: "answered", status, headers: {}, text }, 0);
    },
  },
  { name: "a log is read", run: (text) => void readLedger(text) },
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

function isReadable(text: string): boolean {
  const { root, syntaxErrors } = parseDocument(text);
  return root !== undefined && syntaxErrors.length === 0;
}

/** The comments of a text, sorted. */
function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  visit(text, {
    onComment: (offset, length) => void comments.push(text.slice(offset, offset + length).trim()),
  });
  return comments.sort();
}

/** The steps that the check of a text may take: linear in its length. */
export function assertCheap(text: string): void {
  const steps = stepsOf(() => soundProblems(text));
  assert.ok(steps <= 20_000 + 400 * text.length, `${steps} steps for ${text.length} units`);
}
