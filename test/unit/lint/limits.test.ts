import assert from "node:assert/strict";
import type { Problem } from "../../../src/core/campaign/problem";
import { checkCampaign, hasErrors } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { rule } from "../../../src/core/lint/rule";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { faultless } from "./placed";

function campaign(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...faultless(), ...changes });
}

function countByCode(text: string, options: CheckOptions = {}): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of checkCampaign(text, options).problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const silent = { summary: "", why: "", examples: { good: [], bad: [] } } as const;

describe("the number of problems in one file", () => {
  it("is at most a hundred for one rule, which does not reduce those of another", () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => ` List ${index}`);
    for (const [given, problemsOf] of [
      [99, 99],
      [100, 100],
      [101, 100],
      [250, 100],
    ] as const) {
      const { "untrimmed-name": untrimmed, "contact-lists-too-many": many } = countByCode(
        campaign({ contactLists: names(given) }),
      );
      assert.deepEqual([untrimmed, many], [problemsOf, 1], String(given));
    }
  });

  it("is also at most a hundred for a rule that reads the whole file", () => {
    const many = rule({
      ...{ ...silent, id: "many", severity: "hint", reads: "name" },
      *check(_name, at) {
        for (let count = 0; count < 150; count++) yield at().problem(String(count));
      },
    });
    assert.deepEqual(countByCode(campaign({}), { rules: [many] }), { many: 100 });
  });

  it("stops a rule at its limit", () => {
    let asked = 0;
    const talkative = rule({
      ...{ ...silent, id: "talkative", severity: "hint", reads: "contactLists/*" },
      check: (_list, at) => (asked++, at().problem("")),
    });
    countByCode(campaign({ contactLists: Array.from({ length: 150 }, () => "A") }), { rules: [talkative] });
    assert.equal(asked, 100);
  });

  it("includes no problems of rules with more than 5000 schema errors", () => {
    const numbers = (count: number) => Array.from({ length: count }, () => 1);
    const text = (count: number) => campaign({ name: " Spring", contactLists: numbers(count) });
    assert.deepEqual(countByCode(text(5000)), { "schema/type": 100, "untrimmed-name": 1 });
    assert.deepEqual(countByCode(text(5001)), { "schema/type": 100 });
  });

  it("includes no problems of a rule whose required input is missing", () => {
    const needy = (needs: "profiles" | "others" | "readNumber") =>
      rule({
        ...{ ...silent, id: needs, severity: "hint", reads: "name", needs },
        check: (_name, at) => at().problem(""),
      });
    const rules = [needy("profiles"), needy("others"), needy("readNumber")];
    const problemsOf = (options: CheckOptions) =>
      Object.keys(countByCode(campaign({}), { rules, ...options }));
    const profile = { id: "x", name: "X", citation: "1", source: "statute", readIn: "2026-10" } as const;
    assert.deepEqual(problemsOf({}), []);
    assert.deepEqual(problemsOf({ profiles: [], others: [], readNumber: undefined }), []);
    assert.deepEqual(problemsOf({ readNumber }), ["readNumber"]);
    assert.deepEqual(problemsOf({ profiles: [profile] }), ["profiles"]);
    const other = { file: "a", name: "A", contactLists: [], week: undefined, timezone: undefined };
    assert.deepEqual(problemsOf({ others: [other] }), ["others"]);
  });
});

describe("the result of checking one file", () => {
  it("lists problems in the order of the text, the shorter first", () => {
    const oneRule = rule({
      ...{ ...silent, id: "told", severity: "hint", reads: "dialingStrategy/callerId/phoneNumber" },
      *check(_number, at, { root }) {
        yield at().problem("last");
        yield root("name").problem("second", { show: root("name") });
        yield root("name").problem("first", { onKey: true });
        yield root().problem("zeroth");
      },
    });
    const { problems } = checkCampaign(campaign({}), { rules: [oneRule] });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["zeroth", "first", "second", "last"],
    );
  });

  it("lists the shorter problem first if two start at one place", () => {
    const spans = rule({
      ...{ ...silent, id: "spans", severity: "hint", reads: "name" },
      *check(_name, at) {
        for (const length of [8, 2, 5]) yield { ...at().problem(String(length)), length };
      },
    });
    assert.deepEqual(
      checkCampaign(campaign({}), { rules: [spans] }).problems.map(({ length }) => length),
      [2, 5, 8],
    );
  });

  it("contains a campaign if its syntax and schema are valid, regardless of the rules", () => {
    assert.equal(checkCampaign(campaign({ name: " Spring" })).campaign?.name, " Spring");
    assert.equal(checkCampaign(campaign({ priority: "9" })).campaign, undefined);
    assert.equal(checkCampaign("").campaign, undefined);
    const doubled = JSON.stringify(faultless()).replace("{", "{,");
    assert.equal(checkCampaign(doubled).campaign, undefined);
  });

  it("blocks a submission only if it contains an error", () => {
    const problemsOf = (text: string) => checkCampaign(text).problems;
    assert.equal(hasErrors([]), false);
    assert.equal(hasErrors(problemsOf(campaign({ name: " Spring" }))), false);
    assert.equal(hasErrors(problemsOf(campaign({ name: " Spring", priority: "9" }))), true);
  });
});

describe("a missing property that a mistyped one explains", () => {
  const mistyped = (changes: object, options?: CheckOptions): readonly Problem[] =>
    checkCampaign(campaign({ queue_name: undefined, ...changes }), options).problems;
  const summaryOf = (problems: readonly Problem[]) =>
    problems.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);

  it("is reported once, with the severity of the missing property", () => {
    assert.deepEqual(summaryOf(mistyped({ queueName: "Default Queue" })), [
      "error unknown-property /queueName",
    ]);
  });

  it("does not change other missing properties and other problems", () => {
    assert.deepEqual(summaryOf(mistyped({ queueName: "Default Queue", priority: undefined, nmae: "x" })), [
      "error schema/required /priority",
      "error unknown-property /queueName",
      "warning unknown-property /nmae",
    ]);
  });

  it("is reported only by the schema if the rule is off", () => {
    const off = { severities: { "unknown-property": "off" } } as const;
    assert.deepEqual(summaryOf(mistyped({ queueName: "x" }, off)), ["error schema/required /queue_name"]);
  });

  it("stays a warning if the property that it may mean is not required", () => {
    assert.deepEqual(
      summaryOf(checkCampaign(campaign({ shedule: { isSchedulingEnabled: false } })).problems),
      ["warning unknown-property /shedule"],
    );
  });
});
