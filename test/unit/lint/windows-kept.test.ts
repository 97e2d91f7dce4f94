import assert from "node:assert/strict";
import { different, silent, ruleProblems, type Differences } from "./rule-problems";

type Window = Readonly<{ day?: string; start: string; end: string; date?: string }>;

const window = (start: string, end: string, day = "MO"): Window => ({ day, start, end });
const daily = (start: string, end: string): Window => ({ start, end });
const open = (...days: readonly Window[]): Differences => ({ hours: { days } });
/** Windows that need no day. */
const openDaily = (...days: readonly Window[]): Differences => ({ hours: { frequency: "DAILY", days } });

describe("windows with an unknown meaning", () => {
  const fixesOf = (id: string, text: string) =>
    ruleProblems(id, text).map(({ fixes }) => fixes.map(({ safe }) => safe));
  const [morning, long] = [window("9:00 AM", "1:00 PM"), window("12:00 PM", "6:00 PM")];

  it("are not compared if the campaign is DAILY or CUSTOM", () => {
    for (const frequency of ["DAILY", "CUSTOM"]) {
      for (const id of ["window-overlap", "window-repeated"])
        silent(id, { hours: { frequency, days: [morning, morning, long] } });
    }
  });

  it("are reported and never merged or removed if one has an additional key", () => {
    const dated = { ...morning, date: "2026-12-01" };
    assert.deepEqual(fixesOf("window-overlap", different(open(dated, long))), [[]]);
    assert.deepEqual(fixesOf("window-overlap", different(open(long, dated))), [[]]);
    assert.deepEqual(fixesOf("window-repeated", different(open(morning, dated))), [[]]);
    assert.deepEqual(fixesOf("window-repeated", different(open(dated, morning))), [[true]]);
  });

  it("are reported and never merged or removed if one has a comment or a duplicate key", () => {
    for (const [inside, id] of [
      ['"start": "12:00 PM" /* not earlier */', "window-overlap"],
      ['"day": "MO", "start": "12:00 PM"', "window-overlap"],
    ] as const) {
      const text = different(open(morning, long)).replace('"start": "12:00 PM"', inside);
      assert.deepEqual(fixesOf(id, text), [[]], inside);
    }
    const twice = different(open(morning, morning));
    const at = twice.lastIndexOf('"start"');
    const commented = `${twice.slice(0, at)}// Ann's\n${twice.slice(at)}`;
    assert.deepEqual(fixesOf("window-repeated", commented), [[]]);
  });
});

describe("an overnight window next to others", () => {
  const titles = (...days: readonly Window[]) =>
    ruleProblems("window-inverted", different(open(...days))).flatMap(({ fixes }) =>
      fixes.map(({ title }) => title),
    );
  const night = window("10:00 PM", "2:00 AM");

  it("is split only if neither part overlaps with one of them", () => {
    assert.equal(titles(night).length, 1);
    assert.deepEqual(titles(night, window("1:00 AM", "9:00 AM", "TU")), []);
    assert.deepEqual(titles(night, window("11:00 PM", "11:30 PM")), []);
    assert.equal(titles(night, window("2:00 AM", "9:00 AM", "TU")).length, 1);
    assert.equal(titles(night, window("9:00 AM", "10:00 PM")).length, 1);
    assert.equal(titles(night, window("1:00 AM", "9:00 AM", "WE")).length, 1);
    const ofEveryDay = openDaily(daily("10:00 PM", "2:00 AM"), daily("1:00 AM", "1:30 AM"));
    assert.deepEqual(
      ruleProblems("window-inverted", different(ofEveryDay)).map(({ fixes }) => fixes),
      [[]],
    );
  });

  it("is not split if it has an additional key", () => {
    assert.deepEqual(titles({ ...night, date: "2026-12-01" }), []);
  });
});
