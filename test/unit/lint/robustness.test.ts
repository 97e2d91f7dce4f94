import assert from "node:assert/strict";
import fc from "fast-check";
import type { Node } from "jsonc-parser";
import { parseDocument } from "../../../src/core/campaign/document";
import { removeElement } from "../../../src/core/campaign/edits";
import { applyEdits } from "../../../src/core/campaign/problem";
import { fixAll } from "../../../src/core/lint/fix";
import { corpus } from "./corpus";
import { assertOnlyNamed } from "./named-changes";
import { lost } from "./oracle";
import { everything, sample, soundProblems } from "./sound";

/** Asserts that the text can be checked again after any fix. */
function assertFixable(text: string): void {
  for (const problem of soundProblems(text).slice(0, 20)) {
    for (const fix of problem.fixes) {
      const { edits, safe, title } = fix;
      const after = applyEdits(text, edits);
      soundProblems(after);
      assertOnlyNamed(text, problem, fix);
      if (safe) assert.deepEqual(lost(text, after), [], `${title}\n${text}`);
    }
  }
  const fixed = fixAll(text, everything);
  assert.deepEqual(lost(text, fixed.text), [], `${text}\n${fixed.text}`);
  assert.equal(fixAll(fixed.text, everything).text, fixed.text, `fixing does not come to an end\n${text}`);
}

const words = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "0", ""),
  fc.constantFrom("name", "day", "start", "end", "days", "id", "connection", "dialingMode", "priority"),
  fc.constantFrom(
    "Preview",
    "Agentless",
    "DAILY",
    "MO",
    "9:00 AM",
    "12:00 AM",
    "18:00",
    "Asia/Kolkata",
    "IST",
  ),
  fc.constantFrom("\ud800", "a\udc00", "{{x}}", "+1 816 330 0100", " x ", "\u0000", "\u2028", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const numbers = fc.constantFrom(
  "0",
  "-0",
  "1",
  "5",
  "30",
  "1e2",
  "3.0",
  "0.5",
  "1e999",
  "-1E-7",
  "9007199254740993",
);

/** A value as text, with keys of all kinds and the same key more than once. */
const values = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("null", "true", "false", "[]", "{}"),
    numbers,
    words.map((word) => JSON.stringify(word)),
    fc.array(tie("any"), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
    fc
      .array(fc.tuple(words, tie("any")), { maxLength: 4 })
      .map(
        (members) => `{ ${members.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(", ")} }`,
      ),
  ),
})).any;

/** One change of a campaign: the part, as a fraction of all parts, and the change. */
const changes = fc.tuple(
  fc.nat(1_000_000),
  fc.oneof(
    fc.record({ kind: fc.constant("delete" as const) }),
    fc.record({ kind: fc.constant("double" as const) }),
    fc.record({ kind: fc.constant("replace" as const), value: values }),
    fc.record({ kind: fc.constant("rename" as const), key: words }),
  ),
);

function changed(
  text: string,
  [at, change]: typeof changes extends fc.Arbitrary<infer C> ? C : never,
): string {
  const nodes = partsOf(parseDocument(text).root);
  const node = nodes[at % Math.max(1, nodes.length)];
  if (node === undefined) return text;
  const element = node.parent?.type === "property" ? node.parent : node;
  const own = text.slice(element.offset, element.offset + element.length);
  switch (change.kind) {
    case "delete":
      return applyEdits(text, removeElement(text, element));
    case "double":
      return applyEdits(text, [{ offset: element.offset, length: 0, content: `${own}, ` }]);
    case "replace":
      return applyEdits(text, [{ offset: node.offset, length: node.length, content: change.value }]);
    case "rename": {
      const key = node.parent?.children?.[0];
      if (key === undefined) return text;
      return applyEdits(text, [
        { offset: key.offset, length: key.length, content: JSON.stringify(change.key) },
      ]);
    }
  }
}

/** The values below the root. */
function partsOf(root: Node | undefined): Node[] {
  const parts: Node[] = [];
  const look = (node: Node): void => {
    for (const child of node.children ?? []) {
      const value = child.type === "property" ? child.children?.[1] : child;
      if (value === undefined) continue;
      parts.push(value);
      look(value);
    }
  };
  if (root !== undefined) look(root);
  return parts;
}

const campaigns = [...corpus("good"), ...corpus("faulty")]
  .map(({ text }) => text)
  .filter((text) => text.length < 10_000);

describe("the check of a changed campaign", () => {
  it("checks and fixes deleted, duplicated, replaced and renamed parts", function () {
    this.timeout(180_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...campaigns),
        fc.array(changes, { minLength: 1, maxLength: 6 }),
        (text, all) => assertFixable(all.reduce(changed, text)),
      ),
      { numRuns: 400 },
    );
  });

  it("checks any text in place of any other", function () {
    this.timeout(60_000);
    const cuts = fc.tuple(fc.constantFrom(...campaigns), fc.nat(), fc.nat(60), fc.oneof(values, words));
    fc.assert(
      fc.property(cuts, ([text, at, length, content]) => {
        const offset = at % (text.length + 1);
        const edit = { offset, length: Math.min(length, text.length - offset), content };
        soundProblems(applyEdits(text, [edit]));
      }),
      { numRuns: 600 },
    );
  });

  it("checks text that is cut off at any place, and reports a syntax error", function () {
    this.timeout(60_000);
    for (let end = 0; end < sample.trimEnd().length; end++) {
      const problems = soundProblems(sample.slice(0, end));
      const broken = problems.filter(({ code }) => code.startsWith("syntax/"));
      assert.equal(broken.length, 1, sample.slice(0, end));
    }
  });

  it("reports at most one syntax error for each character left out of a sample", function () {
    this.timeout(60_000);
    const crowded: string[] = [];
    for (let at = 0; at < sample.length; at++) {
      const text = sample.slice(0, at) + sample.slice(at + 1);
      const broken = soundProblems(text).filter(({ code }) => code.startsWith("syntax/"));
      if (broken.length > 1)
        crowded.push(`${at}: ${JSON.stringify(sample.slice(Math.max(0, at - 20), at + 20))}`);
    }
    assert.deepEqual(crowded, []);
  });
});
