import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { severities, type Edit, type Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { fixAll } from "../../../src/core/lint/fix";
import { toIndexedCampaign } from "../../../src/core/lint/campaign-index";
import { profiles } from "../../../src/core/lint/legal/profiles";
import { readNumber } from "../../../src/core/lint/read-phone-number";

export const sample = readFileSync("test/fixtures/samples/preview.request.json", "utf8");

/** Options with which every rule runs. */
export const everything: CheckOptions = {
  readNumber,
  profiles,
  severities: { "caller-id-country": "hint" },
  others: [toIndexedCampaign("sample.campaign.json", JSON.parse(sample))],
};

/** Asserts that problems are consistent: within the text, each reported once, with edits that can be applied. */
export function soundProblems(text: string): readonly Problem[] {
  const { problems } = checkCampaign(text, everything);
  const seen = new Set<string>();
  for (const problem of problems) {
    const { code, pointer, offset, length } = problem;
    assert.ok(severities.includes(problem.severity) && problem.message !== "");
    for (const span of [problem, ...(problem.related ?? [])]) assertWithin(text, span.offset, span.length);
    const key = JSON.stringify([code, pointer, offset, length]);
    assert.ok(!seen.has(key), `reported twice: ${key}\n${text.slice(0, 5000)}`);
    seen.add(key);
    for (const { edits, title } of problem.fixes) assertApart(text, edits, `${code}: ${title}\n${text}`);
  }
  return problems;
}

/** Whether no safe fix applies to a text. */
export function changesNothing(text: string, options: CheckOptions = {}): boolean {
  const fixed = fixAll(text, options);
  return fixed.text === text && fixed.applied === 0 && fixed.more === undefined;
}

export function assertWithin(text: string, offset: number, length: number): void {
  assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, `${offset}+${length}`);
}

function assertApart(text: string, edits: readonly Edit[], where: string): void {
  let end = 0;
  for (const { offset, length } of [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length)) {
    assertWithin(text, offset, length);
    assert.ok(offset >= end, `edits overlap: ${where}`);
    end = offset + length;
  }
}
