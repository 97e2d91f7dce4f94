import assert from "node:assert/strict";
import fc from "fast-check";
import { formatTime, parseTime, readTime } from "../../../src/core/campaign/time-of-day";
import { describeCallingHours, minutesOf, toWeek, describeWeek } from "../../../src/core/hours/week";
import { attemptsText } from "../../../src/core/wording/calling-summary";

describe("Times", () => {
  it("are parsed as minutes since midnight", () => {
    assert.deepEqual(
      ["12:00 AM", "9:00 AM", "09:30 AM", "12:00 PM", "6:00 PM", "11:59 PM"].map(parseTime),
      [0, 540, 570, 720, 1080, 1439],
    );
    assert.equal(parseTime("11:59:59.999 PM")?.toFixed(5), "1439.99998");
  });

  it("are rejected in any other format", () => {
    for (const text of ["9:00", "9:00am", "13:00 PM", "0:30 AM", "9:60 AM", " 9:00 AM", "9:00 AM ", ""]) {
      assert.equal(parseTime(text), undefined, text);
    }
  });

  it("are formatted as they are parsed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => parseTime(formatTime(minutes)) === minutes),
    );
  });

  it("are recognized in common other formats", () => {
    const meant: Record<string, string> = {
      "18:00": "6:00 PM",
      "9 AM": "9:00 AM",
      "9:00am": "9:00 AM",
      "09:00 pm": "9:00 PM",
      "9.30 p.m.": "9:30 PM",
      "0900": "9:00 AM",
      "12 am": "12:00 AM",
      "12:15pm": "12:15 PM",
      "00:00": "12:00 AM",
      "24:00": "11:59 PM",
      "18:00 PM": "6:00 PM",
      "8h30": "8:30 AM",
    };
    for (const [text, time] of Object.entries(meant)) assert.equal(readTime(text), time, text);
    for (const text of ["9", "25:00", "9:75", "noon", "", "13 AM", "24:30", "-1:00"])
      assert.equal(readTime(text), undefined, text);
  });
});

describe("A week in words", () => {
  const window = (
    day: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU",
    start = "9:00 AM",
    end = "6:00 PM",
  ) => ({ day, start, end });

  it("groups days with the same hours", () => {
    const days = [window("MO"), window("TU"), window("WE"), window("TH"), window("FR")];
    assert.equal(
      describeCallingHours({ frequency: "WEEKLY", timezone: "Asia/Kolkata", days }),
      "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week)",
    );
    assert.equal(
      describeWeek(toWeek([...days, window("SA", "10:00 AM", "2:00 PM")])),
      "Mon–Fri 9:00 AM–6:00 PM; Sat 10:00 AM–2:00 PM",
    );
    assert.equal(
      describeWeek(toWeek([window("MO"), window("WE"), window("TH")])),
      "Mon, Wed, Thu 9:00 AM–6:00 PM",
    );
  });

  it("names a split day, a whole day, every day and no day", () => {
    assert.equal(
      describeWeek(toWeek([window("FR", "2:00 PM", "8:00 PM"), window("FR", "10:00 AM", "1:00 PM")])),
      "Fri 10:00 AM–1:00 PM and 2:00 PM–8:00 PM",
    );
    assert.equal(describeWeek(toWeek([{ start: "12:00 AM", end: "11:59:59.999 PM" }])), "every day all day");
    assert.equal(describeWeek(toWeek([])), "never");
    assert.equal(describeWeek(toWeek([window("MO", "6:00 PM", "9:00 AM")])), "never");
  });

  it("counts overlapping windows once", () => {
    assert.equal(
      minutesOf(
        toWeek([
          window("MO", "9:00 AM", "12:00 PM"),
          window("MO", "11:00 AM", "1:00 PM"),
          window("MO", "1:00 PM", "2:00 PM"),
        ]),
      ),
      300,
    );
  });

  it("contains how often a contact is called", () => {
    assert.equal(attemptsText(3, 10), "each contact up to 3 times, 10 min apart");
    assert.equal(attemptsText(1, 10), "each contact once");
  });
});
