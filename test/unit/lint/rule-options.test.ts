import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { parseConfig } from "../../../src/core/lint/configuration/config";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { rules } from "../../../src/core/lint/rules";
import { faultless, placed } from "./placed";

/** The problems of one rule with a part of a campaign and a setting. */
function messages(id: string, part: unknown, setting: unknown): string[] {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule);
  const config = parseConfig(JSON.stringify({ rules: { [id]: setting } }));
  assert.deepEqual(config.problems, []);
  return checkCampaign(placed(rule, part), { ...config, readNumber })
    .problems.filter(({ code }) => code === id)
    .map(({ message }) => message);
}

describe("the options of a rule", () => {
  const lists = (count: number) => Array.from({ length: count }, (_, index) => `List ${index}`);
  const cases: readonly (readonly [id: string, option: object, good: unknown, bad: unknown])[] = [
    ["ring-time-short", { seconds: 20 }, 20, 19],
    ["ring-time-short", { seconds: 10 }, 10, 9],
    ["ring-time-long", { seconds: 45 }, 45, 46],
    ["attempts-reach-global-dnc", { attempts: 10 }, 9, 10],
    ["contact-lists-too-many", { lists: 2 }, lists(2), lists(3)],
    [
      "caller-id-country",
      { countries: ["CA", "US"] },
      ["+12025550142", "Asia/Kolkata"],
      ["+442079460958", "Asia/Kolkata"],
    ],
  ];
  for (const [id, option, good, bad] of cases)
    it(`decide what ${id} reports: ${JSON.stringify(option)}`, () => {
      assert.deepEqual(messages(id, good, ["warning", option]), []);
      const [message = ""] = messages(id, bad, ["warning", option]);
      assert.notEqual(message, "");
      for (const value of Object.values(option))
        if (typeof value === "number") assert.ok(message.slice(0, 80).includes(String(value)), message);
    });

  it("set the severity as well", () => {
    const config = parseConfig('{ "rules": { "ring-time-short": ["error", { "seconds": 40 }] } }');
    const { problems } = checkCampaign(JSON.stringify(faultless()), config);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [["ring-time-short", "error"]],
    );
    const [off] = [parseConfig('{ "rules": { "ring-time-short": ["off", { "seconds": 40 }] } }')];
    assert.deepEqual(checkCampaign(JSON.stringify(faultless()), off).problems, []);
  });

  it("keep their defaults if the setting leaves them out", () => {
    assert.deepEqual(messages("ring-time-short", 15, ["warning", {}]), []);
    assert.equal(messages("ring-time-short", 14, ["warning", {}]).length, 1);
  });

  it("mention the law and the documentation only with their documented numbers", () => {
    assert.match(messages("ring-time-short", 5, "info")[0] ?? "", /Several countries require 15/);
    assert.doesNotMatch(messages("ring-time-short", 5, ["info", { seconds: 40 }])[0] ?? "", /countries/);
    assert.match(messages("ring-time-short", 5, ["info", { seconds: 40 }])[0] ?? "", /Consider 40/);
    assert.match(messages("ring-time-long", 50, ["info", { seconds: 20 }])[0] ?? "", /Consider 20/);
    assert.doesNotMatch(
      messages("contact-lists-too-many", lists(3), ["info", { lists: 2 }])[0] ?? "",
      /documented/,
    );
  });

  it("have defaults within their bounds", () => {
    const numbers = rules.flatMap(({ options }) => Object.values(options));
    assert.ok(numbers.length >= 5);
    for (const option of numbers)
      if (option.kind === "number")
        assert.ok(option.minimum <= option.default && option.default <= option.maximum);
  });
});

describe("config/option", () => {
  const rule = (setting: string, id = "ring-time-short") => `{ "rules": { "${id}": ${setting} } }`;
  const cases: readonly (readonly [text: string, shown: string, pointer: string, fixed?: string])[] = [
    [
      rule('["info", { "second": 20 }]'),
      '"second"',
      "/rules/ring-time-short/1/second",
      rule('["info", { "seconds": 20 }]'),
    ],
    [
      rule('["info", { "seconds": "20" }]'),
      '"20"',
      "/rules/ring-time-short/1/seconds",
      rule('["info", { "seconds": 20 }]'),
    ],
    [rule('["info", { "seconds": 0 }]'), "0", "/rules/ring-time-short/1/seconds"],
    [rule('["info", { "seconds": 2.5 }]'), "2.5", "/rules/ring-time-short/1/seconds"],
    [rule('["info", { "other": 1 }]'), '"other"', "/rules/ring-time-short/1/other"],
    [rule('["info", { "toString": 1 }]'), '"toString"', "/rules/ring-time-short/1/toString"],
    [rule('["info"]'), "[", "/rules/ring-time-short", rule('"info"')],
    [rule('["info", {}, {}]'), "[", "/rules/ring-time-short"],
    [rule("[]"), "[", "/rules/ring-time-short"],
    [
      rule('["info", { "countries": "US" }]', "caller-id-country"),
      '"US"',
      "/rules/caller-id-country/1/countries",
    ],
    [
      rule('["info", { "countries": ["us"] }]', "caller-id-country"),
      '"us"',
      "/rules/caller-id-country/1/countries/0",
      rule('["info", { "countries": ["US"] }]', "caller-id-country"),
    ],
    [
      rule('["info", { "countries": [1] }]', "caller-id-country"),
      "1",
      "/rules/caller-id-country/1/countries/0",
    ],
  ];
  for (const [text, shown, pointer, fixed] of cases)
    it(text, () => {
      const { problems } = parseConfig(text);
      const [problem] = problems;
      assert.deepEqual(
        problems.map(({ code, severity }) => [code, severity]),
        [["config/option", "error"]],
      );
      assert.ok(problem);
      assert.equal(text.slice(problem.offset, problem.offset + problem.length), shown);
      assert.equal(problem.pointer, pointer);
      const [fix] = problem.fixes;
      assert.equal(fix && applyEdits(text, fix.edits), fixed);
      if (fixed !== undefined) assert.deepEqual(parseConfig(fixed).problems, []);
    });

  it("leaves a wrong severity in a list and wrong options to their own codes", () => {
    const codes = (setting: string) =>
      parseConfig(rule(setting)).problems.map(({ code, pointer }) => `${code} ${pointer}`);
    assert.deepEqual(codes('["warn", { "seconds": 20 }]'), ["config/severity /rules/ring-time-short/0"]);
    assert.deepEqual(codes('["info", 20]'), ["config/type /rules/ring-time-short/1"]);
    assert.deepEqual(codes('["info", { "seconds": 20, "seconds": 30 }]'), [
      "config/duplicate-key /rules/ring-time-short/1/seconds",
    ]);
  });
});
