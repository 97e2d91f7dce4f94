import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/campaign/problem";
import { edgeEdit, windowSpan, type Edge } from "../../../src/core/hours/move-edge";

const campaign = (...windows: readonly string[]) =>
  `{ // a comment\r\n  "dialingStrategy": { "callingHours": { "days": [\r\n    ${windows.join(",\r\n    ")}\r\n  ] } },\r\n}`;
const monday = '{ "day": "MO", "start": "9:00 AM", /* lunch */ "end": "6:00 PM" }';
const text = campaign('{ "day": "SU" }', monday);

describe("Moving an edge of a window", () => {
  const moved = (edge: Edge, minutes: number, window = monday): string => {
    const before = campaign('{ "day": "SU" }', window);
    const edit = edgeEdit(before, 1, edge, minutes);
    return edit === undefined ? before : applyEdits(before, [edit]);
  };
  const cases: readonly (readonly [edge: Edge, minutes: number, from: string, to: string])[] = [
    ["start", 9 * 60 + 15, "9:00 AM", "9:15 AM"],
    ["start", 0, "9:00 AM", "12:00 AM"],
    ["start", -60, "9:00 AM", "12:00 AM"],
    ["end", 20 * 60, "6:00 PM", "8:00 PM"],
    ["end", 24 * 60, "6:00 PM", "11:59 PM"],
    // An edge does not pass the other one.
    ["start", 23 * 60, "9:00 AM", "5:45 PM"],
    ["end", 0, "6:00 PM", "9:15 AM"],
  ];
  for (const [edge, minutes, from, to] of cases)
    it(`writes ${to} for the ${edge} at minute ${minutes}, and changes nothing else`, () => {
      assert.equal(moved(edge, minutes), text.replace(`"${from}"`, `"${to}"`));
    });

  it("keeps a leading zero", () => {
    const padded = monday.replace("9:00 AM", "09:00 AM");
    assert.equal(moved("start", 510, padded), campaign('{ "day": "SU" }', padded.replace("09:00", "08:30")));
    assert.ok(moved("start", 610, padded).includes('"10:10 AM"'));
  });

  it("corrects an inverted window", () => {
    const inverted = monday.replace("6:00 PM", "6:00 AM");
    assert.ok(moved("end", 18 * 60, inverted).includes('"end": "6:00 PM"'));
  });

  it("makes no window of an inverted one that is shorter than others", () => {
    const inverted = monday.replace("9:00 AM", "6:00 PM");
    assert.equal(moved("start", 18 * 60 - 10, inverted), text.replace("9:00 AM", "5:45 PM"));
    assert.equal(
      moved("end", 18 * 60 + 10, inverted),
      campaign('{ "day": "SU" }', inverted.replace('"end": "6:00 PM"', '"end": "6:15 PM"')),
    );
  });

  it("changes nothing if the edge is already there", () => {
    assert.equal(edgeEdit(text, 1, "start", 540), undefined);
  });

  for (const [what, broken] of [
    ["fewer windows", campaign(monday)],
    ["an invalid time", text.replace("6:00 PM", "6 o'clock")],
    ["no end", text.replace('"end": "6:00 PM"', "")],
    ["a number as a time", text.replace('"6:00 PM"', "18")],
    ["an object instead of the list", '{ "dialingStrategy": { "callingHours": { "days": {} } } }'],
    ["an array instead of the campaign", "[1, 2]"],
    ["no text", ""],
  ] as const)
    it(`changes nothing in a file with ${what}`, () => {
      assert.equal(edgeEdit(broken, 1, "end", 900), undefined);
    });

  it("changes the value that counts when a key is duplicate", () => {
    const twice = monday.replace('"end"', '"end": "1:00 PM", "end"');
    assert.ok(moved("end", 19 * 60, twice).includes('"end": "1:00 PM", "end": "7:00 PM"'));
  });
});

describe("The place of a window", () => {
  it("is the whole object", () => {
    const span = windowSpan(text, 1);
    assert.ok(span);
    assert.equal(text.slice(span.offset, span.offset + span.length), monday);
  });

  it("is undefined for other indexes", () => {
    assert.equal(windowSpan(text, 2), undefined);
  });
});
