import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { Lines } from "../../../src/core/campaign/lines";
import { applyEdits, type Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { faultless } from "./placed";

const sample = readFileSync("test/fixtures/samples/preview.request.json", "utf8");

function problemsIn(text: string): readonly Problem[] {
  return checkCampaign(text).problems;
}

function shown(text: string, problem: Problem): string {
  return text.slice(problem.offset, problem.offset + problem.length);
}

/** A valid campaign with some properties changed; undefined removes one. */
function changed(changes: Record<string, unknown>): string {
  return JSON.stringify({ ...faultless(), ...changes }, null, 2);
}

describe("checking a campaign", () => {
  it("finds no error in the vendor's sample, and the masked caller ID", () => {
    const problems = problemsIn(sample);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error"),
      [],
    );
    assert.ok(
      problems.some(({ code, severity }) => code === "caller-id-placeholder" && severity === "warning"),
    );
  });

  it("shows a missing property on the key of its parent", () => {
    const text = sample.replace(/"phoneNumber": "[^"]*"/, "");
    const problem = problemsIn(text).find(({ code }) => code === "schema/required");
    assert.ok(problem);
    assert.equal(problem.pointer, "/dialingStrategy/callerId/phoneNumber");
    assert.equal(shown(text, problem), '"callerId"');
  });

  it("shows a missing property of the campaign on its opening brace", () => {
    const text = changed({ description: undefined });
    const [problem] = problemsIn(text);
    assert.ok(problem);
    assert.deepEqual([problem.offset, problem.length, problem.pointer], [0, 1, "/description"]);
  });

  it("shows an invalid value on the value, once", () => {
    const text = changed({ priority: 5 });
    const problems = problemsIn(text);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["schema/type"],
    );
    assert.equal(shown(text, problems[0]!), "5");
    assert.match(problems[0]!.message, /must be text: write "5"/);
  });

  it("requires no property while the text has syntax errors", () => {
    const text = '{ "name": "Spring" "description": "x" }';
    assert.deepEqual(
      problemsIn(text).map(({ code }) => code),
      ["syntax/comma-expected"],
    );
  });

  it("runs rules on valid parts while another part is invalid", () => {
    const text = changed({ name: "Spring ", priority: "9" });
    assert.deepEqual(
      problemsIn(text)
        .map(({ code }) => code)
        .sort(),
      ["schema/enum", "untrimmed-name"],
    );
  });

  it("checks the other windows if one is invalid", () => {
    const strategy = faultless()["dialingStrategy"] as { callingHours: object };
    const days = [
      { day: "MO", start: "18:00", end: "19:00" },
      { day: "TU", start: "6:00 PM", end: "9:00 AM" },
    ];
    const text = changed({
      dialingStrategy: { ...strategy, callingHours: { ...strategy.callingHours, days } },
    });
    const codes = problemsIn(text).map(({ code }) => code);
    assert.deepEqual(codes.sort(), ["schema/pattern", "schema/pattern", "window-inverted"]);
  });

  it("runs no rules when only the schema is requested", () => {
    assert.deepEqual(checkCampaign(changed({ name: "Spring " }), { depth: "schema" }).problems, []);
  });

  it("changes a severity, and turns a rule off", () => {
    const text = changed({ name: "Spring " });
    const severity = (to: "error" | "off") =>
      checkCampaign(text, { severities: { "untrimmed-name": to } }).problems;
    assert.deepEqual(
      severity("error").map((problem) => problem.severity),
      ["error"],
    );
    assert.deepEqual(severity("off"), []);
  });

  it("counts a name's length in characters as people see them", () => {
    assert.deepEqual(
      problemsIn(changed({ name: "a".repeat(61) }))[0]?.message,
      "name is 61 characters long; the maximum is 48. Shorten it.",
    );
  });

  it("never shows the validator's own messages", () => {
    const texts = [
      changed({ maxSkips: -1 }),
      changed({ contactLists: [] }),
      changed({ dncLists: ["A"] }),
      changed({ schedule: 1 }),
      "[]",
      "1",
      '"x"',
      "null",
    ];
    for (const text of texts) {
      const problems = problemsIn(text);
      assert.ok(problems.length > 0, text);
      for (const { message } of problems)
        assert.doesNotMatch(message, /must (NOT|be (string|integer|array|object))|instancePath|undefined/);
    }
  });
});

describe("a check of any file content", () => {
  it("reports problems within the text, and never throws", () => {
    const json = fc.json({ maxDepth: 5 });
    const cut = fc.tuple(fc.constant(sample), fc.nat(sample.length)).map(([text, end]) => text.slice(0, end));
    const mangled = fc
      .tuple(fc.nat(sample.length), fc.nat(40), fc.string({ unit: "binary", maxLength: 12 }))
      .map(([offset, length, content]) => applyEdits(sample, [{ offset, length, content }]));
    fc.assert(
      fc.property(fc.oneof(json, cut, mangled, fc.string({ unit: "binary" })), (text) => {
        for (const problem of problemsIn(text)) {
          assert.ok(
            problem.offset >= 0 && problem.length >= 0 && problem.offset + problem.length <= text.length,
          );
          const { start, end } = new Lines(text).range(problem);
          assert.ok(start.line <= end.line);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("accepts a byte order mark, comments and trailing commas", () => {
    const text =
      "\uFEFF// why\r\n" +
      JSON.stringify(faultless(), null, 2).replace(/\n\}$/, ", /* end */\n}").replace(/\n/g, "\r\n");
    assert.deepEqual(problemsIn(text), []);
  });

  it("treats __proto__ like any other key", () => {
    const { value } = checkCampaign('{"__proto__": {"name": "x"}}').document;
    assert.deepEqual(Object.keys(value as object), ["__proto__"]);
    assert.equal((value as { name?: string }).name, undefined);
  });

  it("rejects more than a mebibyte, and endless nesting", () => {
    assert.deepEqual(
      problemsIn(" ".repeat(1024 * 1024 + 1)).map(({ code }) => code),
      ["syntax/too-large"],
    );
    assert.deepEqual(
      problemsIn("[".repeat(1024 * 1024)).map(({ code }) => code),
      ["syntax/too-deep"],
    );
    assert.deepEqual(
      problemsIn('{"a":'.repeat(100_000)).map(({ code }) => code),
      ["syntax/too-deep"],
    );
    assert.deepEqual(
      problemsIn(JSON.stringify("[".repeat(1000))).map(({ code }) => code),
      ["schema/type"],
    );
  });
});
