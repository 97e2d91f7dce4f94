import assert from "node:assert/strict";
import { applyEdits, type Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { profileNamed } from "../../../src/core/lint/legal/profiles";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import type { Rule } from "../../../src/core/lint/rule";
import { rules } from "../../../src/core/lint/rules";
import { placed } from "./placed";

function checked(rule: Rule, text: string): readonly Problem[] {
  const { others = [], profiles: named = [] } = rule.examples;
  const profiles = named.map((id) => profileNamed(id)!);
  // Enabled even if it is off by default.
  const severities = { [rule.id]: rule.severity === "off" ? ("hint" as const) : rule.severity };
  return checkCampaign(text, { severities, profiles, others, readNumber }).problems;
}

function codesIn(rule: Rule, text: string): string[] {
  return checked(rule, text).map(({ code }) => code);
}

/** Problems of other rules in good examples, because without them the example would not show its point. */
const alsoReported: Readonly<Record<string, readonly string[]>> = {
  // The text of a whole file, cut to the properties in question.
  "duplicate-key": ["schema/required"],
  // Windows without a day are good only in a frequency whose windows are not documented.
  "window-overlap": ["frequency-undocumented"],
  "window-repeated": ["frequency-undocumented"],
  // One attempt has no retry that could be too late.
  "retry-outlasts-window": ["retry-unused"],
};

describe("the examples of each rule", () => {
  for (const rule of rules) describe(rule.id, () => examplesOf(rule));

  it("exist for every rule, good ones and bad ones", () => {
    for (const { id, examples } of rules) {
      assert.ok(examples.good.length > 0 && examples.bad.length > 0, id);
    }
  });

  it("belong to unique IDs", () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });
});

/** A list of problems shows about 80 characters of a message. */
const asks = "Did you mean ";

function examplesOf(rule: Rule): void {
  for (const example of rule.examples.good) {
    it(`accepts ${JSON.stringify(example).slice(0, 100)}`, () => {
      const others = alsoReported[rule.id] ?? [];
      assert.deepEqual(
        codesIn(rule, placed(rule, example)).filter((code) => !others.includes(code)),
        [],
      );
    });
  }

  for (const other of alsoReported[rule.id] ?? [])
    it(`has a good example that ${other} reports`, () => {
      assert.ok(rule.examples.good.some((example) => codesIn(rule, placed(rule, example)).includes(other)));
    });

  it("asks what was meant within the first 80 characters of a message", () => {
    for (const example of rule.examples.bad) {
      for (const { message } of checked(rule, placed(rule, example))) {
        const question = message.indexOf(asks);
        assert.ok(question < 0 || question + asks.length < 80, message);
      }
    }
  });

  for (const example of rule.examples.bad) {
    it(`reports ${JSON.stringify(example).slice(0, 100)}`, () => {
      assert.ok(codesIn(rule, placed(rule, example)).includes(rule.id));
    });

    it(`offers only fixes that help and do no harm: ${JSON.stringify(example).slice(0, 100)}`, () => {
      const text = placed(rule, example);
      const problems = checked(rule, text);
      for (const problem of problems.filter(({ code }) => code === rule.id)) {
        for (const fix of problem.fixes) {
          const fixed = applyEdits(text, fix.edits);
          const after = checked(rule, fixed);
          const before = problems.filter(({ code }) => code === rule.id).length;
          assert.ok(after.filter(({ code }) => code === rule.id).length < before, `${fix.title} leaves it`);
          const known = new Set(problems.map(({ code }) => code));
          assert.deepEqual(
            after.map(({ code }) => code).filter((code) => !known.has(code)),
            [],
            fix.title,
          );
        }
        assert.ok(problem.fixes.filter(({ preferred }) => preferred).length <= 1);
      }
    });
  }
}
