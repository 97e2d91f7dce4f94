import assert from "node:assert/strict";
import type { EarlierSubmission } from "../../../src/core/ledger/earlier";
import { confirmationOf, isTypedName, type ToConfirm } from "../../../src/core/wording/confirmation";
import { acme, campaign, client, now, practice, rehearsal, token, tokenUntil } from "./scene";

const confirm = (changes: Partial<ToConfirm> = {}) =>
  confirmationOf({ connection: acme, campaign, warnings: [], now, ...changes });

describe("confirmationOf", () => {
  it("names everything that decides who is called, where, when and how often", () => {
    const { detail } = confirm();
    const named = [
      ...["Acme", "https://platform.kore.ai", "acc-1", "st-1", "Billing Reminder Voice Campaign1", "Preview"],
      ...["CL Only 2020 Dec 4", "DNC CL Dec 4", "+18165550100", "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata"],
      ...["up to 3 times, 10 min apart"],
    ];
    for (const part of named) assert.ok(detail.includes(part), `${part} is not in:\n${detail}`);
  });

  it("starts with earlier campaigns, and shows the latest five of many", () => {
    const prior = Array.from({ length: 7 }, (_, index) => ({
      ...{ entryId: `e${index}`, knownSince: 0 },
      at: now - (index + 1) * 60_000,
      ...{ same: "body" as const, created: "yes" as const },
      campaign: campaign.name,
      campaignId: `cd-${index}`,
      file: "spring.campaign.json",
    }));
    const lines = confirm({ prior }).detail.split("\n\n")[0]?.split("\n") ?? [];
    assert.equal(lines.length, 6);
    assert.match(
      lines[0] ?? "",
      /^⚠ Exactly this campaign was already created in this account .*cd-0.* creates a duplicate/,
    );
    assert.match(lines[5] ?? "", /^⚠ 2 more earlier submissions/);
    assert.doesNotMatch(confirm({ prior: [] }).detail, /⚠/);
  });

  it("asks for another campaign if one with the same name was created", () => {
    const earlier: EarlierSubmission = {
      ...{ entryId: "e1", at: now - 60_000, knownSince: 0, same: "name", created: "yes" },
      ...{ campaign: campaign.name, file: "spring.campaign.json" },
    };
    const { question, button, duplicate } = confirm({ prior: [earlier] });
    assert.match(question, /A campaign named “.*” was already created in Acme\. Create another one\?$/);
    assert.deepEqual([button, duplicate], ["Submit to Acme…", undefined]);
    assert.match(confirm({ prior: [{ ...earlier, created: "perhaps" }] }).question, /Create “/);
  });

  it("states who is called and when before the account, because a small window cuts the end off", () => {
    const { detail } = confirm();
    const order = ["Contact list", "Calling hours:", "Attempts:", "Caller ID:", "Connection:", "Host:"];
    const places = order.map((label) => detail.indexOf(label));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(places[0] !== undefined && places[0] >= 0);
  });

  it("states when people are called next, in the campaign's time zone", () => {
    assert.match(confirm().detail, /\nOpening: open now, until Mon 6:00 PM, for 30 min\n/);
    const sunday = Date.UTC(2026, 10, 22, 14, 30);
    assert.match(confirm({ now: sunday }).detail, /\nOpening: opens next Mon 9:00 AM, in 13 h\n/);
  });

  it("mentions calls to real people in question, detail and button if there are any, and only then", () => {
    const production = confirm();
    assert.match(production.question, /^Real people will be called\./);
    assert.match(production.detail, /Connection: Acme, calls real people/);
    assert.equal(production.button, "Submit to Acme…");
    assert.equal(production.nameToType, campaign.name);
    for (const connection of [rehearsal, practice]) {
      const { question, button, nameToType } = confirm({ connection });
      assert.doesNotMatch(question, /real people/i);
      assert.deepEqual([button, nameToType], ["Submit", undefined]);
    }
  });

  const typed: readonly (readonly [typed: string, name: string, same: boolean])[] = [
    ["Spring 2026", "Spring 2026", true],
    ["  Spring 2026\n", " Spring 2026 ", true],
    ["Cafe\u0301", "Caf\u00e9", true],
    ["spring 2026", "Spring 2026", false],
    ["Spring  2026", "Spring 2026", false],
    ["Spring", "Spring 2026", false],
    ["", "Spring 2026", false],
    ["", " ", false],
  ];
  for (const [text, name, same] of typed)
    it(`${same ? "accepts" : "does not accept"} ${JSON.stringify(text)} as the name ${JSON.stringify(name)}`, () => {
      assert.equal(isTypedName(text, name), same);
    });

  it("lists warnings with their lines, and counts those it leaves out", () => {
    const warnings = Array.from({ length: 11 }, (_, index) => ({ line: index + 1, message: "Look." }));
    const { detail } = confirm({ warnings });
    assert.match(detail, /11 warnings:\n• Line 1: Look\./);
    assert.match(detail, /• Line 4: Look\.\n• 7 more/);
    assert.match(confirm({ warnings: warnings.slice(0, 1) }).detail, /^1 warning:\n• Line 1/);
  });

  it("shows that the token expires within a day, and never contains it", () => {
    const soon = { ...acme, credential: { kind: "token", token: tokenUntil(now / 1000 + 600) } } as const;
    assert.match(confirm({ connection: soon }).detail, /Token: expires in 10 min/);
    assert.doesNotMatch(confirm().detail, /Token:/);
    assert.ok(!JSON.stringify(confirm()).includes(token));
    const minting = {
      ...acme,
      credential: { kind: "client", clientId: "cs-1", clientSecret: client },
    } as const;
    assert.doesNotMatch(JSON.stringify(confirm({ connection: minting })), /Token:|a-client-secret/);
  });

  it("prevents text of the file from forging a line or reversing the text after it", () => {
    const name = "Spring\nConnection: Practice\u202e";
    const { question, detail } = confirm({ campaign: { ...campaign, name } });
    assert.doesNotMatch(`${question}\n${detail}`, /^Connection: Practice/m);
    assert.ok(!`${question}${detail}`.includes("\u202e"));
  });
});
