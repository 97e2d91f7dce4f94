import assert from "node:assert/strict";
import type { Edit, Fix } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { rule, type Rule } from "../../../src/core/lint/rule";
import { faultless } from "./placed";
import { changesNothing } from "./sound";

/** A rule that offers these fixes as long as the text contains `while`. */
function offering(
  while_: string,
  ...fixes: readonly { edits: Edit[]; safe?: boolean; preferred?: boolean }[]
): Rule {
  return rule({
    ...{ id: "offering", severity: "warning", reads: "#", summary: "", why: "" },
    examples: { good: [], bad: [] },
    *check(_tree, at, { document }) {
      if (!document.text.includes(while_)) return;
      for (const fix of fixes) yield at().problem("", { title: "", safe: true, ...fix });
    },
  });
}

const replace = (offset: number, length: number, content: string): Edit => ({ offset, length, content });

describe("applying all safe fixes", () => {
  it("leaves a valid campaign unchanged", () => {
    const text = JSON.stringify(faultless(), null, 2);
    assert.ok(changesNothing(text));
  });

  it("applies only safe fixes, and keeps comments", () => {
    const campaign = { ...faultless(), name: " Spring ", priority: 5, dialingMode: "preview" };
    const text = JSON.stringify(campaign, null, 2).replace("{", "{ // ours");
    const fixed = fixAll(text);
    assert.equal(fixed.applied, 3);
    assert.match(fixed.text, /\/\/ ours/);
    assert.match(fixed.text, /"name": "Spring"/);
    assert.match(fixed.text, /"priority": "5"/);
    assert.match(fixed.text, /"dialingMode": "Preview"/);
  });

  it("continues until no fix is left when one fix reveals another", () => {
    const text = '{ "name": " Spring ", "name": " Spring " , "name": " Spring " }';
    const fixed = fixAll(text);
    const left = checkCampaign(fixed.text).problems.flatMap(({ fixes }) =>
      fixes.filter((fix: Fix) => fix.safe),
    );
    assert.deepEqual(left, []);
    assert.equal(fixed.text, '{ "name": "Spring" }');
    assert.ok(changesNothing(fixed.text));
  });

  it("applies a fix completely or not at all when it overlaps another", () => {
    const first = { edits: [replace(2, 3, "AAA")] };
    const second = { edits: [replace(4, 3, "BBB"), replace(9, 1, "C")] };
    const fixed = fixAll('{ "abcdefgh": 1 }', { rules: [offering("abc", first, second)] });
    assert.deepEqual([fixed.text, fixed.applied, fixed.more], ['{ AAAcdefgh": 1 }', 1, undefined]);
  });

  it("treats two insertions at one place as an overlap", () => {
    const insert = (content: string) => ({ edits: [replace(1, 0, content)] });
    const fixed = fixAll("{}", { rules: [offering("{}", insert(" "), insert("\n"))] });
    assert.deepEqual([fixed.text, fixed.applied, fixed.more], ["{ }", 1, undefined]);
  });

  it("applies the preferred one of several safe fixes", () => {
    const rules = [offering("{}", { edits: [replace(1, 0, " ")] })].map((one) => ({
      ...one,
      *check(...[, at, { document }]: Parameters<Rule["check"]>) {
        if (document.text !== "{}") return;
        const fix = (content: string, preferred: boolean) => ({
          ...{ title: content, safe: true, preferred },
          edits: [replace(1, 0, content)],
        });
        yield at().problem("", fix("\n", false), fix(" ", true));
      },
    }));
    assert.equal(fixAll("{}", { rules }).text, "{ }");
  });

  it("stops if the fixes never end", () => {
    const { text, applied, more } = fixAll("{}", {
      rules: [offering("{", { edits: [replace(1, 0, " ")] })],
    });
    assert.equal(applied, 10);
    assert.equal(text.length, 12);
    assert.equal(more, true);
  });

  it("reports remaining fixes when one run applies only some", () => {
    const contactLists = Array.from({ length: 1500 }, () => "Spring contacts");
    const first = fixAll(JSON.stringify({ ...faultless(), contactLists }));
    assert.deepEqual([first.applied, first.more], [1000, true]);
    const second = fixAll(first.text);
    assert.deepEqual([second.applied, second.more], [499, undefined]);
    assert.equal(second.text, JSON.stringify(faultless()));
  });
});
