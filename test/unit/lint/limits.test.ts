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

describe("how much is said of one file", () => {
  it("is at most a hundred problems of a rule, and no fewer of another", () => {
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

  it("is a hundred as well of a rule that looks at the whole file", () => {
    const many = rule({
      ...{ ...silent, id: "many", severity: "hint", reads: "name" },
      *check(_name, at) {
        for (let count = 0; count < 150; count++) yield at().problem(String(count));
      },
    });
    assert.deepEqual(countByCode(campaign({}), { rules: [many] }), { many: 100 });
  });

  it("asks a rule no more once it has said enough", () => {
    let asked = 0;
    const talkative = rule({
      ...{ ...silent, id: "talkative", severity: "hint", reads: "contactLists/*" },
      check: (_list, at) => (asked++, at().problem("")),
    });
    countByCode(campaign({ contactLists: Array.from({ length: 150 }, () => "A") }), { rules: [talkative] });
    assert.equal(asked, 100);
  });

  it("is nothing of the rules beside more than 5000 faults of the schema", () => {
    const numbers = (count: number) => Array.from({ length: count }, () => 1);
    const text = (count: number) => campaign({ name: " Spring", contactLists: numbers(count) });
    assert.deepEqual(countByCode(text(5000)), { "schema/type": 100, "untrimmed-name": 1 });
    assert.deepEqual(countByCode(text(5001)), { "schema/type": 100 });
  });

  it("is nothing of a rule that lacks what it needs", () => {
    const needy = (needs: "profiles" | "others" | "readNumber") =>
      rule({
        ...{ ...silent, id: needs, severity: "hint", reads: "name", needs },
        check: (_name, at) => at().problem(""),
      });
    const rules = [needy("profiles"), needy("others"), needy("readNumber")];
    const problemsOf = (options: CheckOptions) =>
      Object.keys(countByCode(campaign({}), { rules, ...options }));
    assert.deepEqual(problemsOf({}), []);
    assert.deepEqual(problemsOf({ profiles: [], others: [], readNumber: undefined }), []);
    assert.deepEqual(problemsOf({ readNumber }), ["readNumber"]);
    assert.deepEqual(problemsOf({ profiles: [{ id: "x", name: "X", citation: "1" }] }), ["profiles"]);
    const other = { file: "a", name: "A", contactLists: [], week: undefined, timezone: undefined };
    assert.deepEqual(problemsOf({ others: [other] }), ["others"]);
  });
});

describe("what is said of one file", () => {
  it("comes in the order of the text, the shorter first", () => {
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

  it("comes the shorter first also where two begin at one place", () => {
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

  it("holds a campaign when nothing is wrong with its form, whatever the rules say", () => {
    assert.equal(checkCampaign(campaign({ name: " Spring" })).campaign?.name, " Spring");
    assert.equal(checkCampaign(campaign({ priority: "9" })).campaign, undefined);
    assert.equal(checkCampaign("").campaign, undefined);
    const doubled = JSON.stringify(faultless()).replace("{", "{,");
    assert.equal(checkCampaign(doubled).campaign, undefined);
  });

  it("keeps a campaign from being submitted only when it has an error", () => {
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

  it("is told once, as gravely as what is missing", () => {
    assert.deepEqual(summaryOf(mistyped({ queueName: "Default Queue" })), [
      "error unknown-property /queueName",
    ]);
  });

  it("leaves other missing properties and other problems as they are", () => {
    assert.deepEqual(summaryOf(mistyped({ queueName: "Default Queue", priority: undefined, nmae: "x" })), [
      "error schema/required /priority",
      "error unknown-property /queueName",
      "warning unknown-property /nmae",
    ]);
  });

  it("is told by the schema alone where the rule is off", () => {
    const off = { severities: { "unknown-property": "off" } } as const;
    assert.deepEqual(summaryOf(mistyped({ queueName: "x" }, off)), ["error schema/required /queue_name"]);
  });

  it("stays a warning where the property it may have meant is not required", () => {
    assert.deepEqual(
      summaryOf(checkCampaign(campaign({ shedule: { isSchedulingEnabled: false } })).problems),
      ["warning unknown-property /shedule"],
    );
  });
});
