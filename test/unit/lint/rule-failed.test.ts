import assert from "node:assert/strict";
import { checkCampaign, hasErrors } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { parseConfig } from "../../../src/core/lint/configuration/config";
import { rule, type Rule } from "../../../src/core/lint/rule";
import type { RuleFailure } from "../../../src/core/lint/check-options";
import { faultless } from "./placed";

const text = JSON.stringify({ ...faultless(), name: " Spring " });

const common = { severity: "hint", summary: "", why: "", examples: { good: [], bad: [] } } as const;

const throwing = (error: unknown): Rule =>
  rule({
    ...{ ...common, id: "throwing", reads: "name" },
    check() {
      throw error;
    },
  });

const calm = rule({ ...common, id: "calm", reads: "name", check: (_name, at) => at().problem("Found.") });

const late = rule({
  ...{ ...common, id: "late", reads: "name" },
  *check(_name, at) {
    yield at().problem("The first.");
    throw new TypeError("x is not a function");
  },
});

describe("a rule that throws", () => {
  const failing = throwing(new TypeError("x is not\na function"));

  it("is reported by its id as an error, and the other rules still run", () => {
    const { problems, campaign } = checkCampaign(text, { rules: [failing, calm] });
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [
        ["internal/rule-failed", "error"],
        ["calm", "hint"],
      ],
    );
    assert.match(problems[0]?.message ?? "", /The rule throwing failed on this file \(x is not a function\)/);
    assert.ok(hasErrors(problems), "it keeps the campaign from being submitted");
    assert.ok(campaign !== undefined);
    assert.ok((problems[0]?.length ?? 0) > 0);
  });

  it("keeps its earlier problems", () => {
    const codes = checkCampaign(text, { rules: [late] }).problems.map(({ code }) => code);
    assert.deepEqual(codes, ["internal/rule-failed", "late"]);
  });

  it("may throw anything", () => {
    for (const thrown of ["text", undefined, null, { x: 1 }, new Error("y".repeat(5000))]) {
      const [problem] = checkCampaign(text, { rules: [throwing(thrown)] }).problems;
      assert.equal(problem?.code, "internal/rule-failed");
      assert.ok(problem.message.length < 600);
    }
  });

  it("is passed once to the caller's callback, with the thrown value", () => {
    const heard: RuleFailure[] = [];
    const options = { rules: [failing], onRuleFailed: (failure: RuleFailure) => void heard.push(failure) };
    checkCampaign(text, options);
    assert.deepEqual(
      heard.map(({ id, error }) => [id, error instanceof TypeError]),
      [["throwing", true]],
    );
    fixAll(text, options);
    assert.equal(heard.length, 1);
  });

  it("does not run when it is off, and the severity of its report cannot be set", () => {
    const off = { rules: [failing], severities: { throwing: "off" } } as const;
    assert.deepEqual(checkCampaign(text, off).problems, []);
    const { problems } = parseConfig('{ "rules": { "internal/rule-failed": "off" } }');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["config/closed-rule"],
    );
  });
});
