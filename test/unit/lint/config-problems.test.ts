import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../src/core/campaign/problem";
import { parseConfig, ruleSettings } from "../../../src/core/lint/configuration/config";
import { rules } from "../../../src/core/lint/rules";

/** The problems of the text: the code and the underlined text. */
function faults(text: string): [code: string, shown: string][] {
  return parseConfig(text).problems.map(({ code, offset, length }) => [
    code,
    text.slice(offset, offset + length),
  ]);
}

/** The text after the first fix of its only problem. */
function fixed(text: string): string | undefined {
  const { problems } = parseConfig(text);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  const fix = problems[0]?.fixes[0];
  return fix && applyEdits(text, fix.edits);
}

describe("a configuration problem", () => {
  const cases: readonly (readonly [string, string, code: string, shown: string, pointer: string])[] = [
    [
      "unknown rule",
      '{ "rules": { "ring-time-shrt": "off" } }',
      "config/unknown-rule",
      '"ring-time-shrt"',
      "/rules/ring-time-shrt",
    ],
    [
      "closed rule",
      '{ "rules": { "schema/enum": "off" } }',
      "config/closed-rule",
      '"schema/enum"',
      "/rules/schema~1enum",
    ],
    [
      "closed family",
      '{ "rules": { "syntax/*": "off" } }',
      "config/closed-rule",
      '"syntax/*"',
      "/rules/syntax~1*",
    ],
    [
      "closed family, short",
      '{ "rules": { "schema": "off" } }',
      "config/closed-rule",
      '"schema"',
      "/rules/schema",
    ],
    ["severity", '{ "rules": { "no-skips": "warn" } }', "config/severity", '"warn"', "/rules/no-skips"],
    ["severity, no text", '{ "rules": { "no-skips": 2 } }', "config/severity", "2", "/rules/no-skips"],
    ["severity, a list", '{ "rules": { "no-skips": ["off"] } }', "config/severity", "[", "/rules/no-skips"],
    ["unknown profile", '{ "profiles": ["us-tpca"] }', "config/unknown-profile", '"us-tpca"', "/profiles/0"],
    ["unknown property", '{ "rule": {} }', "config/unknown-property", '"rule"', "/rule"],
    ["rules, a list", '{ "rules": [] }', "config/type", "[", "/rules"],
    ["profiles, a text", '{ "profiles": "us-tcpa" }', "config/type", '"us-tcpa"', "/profiles"],
    ["a profile, a number", '{ "profiles": ["us-tcpa", 1] }', "config/type", "1", "/profiles/1"],
    ["schema, a number", '{ "$schema": 1 }', "config/type", "1", "/$schema"],
    ["a list", "[]", "config/type", "[", ""],
    ["null", "null", "config/type", "null", ""],
    [
      "a key twice",
      '{ "rules": { "no-skips": "off", "no-skips": "hint" } }',
      "config/duplicate-key",
      '"no-skips"',
      "/rules/no-skips",
    ],
    ["nothing", "", "syntax/empty", "", ""],
    ["a missing comma", '{ "rules": {} "profiles": [] }', "syntax/comma-expected", '"profiles"', ""],
  ];
  for (const [what, text, code, shown, pointer] of cases)
    it(`${what}: ${text}`, () => {
      assert.deepEqual(faults(text), [[code, shown]]);
      const [problem] = parseConfig(text).problems;
      assert.deepEqual([problem?.severity, problem?.pointer], ["error", pointer]);
      assert.match(problem?.message ?? "", /\.$|\?$/);
      assert.doesNotMatch(problem?.message ?? "", /campaign ends/);
    });

  const fixes: readonly (readonly [string, string])[] = [
    ['{ "rules": { "ring-time-shrt": "off" } }', '{ "rules": { "ring-time-short": "off" } }'],
    ['{ "rules": { "no-skips": "warn" } }', '{ "rules": { "no-skips": "warning" } }'],
    ['{ "rules": { "no-skips": 0 } }', '{ "rules": { "no-skips": "off" } }'],
    ['{ "rules": { "no-skips": false } }', '{ "rules": { "no-skips": "off" } }'],
    ['{ "rules": { "no-skips": "eror" } }', '{ "rules": { "no-skips": "error" } }'],
    ['{ "rules": { "schema/enum": "off", "no-skips": "off" } }', '{ "rules": { "no-skips": "off" } }'],
    ['{ "rule": {} }', '{ "rules": {} }'],
    ['{ "profiles": ["us-tpca"] }', '{ "profiles": ["us-tcpa"] }'],
    ['{ "profiles": "us-tcpa" }', '{ "profiles": ["us-tcpa"] }'],
  ];
  for (const [text, after] of fixes)
    it(`is fixed: ${text}`, () => {
      assert.equal(fixed(text), after);
      assert.deepEqual(parseConfig(after).problems, []);
    });

  it("is not fixed with a name that is already used, or if no name is similar", () => {
    assert.equal(fixed('{ "rules": {}, "rule": {} }'), undefined);
    assert.equal(fixed('{ "rules": { "ring-time-short": "off", "ring-time-shrt": "off" } }'), undefined);
    assert.equal(fixed('{ "rules": { "something-else": "off" } }'), undefined);
  });

  it("leaves the settings before a syntax error in effect", () => {
    const { severities, problems } = parseConfig(
      '{ "rules": { "no-skips": "off" },\n "profiles": ["us-tcpa"',
    );
    assert.deepEqual(severities, { "no-skips": "off" });
    assert.ok(problems.every(({ code }) => code.startsWith("syntax/")));
  });

  it("reports __proto__ like any other unknown rule", () => {
    assert.deepEqual(faults('{ "rules": { "__proto__": "off" } }'), [["config/unknown-rule", '"__proto__"']]);
  });

  it("quotes only a readable part of a long word", () => {
    const [problem] = parseConfig(JSON.stringify({ rules: { ["x".repeat(5000)]: "off" } })).problems;
    assert.ok((problem?.message.length ?? 999) < 300);
  });

  it("is within the text, and the check never throws, for any text", () => {
    const sample = '{ "rules": { "no-skips": "off", "schema": "off" }, "profiles": ["us-tcpa"] }';
    const mangled = fc
      .tuple(fc.nat(sample.length), fc.nat(20), fc.string({ maxLength: 8 }))
      .map(([offset, length, content]) => applyEdits(sample, [{ offset, length, content }]));
    const shaped = fc
      .record({ rules: fc.jsonValue(), profiles: fc.jsonValue() })
      .map((v) => JSON.stringify(v));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json(), shaped, mangled), (text) => {
        const { severities, problems } = parseConfig(text);
        for (const { offset, length } of problems)
          assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length);
        for (const [id, setting] of Object.entries(severities))
          assert.ok(rules.some((rule) => rule.id === id) && ruleSettings.includes(setting));
      }),
    );
    for (const text of ["[".repeat(1024 * 1024), " ".repeat(1024 * 1024 + 1), '{"rules":'.repeat(10_000)])
      assert.equal(parseConfig(text).problems.length, 1);
  });
});
