import assert from "node:assert/strict";
import type { Edit, Problem, Span } from "../../../src/core/campaign/problem";
import {
  problemsBetweenSaves,
  followEdits,
  trackProblems,
  type TrackedProblem,
} from "../../../src/core/lint/tracked-problems";
import { checkCampaign, type Checked } from "../../../src/core/lint/check";
import { different } from "./rule-problems";

/** A rule's problem from 10 up to 15. */
const found: Problem = {
  ...{ code: "untrimmed-name", severity: "warning", message: "", pointer: "", offset: 10, length: 5 },
  fixes: [{ title: "", edits: [], preferred: true, safe: true }],
};

const edit = (offset: number, length: number, content: string): Edit => ({ offset, length, content });

function followed(problem: Problem, ...edits: readonly Edit[]): TrackedProblem {
  const [known] = followEdits(trackProblems([problem]), edits);
  assert.ok(known);
  return known;
}

/** The place of the problem after the edit, and whether it is still known. */
function after(one: Edit): [offset: number, length: number, holds: boolean] {
  const { offset, length, problem } = followed(found, one);
  return [offset, length, problem !== undefined];
}

describe("a known problem", () => {
  it("stays in place when text after it changes", () => {
    assert.deepEqual(after(edit(15, 0, "abc")), [10, 5, true]);
    assert.deepEqual(after(edit(16, 4, "")), [10, 5, true]);
  });

  it("moves when text before it changes", () => {
    assert.deepEqual(after(edit(10, 0, "abc")), [13, 5, true]);
    assert.deepEqual(after(edit(4, 6, "")), [4, 5, true]);
    assert.deepEqual(after(edit(2, 3, "ab")), [9, 5, true]);
  });

  it("is open again when its text changes, and covers all of the new text", () => {
    assert.deepEqual(after(edit(12, 1, "abc")), [10, 7, false]);
    assert.deepEqual(after(edit(11, 0, "a")), [10, 6, false]);
    assert.deepEqual(after(edit(14, 4, "abc")), [10, 7, false]);
    assert.deepEqual(after(edit(8, 3, "a")), [8, 5, false]);
    assert.deepEqual(after(edit(8, 12, "ab")), [8, 2, false]);
    assert.deepEqual(after(edit(10, 5, "")), [10, 0, false]);
  });

  it("is still tracked once it is open", () => {
    const known = followed(found, edit(11, 1, "bb"), edit(0, 0, "abc"));
    assert.deepEqual(known, { code: "untrimmed-name", offset: 13, length: 6 });
  });

  it("moves with its text, without the fixes for the old text", () => {
    const { problem, ...span } = followed(found, edit(0, 0, "abc"));
    assert.deepEqual(span, { code: "untrimmed-name", offset: 13, length: 5 });
    assert.deepEqual(problem, { ...found, offset: 13, fixes: [] });
  });

  it("moves each place that it is compared with separately", () => {
    const compared: Problem = {
      ...found,
      related: [
        { offset: 2, length: 2, message: "a" },
        { offset: 30, length: 2, message: "b" },
      ],
    };
    assert.deepEqual(followed(compared, edit(5, 0, "abc")).problem?.related, [
      { offset: 2, length: 2, message: "a" },
      { offset: 33, length: 2, message: "b" },
    ]);
    assert.equal(followed(compared, edit(31, 1, "")).problem, undefined);
    assert.equal(followed(compared, edit(3, 1, "")).problem, undefined);
  });
});

describe("the list of problems between two saves", () => {
  const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
  const spaced = different({ top: { name: " Spring" } });
  const known = (text: string) => trackProblems(checkCampaign(text).problems);

  it("contains no problem of a rule before the first check", () => {
    assert.deepEqual(problemsBetweenSaves(checkCampaign(spaced), []), []);
  });

  it("contains a rule's problem if one of that rule was known at the place", () => {
    assert.deepEqual(codes(problemsBetweenSaves(checkCampaign(spaced), known(spaced))), ["untrimmed-name"]);
    const others = known(spaced).map((one) => ({ ...one, code: "blank-value" }));
    assert.deepEqual(problemsBetweenSaves(checkCampaign(spaced), others), []);
  });

  it("treats two places as the same if they at least touch", () => {
    const checked = checkCampaign(spaced);
    const { offset, length } = checked.problems[0]!;
    const shown = (span: Span) => problemsBetweenSaves(checked, [{ code: "untrimmed-name", ...span }]).length;
    assert.equal(shown({ offset: offset - 3, length: 3 }), 1);
    assert.equal(shown({ offset: offset - 4, length: 3 }), 0);
    assert.equal(shown({ offset: offset + length, length: 3 }), 1);
    assert.equal(shown({ offset: offset + length + 1, length: 3 }), 0);
  });

  it("contains a likely misspelling that explains a missing property, and no other problem of a rule", () => {
    const shown = (top: Readonly<Record<string, unknown>>) =>
      codes(problemsBetweenSaves(checkCampaign(different({ top })), []));
    assert.deepEqual(shown({ queue_name: undefined, queueName: "A" }), ["unknown-property"]);
    assert.deepEqual(shown({ shedule: { isSchedulingEnabled: false } }), []);
    const severe = checkCampaign(spaced, { severities: { "untrimmed-name": "error" } });
    assert.deepEqual(problemsBetweenSaves(severe, []), []);
  });

  it("contains, for an invalid text, the known untouched problems and the syntax errors", () => {
    const broken: Checked = checkCampaign(different({ top: { name: " Spring" } }).replace("{", "{ ,"));
    const faults = codes(broken.problems.filter(({ code }) => code.includes("/")));
    assert.ok(faults.length > 0);
    const [untouched, open] = [
      { ...found, offset: 0 },
      { code: "no-skips", offset: 3, length: 1 },
    ];
    const shown = problemsBetweenSaves(broken, [
      ...trackProblems([{ ...found, offset: 900 }, untouched]),
      open,
    ]);
    assert.deepEqual(codes(shown), ["untrimmed-name", ...faults, "untrimmed-name"]);
    assert.deepEqual(
      shown.map(({ offset }) => offset),
      shown.map(({ offset }) => offset).sort((a, b) => a - b),
    );
  });

  it("lists the shorter first if two start at one place of an invalid text", () => {
    const lengths = [7, 2, 5].map((length) => ({ ...found, length }));
    const shown = problemsBetweenSaves(checkCampaign(""), trackProblems(lengths));
    assert.deepEqual(
      shown.filter(({ code }) => code === found.code).map(({ length }) => length),
      [2, 5, 7],
    );
  });
});
