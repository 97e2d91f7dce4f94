import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rulePage } from "../../../scripts/generate/rule-page";
import { rules } from "../../../src/core/lint/rules";

/** The quotes of a page: the messages below its bad examples. */
function quotesIn(page: string): string[] {
  return page.split("\n").filter((line) => line.startsWith("> "));
}

describe("the page of a rule", () => {
  for (const rule of rules)
    it(`quotes the current messages: ${rule.id}`, () => {
      const page = readFileSync(`docs/rules/${rule.id}.md`, "utf8");
      assert.deepEqual(quotesIn(rulePage(rule)), quotesIn(page));
    });
});
