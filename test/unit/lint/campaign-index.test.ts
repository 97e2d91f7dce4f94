import assert from "node:assert/strict";
import { toWeek } from "../../../src/core/hours/week";
import { maxCampaignLength, maxDepth, parseDocument } from "../../../src/core/campaign/document";
import { textIndexer, toIndexedCampaign } from "../../../src/core/lint/campaign-index";
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

describe("the indexed campaigns of many texts", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const plain = JSON.stringify(faultless(), null, 2);
  const texts: Readonly<Record<string, string>> = {
    "a campaign": plain,
    "a campaign with comments": `// ours\n${plain}`,
    "a trailing comma": plain.replace(/\n\}$/, ",\n}"),
    "a text that ends early": plain.slice(0, -40),
    "a byte order mark": `\uFEFF${plain}`,
    "a key twice": '{ "name": "A", "contactLists": ["L"], "name": "B" }',
    "a key that every object inherits": '{ "__proto__": { "name": "A" }, "name": "B" }',
    "escapes and half a character": '{ "name": "\\ud800\\u0041\\n" }',
    "a number beyond all bounds": '{ "name": "A", "priority": 1e999 }',
    "as many levels as allowed": `{ "name": "A", "x": ${deep(maxDepth - 1)} }`,
    "more levels than allowed": `{ "name": "A", "x": ${deep(maxDepth)} }`,
    "more text than allowed": `{ "name": "${"A".repeat(maxCampaignLength)}" }`,
    "a list": "[1, 2]",
    nothing: "",
  };
  for (const [what, text] of Object.entries(texts))
    it(`contain the same as those of the documents: ${what}`, () => {
      assert.deepEqual(textIndexer()(file, text), toIndexedCampaign(file, parseDocument(text).value));
    });

  it("share a week", () => {
    const index = textIndexer();
    const [one, other] = [index("a", plain), index("b", `// ours\n${plain}`)];
    assert.ok(one.week !== undefined);
    assert.equal(one.week, other.week);
    assert.notEqual(index("c", plain.replace("10:00 AM", "11:00 AM")).week, one.week);
  });
});
