import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, type Edit, type Problem } from "../../../src/core/campaign/problem";
import { problemsBetweenSaves, followEdits, trackProblems } from "../../../src/core/lint/tracked-problems";
import { checkCampaign } from "../../../src/core/lint/check";
import { faultless } from "./placed";

const saved = JSON.stringify({ ...faultless(), name: " Spring" }, null, 2);
const known = () => trackProblems(checkCampaign(saved).problems);

/** The edit that replaces `from` by `to`, and the text after it. */
function edited(text: string, from: string, to: string): { edit: Edit; after: string } {
  const edit = { offset: text.indexOf(from), length: from.length, content: to };
  assert.ok(edit.offset >= 0, from);
  return { edit, after: applyEdits(text, [edit]) };
}

function shownAfter(from: string, to: string): Problem[] {
  const { edit, after } = edited(saved, from, to);
  return problemsBetweenSaves(checkCampaign(after), followEdits(known(), [edit]));
}

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

describe("the editor between two saves", () => {
  it("keeps the rules' problems of the last save, not those of syntax and schema", () => {
    const problems = checkCampaign('{ "name": " Spring", "priority": "9", }').problems;
    assert.ok(codes(problems).includes("schema/enum"));
    assert.deepEqual(
      trackProblems(problems).map(({ code }) => code),
      ["untrimmed-name"],
    );
  });

  it("moves a problem with its text", () => {
    const comment = "  // spring is near\n";
    const [problem] = shownAfter("{\n", "{\n" + comment);
    assert.equal(problem?.code, "untrimmed-name");
    assert.equal(problem.offset, saved.indexOf('" Spring"') + comment.length);
  });

  it("keeps a problem while its text is edited and still invalid, and removes it when it is valid", () => {
    assert.deepEqual(codes(shownAfter('" Spring"', '" Springtime"')), ["untrimmed-name"]);
    assert.deepEqual(codes(shownAfter('" Spring"', '"Spring"')), []);
  });

  it("shows a rule's new problem at the next save, and a schema's at once", () => {
    assert.deepEqual(codes(shownAfter('"Spring contacts"', '"Spring contacts "')), ["untrimmed-name"]);
    assert.deepEqual(codes(shownAfter('"5"', '"9"')), ["untrimmed-name", "schema/enum"]);
  });

  it("shows a mistyped name that explains a missing property at once", () => {
    assert.deepEqual(codes(shownAfter("queue_name", "queueName")), ["untrimmed-name", "unknown-property"]);
  });

  it("keeps untouched problems while the text is invalid, without fixes for another text", () => {
    const shown = shownAfter('"maxSkips"', '"maxSkips');
    const problem = shown.find(({ code }) => code === "untrimmed-name");
    assert.deepEqual(problem?.fixes, []);
    assert.ok(shown.some(({ code }) => code.startsWith("syntax/")));
    assert.ok(!codes(shownAfter('" Spring"', '" Spring')).includes("untrimmed-name"));
  });

  it("drops a problem when the text that it compares with was edited", () => {
    const problem: Problem = {
      ...{ code: "window-overlap", severity: "warning", message: "", pointer: "", offset: 20, length: 5 },
      fixes: [],
      related: [{ offset: 2, length: 5, message: "" }],
    };
    const [near] = followEdits(trackProblems([problem]), [{ offset: 0, length: 0, content: "ab" }]);
    assert.deepEqual(near?.problem?.related, [{ offset: 4, length: 5, message: "" }]);
    const [touched] = followEdits(trackProblems([problem]), [{ offset: 3, length: 1, content: "" }]);
    assert.equal(touched?.problem, undefined);
    assert.equal(touched?.offset, 19);
  });

  it("moves a span with its text, regardless of the edits around it", () => {
    const marked = "<<marked>>";
    const edits = fc.record({ at: fc.nat(60), length: fc.nat(5), content: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.string({ maxLength: 30 }),
        fc.array(edits),
        (before, after, all) => {
          let text = before + marked + after;
          let spans = trackProblems([
            {
              ...{ code: "x", severity: "hint", message: "", pointer: "", fixes: [] },
              offset: before.length,
              length: 10,
            },
          ]);
          for (const { at, length, content } of all) {
            const offset = Math.min(at, text.length);
            const edit = { offset, length: Math.min(length, text.length - offset), content };
            text = applyEdits(text, [edit]);
            spans = followEdits(spans, [edit]);
          }
          const [span] = spans;
          assert.ok(span && span.offset >= 0 && span.offset + span.length <= text.length);
          if (span.problem) assert.equal(text.slice(span.offset, span.offset + span.length), marked);
        },
      ),
    );
  });
});
