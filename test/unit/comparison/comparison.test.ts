import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues, type AccountValues } from "../../../src/core/comparison/account-values";
import { NOT_RETURNED, toCampaignFile } from "../../../src/core/comparison/campaign-text";
import { compareWithAccount } from "../../../src/core/comparison/compare";
import { checkCampaign } from "../../../src/core/lint/check";
import type { JsonObject } from "../../../src/core/text/json-guards";
import { sample } from "../node/practice-call";
import { returned, without } from "./account";
import { campaigns, storedCampaigns } from "./campaigns";

const preview = sample as unknown as Campaign;
const inMode: Readonly<Record<string, readonly string[]>> = {
  Preview: ["/maxSkips", "/campaignType"],
  Progressive: ["/campaignType"],
  Agentless: ["/experienceFlowName", "/enableMachineDetect", "/campaignType"],
};
const withWindows = (...days: readonly object[]) => ({
  ...preview,
  dialingStrategy: {
    ...preview.dialingStrategy,
    callingHours: { ...preview.dialingStrategy.callingHours, days },
  },
});
const monday = { day: "MO", start: "9:00 AM", end: "6:00 PM" };
const tuesday = { day: "TU", start: "9:00 AM", end: "6:00 PM" };

describe("A campaign of the account as a campaign file", () => {
  it("differs from the created campaign only in marked gaps, for every stored campaign", () => {
    const stored = storedCampaigns();
    assert.ok(stored.length > 20);
    for (const [file, campaign] of stored) pull(campaign, file);
  });

  it("has the values of the created campaign except in marked gaps, whatever the names contain", () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const created = without(campaign, "schedule");
        const gaps = inMode[campaign.dialingMode]?.map((gap) => [gap.slice(1), NOT_RETURNED]) ?? [];
        assert.deepEqual(pull(campaign), { ...created, ...Object.fromEntries(gaps) });
      }),
    );
  });

  function pull(campaign: Campaign, what?: string): unknown {
    const account = returned(campaign);
    const { text, gaps } = toCampaignFile(account);
    assert.deepEqual(gaps, inMode[campaign.dialingMode], what);
    const { value, syntaxErrors } = parseDocument(text);
    assert.deepEqual(syntaxErrors, []);
    assert.deepEqual(compareWithAccount(value, account), { differences: [], notCompared: gaps }, what);
    assert.deepEqual(compareWithAccount(campaign, account).differences, [], what);
    const filled = {
      ...(value as JsonObject),
      ...Object.fromEntries(gaps.map((gap) => [gap.slice(1), undefined])),
    };
    assert.deepEqual(compareWithAccount(campaign, accountValues(filled)).differences, [], what);
    return value;
  }

  it("is laid out as a new Preview campaign, with a comment at each gap", () => {
    const { text } = toCampaignFile(returned(preview));
    assert.equal(
      text,
      [
        "{",
        '  "name": "Billing Reminder Voice Campaign1",',
        `  "description": ${JSON.stringify(preview.description)},`,
        '  "contactLists": ["CL Only 2020 Dec 4"],',
        '  "dncLists": { "name": "DNC CL Dec 4" },',
        '  "priority": "5",',
        '  "dialingMode": "Preview",',
        '  "dialingStrategy": {',
        '    "callerId": { "phoneNumber": "+181633xxxxx" },',
        '    "callingHours": {',
        '      "frequency": "WEEKLY",',
        '      "timezone": "Asia/Kolkata",',
        '      "days": [',
        ...["MO", "TU", "WE", "TH", "FR"].map(
          (day) =>
            `        { "day": "${day}", "start": "9:00 AM", "end": "6:00 PM" }${day === "FR" ? "" : ","}`,
        ),
        "      ]",
        "    },",
        '    "dialingOrder": "FIFO",',
        '    "maxAttemptsPerRecord": 3,',
        '    "defaultRetryPeriod": 10,',
        '    "maxRingTime": 30',
        "  },",
        '  "queue_name": "Default Queue",',
        '  "maxSkips": "<not returned>", // The platform does not return this value. Enter it.',
        '  "campaignType": "<not returned>" // The platform does not return this value. Enter it.',
        "}",
        "",
      ].join("\n"),
    );
  });

  it("is the vendor's sample of the get call, without its keys that a file does not have", () => {
    const { data } = JSON.parse(
      readFileSync(path.join(__dirname, "../../fixtures/samples/get-campaign.response.json"), "utf8"),
    ) as { data: JsonObject };
    const { text, gaps } = toCampaignFile(accountValues(data));
    assert.deepEqual(gaps, inMode["Agentless"]);
    const keys = Object.keys(parseDocument(text).value as JsonObject);
    for (const key of ["_id", "lname", "status", "createdAt", "updatedAt", "schedule", "experienceFlow"])
      assert.ok(Object.hasOwn(data, key) && !keys.includes(key), key);
    assert.doesNotMatch(text, /useSystemMappings|cl-68b802a/);
  });

  for (const dialingMode of Object.keys(inMode))
    it(`has a problem at every gap, even if the platform returns only a name and the mode ${dialingMode}`, () => {
      const { text, gaps } = toCampaignFile({ name: "Spring", dialingMode });
      assert.ok(gaps.length >= 13);
      const reported = checkCampaign(text)
        .problems.filter(({ severity }) => severity === "error" || severity === "warning")
        .map(({ pointer }) => pointer);
      for (const gap of gaps)
        assert.ok(
          reported.some((pointer) => pointer === gap || pointer === `${gap}/0`),
          gap,
        );
    });

  it("has the placeholder that the linter reports in place of a name", () => {
    const { text } = toCampaignFile(accountValues({ ...preview, queue_name: undefined }, {}));
    const { problems } = checkCampaign(text);
    assert.deepEqual(
      problems.filter(({ code }) => code === "placeholder").map(({ pointer }) => pointer),
      ["/queue_name"],
    );
  });

  it("takes the queue and the channel from the list, and no queue for an Agentless campaign", () => {
    const data = without(preview, "queue_name", "campaignType");
    const listed = { queue: "Night shift", type: "voice" };
    const values = accountValues(data, listed);
    assert.deepEqual([values["queue_name"], values["campaignType"]], ["Night shift", "voice"]);
    assert.equal(accountValues({ ...data, dialingMode: "Agentless" }, listed)["queue_name"], undefined);
  });

  it("writes numbers and texts in the type that the create call requires", () => {
    const values = accountValues({ ...preview, priority: 3, maxSkips: "2" });
    assert.deepEqual([values["priority"], values["maxSkips"]], ["3", 2]);
  });

  it("takes a list that it can't read completely for one that was not returned", () => {
    const { gaps } = toCampaignFile(accountValues({ ...preview, contactLists: ["One", { id: "cl-1" }] }));
    assert.deepEqual(gaps, ["/contactLists"]);
    const named = accountValues({ ...preview, contactLists: [{ id: "cl-1", name: "One" }] });
    assert.deepEqual(named["contactLists"], ["One"]);
  });

  it("escapes invisible characters", () => {
    const { text } = toCampaignFile(accountValues({ ...preview, name: "Spring\u202egnirpS" }));
    assert.match(text, /"Spring\\u202egnirpS"/);
  });
});

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
