import assert from "node:assert/strict";
import {
  different,
  fixedValue,
  messagesOf,
  says,
  silent,
  ruleProblems,
  type Differences,
} from "./rule-problems";

type Window = Readonly<{ day?: string; start: string; end: string }>;

const window = (start: string, end: string, day = "MO"): Window => ({ day, start, end });
const daily = (start: string, end: string): Window => ({ start, end });
const open = (...days: readonly Window[]): Differences => ({ hours: { days } });
/** Windows that need no day. */
const openDaily = (...days: readonly Window[]): Differences => ({ hours: { frequency: "DAILY", days } });

function windowsIn(value: unknown): unknown {
  return (value as { dialingStrategy: { callingHours: { days: unknown } } }).dialingStrategy.callingHours
    .days;
}

/** The windows after each fix of the only problem, with the title of the fix. */
function fixed(id: string, differences: Differences): [title: string, windows: unknown][] {
  const text = different(differences);
  const [problem, ...more] = ruleProblems(id, text);
  assert.ok(problem !== undefined && more.length === 0);
  return problem.fixes.map(({ title }, index) => [title, windowsIn(fixedValue(text, problem, index))]);
}

describe("an inverted window", () => {
  it("is reported to end before or when it starts, on its day", () => {
    const before =
      "Monday ends (6:00 AM) before it starts (9:00 AM). Did you mean 6:00 PM? Nobody is called in this window.";
    says("window-inverted", open(window("9:00 AM", "6:00 AM")), before);
    says(
      "window-inverted",
      open(window("9:00 AM", "9:00 AM", "TU")),
      "Tuesday ends when it starts (9:00 AM). Did you mean 9:00 PM?",
    );
    says("window-inverted", openDaily(daily("9:00 AM", "6:00 AM")), "This window ends (6:00 AM) before");
    const night = /A window cannot cross midnight: split it in two\.$/;
    assert.match(messagesOf("window-inverted", open(window("10:00 PM", "2:00 AM")))[0] ?? "", night);
    assert.match(messagesOf("window-inverted", open(window("6:00 PM", "5:00 PM")))[0] ?? "", night);
  });

  it("is reported with the note that 12:00 AM is the start of the day", () => {
    const end = (close: string) =>
      `Monday ends at 12:00 AM, which is the start of that day, so nobody is called. For the end of the day, use ${close}.`;
    says("window-inverted", open(window("9:00 AM", "12:00 AM")), end("11:59 PM"));
    says("window-inverted", open(window("11:58 PM", "12:00 AM")), end("11:59 PM"));
    says("window-inverted", open(window("11:59 PM", "12:00 AM")), end("11:59:59.999 PM"));
    says("window-inverted", open(window("12:00 AM", "12:00 AM")), end("11:59 PM"));
    assert.deepEqual(fixed("window-inverted", open(window("11:59 PM", "12:00 AM"))), [
      ["End at 11:59:59.999 PM", [window("11:59 PM", "11:59:59.999 PM")]],
    ]);
  });

  it("is fixed with the other half of the day if that makes a window", () => {
    const titles = (start: string, end: string) =>
      fixed("window-inverted", open(window(start, end))).map(([title]) => title.split(":")[0]);
    assert.deepEqual(titles("9:00 AM", "6:00 AM"), ["End at 6", "Split at midnight"]);
    assert.deepEqual(titles("9:00 AM", "9:00 AM"), ["End at 9"]);
    assert.deepEqual(titles("6:01 PM", "6:00 AM"), ["Split at midnight"]);
    assert.deepEqual(titles("6:00 PM", "6:00 AM"), ["Split at midnight"]);
    assert.deepEqual(titles("5:59 PM", "6:00 AM"), ["End at 6", "Split at midnight"]);
    assert.deepEqual(titles("1:00 PM", "12:00 PM"), ["Split at midnight"]);
    assert.deepEqual(titles("1:00 PM", "1:00 PM"), []);
    assert.deepEqual(titles("12:00 PM", "11:59 AM"), ["End at 11", "Split at midnight"]);
  });

  it("is split at midnight into this day and the next, or into two of every day", () => {
    const [split] = fixed("window-inverted", open(window("10:00 PM", "2:00 AM", "SU")));
    assert.deepEqual(split, [
      "Split at midnight: 10:00 PM to 11:59 PM, then 12:00 AM to 2:00 AM",
      [window("10:00 PM", "11:59 PM", "SU"), window("12:00 AM", "2:00 AM", "MO")],
    ]);
    const [ofEvery] = fixed("window-inverted", openDaily(daily("11:59 PM", "2:00 AM")));
    assert.deepEqual(ofEvery, [
      "Split at midnight: 11:59 PM to 11:59:59.999 PM, then 12:00 AM to 2:00 AM",
      [daily("11:59 PM", "11:59:59.999 PM"), daily("12:00 AM", "2:00 AM")],
    ]);
  });

  it("prefers the first of its fixes", () => {
    const preferred = (end: string) =>
      ruleProblems("window-inverted", different(open(window("9:00 AM", end))))[0]?.fixes.map(
        (fix) => fix.preferred,
      );
    assert.deepEqual(preferred("6:00 AM"), [true, false]);
    assert.deepEqual(preferred("9:00 AM"), [true]);
  });

  it("is the only problem of such a window", () => {
    const inverted = window("9:00 AM", "6:00 AM");
    for (const id of ["window-overlap", "window-repeated"]) {
      silent(id, open(inverted, inverted));
      silent(id, open(window("9:00 AM", "9:00 AM"), window("9:00 AM", "9:00 AM")));
    }
  });
});

describe("a repeated window", () => {
  it("has the same day and the same hours, regardless of their spelling", () => {
    const again = open(window("9:00 AM", "6:00 PM"), window("09:00 AM", "6:00:00 PM"));
    says(
      "window-repeated",
      again,
      "Monday 09:00 AM to 6:00:00 PM duplicates an earlier window and has no effect.",
    );
    silent("window-repeated", open(window("9:00 AM", "6:00 PM"), window("9:00 AM", "6:00 PM", "TU")));
    silent("window-repeated", open(window("9:00 AM", "6:00 PM"), window("9:00 AM", "5:00 PM")));
    silent("window-repeated", open(window("9:00 AM", "6:00 PM"), window("8:00 AM", "6:00 PM")));
  });

  it("is compared with the first, each time", () => {
    const same = window("9:00 AM", "6:00 PM");
    const text = different(open(window("7:00 AM", "8:00 AM"), same, same, same));
    const problems = ruleProblems("window-repeated", text);
    const [, first] = [...text.matchAll(/\{\s*"day"/g)];
    assert.deepEqual(
      problems.map(({ pointer, related }) => [pointer.split("/").at(-1), related?.[0]?.offset]),
      [
        ["2", first?.index],
        ["3", first?.index],
      ],
    );
    assert.deepEqual(windowsIn(fixedValue(text, problems[0])), [window("7:00 AM", "8:00 AM"), same, same]);
  });
});

describe("windows that overlap", () => {
  /** The index of each reported window, with the index of the window that it overlaps. */
  function pairs(...windows: readonly Window[]): (readonly [number, number])[] {
    const text = different(open(...windows));
    const starts = [...text.matchAll(/\{\s*"day"/g)].map(({ index }) => index);
    return ruleProblems("window-overlap", text).map(({ pointer, related }) => [
      Number(pointer.split("/").at(-1)),
      starts.indexOf(related?.[0]?.offset ?? -1),
    ]);
  }

  it("are reported with their day if they have one", () => {
    const nine = window("9:00 AM", "1:00 PM");
    const twelve = window("12:00 PM", "6:00 PM");
    says(
      "window-overlap",
      open(nine, twelve),
      "12:00 PM to 6:00 PM on Monday overlaps 9:00 AM to 1:00 PM, so the hours in both count once.",
    );
    silent("window-overlap", open(nine, { ...twelve, day: "TU" }));
    silent("window-overlap", open(nine, window("1:00 PM", "6:00 PM")));
    silent("window-overlap", open(nine, nine));
  });

  it("are each reported once, with an earlier one", () => {
    const [early, long, late] = [
      window("8:00 AM", "9:30 AM"),
      window("9:00 AM", "6:00 PM"),
      window("5:00 PM", "8:00 PM"),
    ];
    const within = window("10:00 AM", "11:00 AM");
    assert.deepEqual(pairs(early, long, late), [
      [1, 0],
      [2, 1],
    ]);
    assert.deepEqual(pairs(late, long, early), [
      [1, 0],
      [2, 1],
    ]);
    assert.deepEqual(pairs(long, within, late), [
      [1, 0],
      [2, 0],
    ]);
    assert.deepEqual(pairs(within, late, long), [[2, 0]]);
    assert.deepEqual(pairs(early, late), []);
    assert.deepEqual(pairs(early, window("9:30 AM", "10:00 AM"), late, window("7:00 PM", "9:00 PM")), [
      [3, 2],
    ]);
  });

  it("are reported next to repeated windows", () => {
    const [long, late] = [window("9:00 AM", "6:00 PM"), window("5:00 PM", "8:00 PM")];
    assert.deepEqual(pairs(long, long, late, late), [[2, 0]]);
  });

  it("become one window for all that touch each other, in the place of the first", () => {
    const [a, b, c] = [
      window("10:00 AM", "12:00 PM"),
      window("9:00 AM", "11:00 AM"),
      window("11:30 AM", "5:00 PM"),
    ];
    const apart = window("6:00 PM", "7:00 PM");
    const text = different(open(apart, a, b, c));
    const problems = ruleProblems("window-overlap", text);
    assert.equal(problems.length, 2);
    for (const problem of problems) {
      assert.equal(problem.fixes[0]?.title, "Merge into 9:00 AM to 5:00 PM");
      assert.deepEqual(windowsIn(fixedValue(text, problem)), [apart, window("9:00 AM", "5:00 PM")]);
    }
    assert.deepEqual(
      ruleProblems("window-overlap", different(open(a, b, apart, window("6:30 PM", "8:00 PM")))).map(
        ({ fixes }) => fixes[0]?.title,
      ),
      ["Merge into 9:00 AM to 12:00 PM", "Merge into 6:00 PM to 8:00 PM"],
    );
  });

  it("are merged if there are at most fifty of them", () => {
    const many = (count: number) =>
      open(
        ...Array.from({ length: count }, (_, index) =>
          window("9:00 AM", `6:${String(index).padStart(2, "0")} PM`),
        ),
      );
    const fixes = (count: number) =>
      ruleProblems("window-overlap", different(many(count))).map((one) => one.fixes.length);
    assert.deepEqual(
      fixes(50),
      Array.from({ length: 49 }, () => 1),
    );
    assert.deepEqual(
      fixes(51),
      Array.from({ length: 50 }, () => 0),
    );
  });
});

describe("an inverted window among others", () => {
  const others: readonly (readonly [what: string, ...days: readonly Window[]])[] = [
    ["inside another", window("9:00 AM", "6:00 PM"), window("2:00 PM", "10:00 AM")],
    ["around another", window("9:00 AM", "10:00 AM"), window("6:00 PM", "8:00 AM")],
    ["that is there twice", window("6:00 PM", "8:00 AM"), window("6:00 PM", "8:00 AM")],
    [
      "that ends when it starts, inside another",
      window("9:00 AM", "6:00 PM"),
      window("10:00 AM", "10:00 AM"),
    ],
  ];
  for (const [what, ...days] of others)
    it(`neither overlaps nor repeats one (${what})`, () => {
      assert.notDeepEqual(ruleProblems("window-inverted", different(open(...days))), []);
      for (const id of ["window-overlap", "window-repeated"])
        assert.deepEqual(ruleProblems(id, different(open(...days))), []);
    });

  it("does not hide that two others overlap", () => {
    const days = [window("9:00 AM", "1:00 PM"), window("6:00 PM", "8:00 AM"), window("12:00 PM", "6:00 PM")];
    assert.equal(ruleProblems("window-overlap", different(open(...days))).length, 1);
  });
});
