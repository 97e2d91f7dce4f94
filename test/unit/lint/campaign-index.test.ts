import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { toWeek } from "../../../src/core/hours/week";
import { toIndexedCampaign } from "../../../src/core/lint/campaign-index";
import { collectGarbage } from "../heap";
import { faultless } from "./placed";

const file = "spring.campaign.json";
const nothing = { file, name: undefined, contactLists: [], week: undefined, timezone: undefined };

/** The facts of a campaign with these calling windows. */
function weekOf(days: unknown) {
  return toIndexedCampaign(file, { dialingStrategy: { callingHours: { frequency: "WEEKLY", days } } }).week;
}

describe("an indexed campaign", () => {
  it("contains the name, the lists, the hours and their time zone", () => {
    assert.deepEqual(toIndexedCampaign(file, faultless()), {
      ...{ file, name: "Spring reminder", contactLists: ["Spring contacts"], timezone: "Asia/Kolkata" },
      week: toWeek([
        { day: "MO", start: "10:00 AM", end: "1:00 PM" },
        { day: "WE", start: "10:00 AM", end: "1:00 PM" },
      ]),
    });
  });

  it("does not keep the text of its file in memory", async () => {
    const size = 100_000;
    const kept: unknown[] = [];
    await collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < 200; index++) {
      const text = JSON.stringify({
        ...faultless(),
        name: `Campaign number ${index}`,
        notes: "x".repeat(size),
      });
      kept.push(toIndexedCampaign(file, parseDocument(text).value));
    }
    await collectGarbage();
    const each = (process.memoryUsage().heapUsed - before) / kept.length;
    assert.ok(each < size / 2, `${each} bytes each`);
  });

  it("is empty if the file contains something else", () => {
    for (const value of [
      undefined,
      null,
      1,
      "name",
      [],
      {},
      { dialingStrategy: null },
      { name: 1, contactLists: "A" },
    ])
      assert.deepEqual(toIndexedCampaign(file, value), nothing, JSON.stringify(value));
    assert.deepEqual(
      toIndexedCampaign(file, { dialingStrategy: { callingHours: { timezone: 5, days: "MO" } } }),
      nothing,
    );
  });

  it("leaves out lists that are not strings", () => {
    assert.deepEqual(toIndexedCampaign(file, { contactLists: ["A", 1, null, "B"] }).contactLists, ["A", "B"]);
  });

  it("includes the valid windows, with or without a day", () => {
    const window = { day: "MO", start: "9:00 AM", end: "6:00 PM" };
    const readable = toWeek([{ day: "MO", start: "9:00 AM", end: "6:00 PM" }]);
    for (const broken of [
      { ...window, day: "Mon" },
      { ...window, start: 9 },
      { ...window, end: 18 },
      null,
      "MO",
    ])
      assert.deepEqual(weekOf([broken, window]), readable, JSON.stringify(broken));
    const daily = { start: "9:00 AM", end: "6:00 PM" };
    assert.deepEqual(weekOf([daily]), toWeek([daily]));
    assert.notDeepEqual(weekOf([daily]), readable);
    assert.deepEqual(weekOf([]), toWeek([]));
  });

  it("has no week if the frequency is not documented", () => {
    const days = [{ day: "MO", start: "9:00 AM", end: "6:00 PM" }];
    for (const frequency of ["DAILY", "CUSTOM", undefined]) {
      const value = { dialingStrategy: { callingHours: { frequency, days } } };
      assert.equal(toIndexedCampaign(file, value).week, undefined);
    }
  });
});
