import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { accountValues } from "../../../src/core/comparison/account-values";
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

describe("A campaign of the account as a campaign file", () => {
  it("differs from the created campaign only in marked gaps, for every stored campaign", () => {
    const stored = storedCampaigns();
    assert.ok(stored.length > 20);
    for (const [file, campaign] of stored) pull(campaign, file);
  });

  it("has the values of the created campaign except in marked gaps, whatever the names contain", () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const gaps = inMode[campaign.dialingMode]?.map((gap) => [gap.slice(1), NOT_RETURNED]) ?? [];
        assert.deepEqual(pull(campaign), {
          schedule: { isSchedulingEnabled: false },
          ...campaign,
          ...Object.fromEntries(gaps),
        });
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
        '  "schedule": { "isSchedulingEnabled": false },',
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
    for (const key of ["_id", "lname", "status", "createdAt", "updatedAt", "experienceFlow"])
      assert.ok(Object.hasOwn(data, key) && !keys.includes(key), key);
    assert.doesNotMatch(text, /useSystemMappings|isRecurrenceEnabled|cl-68b802a/);
  });

  it("has the schedule as far as it was returned and a file can contain it", () => {
    const schedules: readonly (readonly [got: unknown, written: unknown])[] = [
      [{ isSchedulingEnabled: true, isRecurrenceEnabled: true }, { isSchedulingEnabled: true }],
      [{ isSchedulingEnabled: false }, { isSchedulingEnabled: false }],
      ...[undefined, null, {}, { isRecurrenceEnabled: true }].map((got) => [got, undefined] as const),
    ];
    for (const [schedule, written] of schedules) {
      const { text, gaps } = toCampaignFile(accountValues({ ...preview, schedule }));
      assert.deepEqual([(parseDocument(text).value as Campaign).schedule, gaps], [written, []]);
    }
  });

  it("names what a file can't contain of a schedule, without characters that end the comment", () => {
    const schedule = {
      ...{ isSchedulingEnabled: true, isRecurrenceEnabled: true, endDateTime: null, isPaused: false },
      ...{ "a\n": "2026-01-01" },
    };
    const data = { ...preview, schedule };
    const { text, leftOut } = toCampaignFile(accountValues(data), data);
    assert.deepEqual(leftOut, ["isRecurrenceEnabled", "a\n"]);
    assert.match(
      text,
      /"schedule": \{ "isSchedulingEnabled": true \}, \/\/ The account's schedule also has isRecurrenceEnabled, a<U\+000A>\. /,
    );
    assert.deepEqual(parseDocument(text).value, { ...preview, schedule: { isSchedulingEnabled: true } });
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
