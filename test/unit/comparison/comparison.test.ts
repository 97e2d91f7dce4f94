import assert from "node:assert/strict";
import fc from "fast-check";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues, type AccountValues } from "../../../src/core/comparison/account-values";
import { compareWithAccount } from "../../../src/core/comparison/compare";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { sample } from "../node/practice-call";
import { without } from "./account";
import { campaigns } from "./campaigns";

const preview = sample as unknown as Campaign;
const withWindows = (...days: readonly object[]) => ({
  ...preview,
  dialingStrategy: {
    ...preview.dialingStrategy,
    callingHours: { ...preview.dialingStrategy.callingHours, days },
  },
});
const monday = { day: "MO", start: "9:00 AM", end: "6:00 PM" };
const tuesday = { day: "TU", start: "9:00 AM", end: "6:00 PM" };

describe("The comparison of a file with the account", () => {
  const compare = (file: object, account: object = preview) =>
    compareWithAccount(file, accountValues(account as JsonObject));

  const same: readonly (readonly [what: string, file: object, account: object])[] = [
    ["the spelling of a time", withWindows({ ...monday, start: "09:00 AM" }), withWindows(monday)],
    ["the order of days", withWindows(monday, tuesday), withWindows(tuesday, monday)],
    [
      "the order of lists",
      { ...preview, contactLists: ["One", "Two"] },
      { ...preview, contactLists: ["Two", "One"] },
    ],
    ["the order of keys", preview, Object.fromEntries(Object.entries(preview).reverse())],
    ["a number as text", preview, { ...preview, priority: 5, maxSkips: "1" }],
    [
      "a value that the platform adds",
      preview,
      {
        ...preview,
        isFiltersEnabled: false,
        dialingStrategy: { ...preview.dialingStrategy, useSystemMappings: false },
      },
    ],
    ["a value that the file omits", { ...preview, schedule: undefined }, preview],
    ["$schema", { $schema: "./campaign.schema.json", ...preview }, preview],
    ["the do-not-call list's ID", preview, { ...preview, dncLists: { id: "cl-1", ...preview.dncLists } }],
  ];
  for (const [what, file, account] of same)
    it(`ignores ${what}`, () =>
      assert.deepEqual(compare(parsed(file), parsed(account)), { differences: [], notCompared: [] }));

  const days = "/dialingStrategy/callingHours/days";
  const different: readonly (readonly [
    what: string,
    file: object,
    account: object,
    differences: object[],
  ])[] = [
    [
      "a different value",
      preview,
      { ...preview, priority: "3" },
      [{ pointer: "/priority", file: "5", account: "3" }],
    ],
    [
      "a different end",
      withWindows(monday, tuesday),
      withWindows({ ...monday, end: "8:00 PM" }, tuesday),
      [{ pointer: `${days}/0/end`, file: "6:00 PM", account: "8:00 PM" }],
    ],
    [
      "morning and evening",
      withWindows(monday),
      withWindows({ ...monday, start: "9:00 PM" }),
      [{ pointer: `${days}/0/start`, file: "9:00 AM", account: "9:00 PM" }],
    ],
    [
      "a window that only the account has",
      withWindows(monday),
      withWindows(monday, tuesday),
      [{ pointer: `${days}/-`, account: tuesday }],
    ],
    [
      "a window that only the file has",
      withWindows(monday, tuesday),
      withWindows(monday),
      [{ pointer: `${days}/1`, file: tuesday }],
    ],
    [
      "another list",
      preview,
      { ...preview, contactLists: ["Another"] },
      [{ pointer: "/contactLists/0", file: "CL Only 2020 Dec 4", account: "Another" }],
    ],
    [
      "a schedule that was switched on in the account",
      preview,
      { ...preview, schedule: { isSchedulingEnabled: true, isRecurrenceEnabled: true } },
      [{ pointer: "/schedule/isSchedulingEnabled", file: false, account: true }],
    ],
    [
      "the case of a name",
      preview,
      { ...preview, queue_name: "default queue" },
      [{ pointer: "/queue_name", file: "Default Queue", account: "default queue" }],
    ],
  ];
  for (const [what, file, account, differences] of different)
    it(`reports ${what}`, () => assert.deepEqual(compare(file, account), { differences, notCompared: [] }));

  it("does not compare what the account does not return, and lists it", () => {
    const account = without(preview, "maxSkips", "dialingStrategy");
    assert.deepEqual(compare(preview, { ...account, priority: null }), {
      differences: [],
      notCompared: ["/priority", "/dialingStrategy", "/maxSkips"],
    });
    assert.deepEqual(compare({ ...preview, note: "x" }).notCompared, ["/note"]);
  });

  it("compares a name as text, even if it looks like a time", () => {
    const { differences } = compare({ ...preview, name: "9:00 AM" }, { ...preview, name: "09:00 AM" });
    assert.equal(differences.length, 1);
  });

  it("finds no difference in the account's own file, for any values", () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const account: AccountValues = accountValues({ ...campaign });
        assert.deepEqual(compareWithAccount(campaign, account), { differences: [], notCompared: [] });
      }),
    );
  });

  const parsed = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
});
