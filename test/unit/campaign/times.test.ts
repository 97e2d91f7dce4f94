import assert from "node:assert/strict";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { different } from "../lint/rule-problems";

/** A campaign with one window. */
const withWindow = (start: unknown, end: unknown) =>
  different({ hours: { days: [{ day: "MO", start, end }] } });

function ofStart(start: unknown, end: unknown = "11:00 PM") {
  const [problem, ...more] = checkCampaign(withWindow(start, end)).problems;
  assert.ok(problem !== undefined && more.length === 0, JSON.stringify([problem, ...more]));
  return problem;
}

function fixes(start: unknown, end?: unknown) {
  return ofStart(start, end).fixes.map(
    ({ title, preferred, safe }) => `${title.slice(6)}${preferred ? " preferred" : ""}${safe ? " safe" : ""}`,
  );
}

describe("A time that the platform cannot read", () => {
  it("has a safe fix if only one reading is possible", () => {
    for (const [written, meant] of [
      ["18:00", "6:00 PM"],
      ["00:30", "12:30 AM"],
      ["09:05", "9:05 AM"],
      ["9:00am", "9:00 AM"],
      ["9:00  Am", "9:00 AM"],
      [" 9:00 AM ", "9:00 AM"],
      ["12:15pm", "12:15 PM"],
      ["9:00\u202fAM", "9:00 AM"],
      ["\u200e9:00 AM", "9:00 AM"],
      ["9:00 AM\u200b", "9:00 AM"],
      ["9:00 AM\u2063", "9:00 AM"],
      ["\u206a9:00 AM", "9:00 AM"],
      ["18\u200b:00", "6:00 PM"],
    ] as const) {
      assert.deepEqual(fixes(written), [`"${meant}" preferred safe`], written);
      assert.equal(fixAll(withWindow(written, "11:00 PM")).text, withWindow(meant, "11:00 PM"), written);
    }
  });

  it("has no safe fix if part of it is a guess", () => {
    for (const [written, meant] of [
      ["9 AM", "9:00 AM"],
      ["9.30 p.m.", "9:30 PM"],
      ["6:00", "6:00 AM"],
      ["0900", "9:00 AM"],
      ["1800", "6:00 PM"],
      ["18:00:30", "6:00 PM"],
    ] as const) {
      assert.deepEqual(fixes(written), [`"${meant}" preferred`], written);
      assert.equal(fixAll(withWindow(written, "11:00 PM")).applied, 0, written);
    }
    assert.deepEqual(fixes("9"), []);
  });

  it("has a fix for each reading, and none preferred, if it is an ambiguous number", () => {
    for (const written of ["540", 540])
      assert.deepEqual(fixes(written), ['"9:00 AM"', '"5:40 AM"', '"5:40 PM"'], String(written));
    assert.deepEqual(fixes(900), ['"3:00 PM"', '"9:00 AM"', '"9:00 PM"']);
    assert.deepEqual(fixes(1800), ['"6:00 PM" preferred']);
    assert.deepEqual(fixes("540", "10:00 AM"), ['"9:00 AM"', '"5:40 AM"']);
  });

  it("has no fix that would keep the window from opening", () => {
    const problems = checkCampaign(withWindow("9:00 AM", "06:00")).problems;
    assert.deepEqual(
      problems.flatMap((problem) => problem.fixes.map(({ title, safe }) => [title, safe])),
      [['Write "6:00 PM"', false]],
    );
  });

  it("is reported with the name of its invisible character, and shows it escaped", () => {
    assert.match(
      ofStart("9:00\u202fAM").message,
      /"9:00\\u202fAM": it contains a narrow no-break space \(U\+202F\)/,
    );
    assert.match(ofStart("\u200e9:00 AM").message, /left-to-right mark \(U\+200E\)/);
  });
});

describe("A known value in another spelling", () => {
  it("has a safe fix if only letter case, spaces or invisible characters differ", () => {
    for (const mode of ["preview", " Preview", "PREVIEW", "Pre\u200bview"]) {
      assert.equal(fixAll(different({ top: { dialingMode: mode } })).text, different({}), mode);
    }
    assert.equal(fixAll(different({ strategy: { dialingOrder: "fifo" } })).text, different({}));
  });

  it("has no safe fix if a letter differs", () => {
    assert.equal(fixAll(different({ top: { dialingMode: "Previw" } })).applied, 0);
  });
});

describe("A key in another spelling", () => {
  const renamed = (keys: Readonly<Record<string, unknown>>) =>
    fixAll(different({ top: { queue_name: undefined, ...keys } })).text;

  it("has a safe fix if the correct key is missing", () => {
    assert.match(renamed({ queueName: "Sales" }), /"queue_name": "Sales"/);
    assert.match(renamed({ "Queue Name": "Sales" }), /"queue_name": "Sales"/);
  });

  it("has no safe fix if another key may mean the same, or the correct key exists", () => {
    assert.match(renamed({ queueName: "A", "queue-name": "B" }), /"queueName": "A"[^]*"queue-name": "B"/);
    assert.match(renamed({ queue_name: "A", queueName: "B" }), /"queueName": "B"/);
  });

  it("has no safe fix if it is a key of another object", () => {
    const text = different({ hours: { days: undefined, day: [] } });
    assert.equal(fixAll(text).text, text);
  });
});
