import assert from "node:assert/strict";
import { applyEdits, type Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { faultless, type Mode } from "./placed";

/** The differences of a campaign from a valid one of its mode; undefined removes a property. */
export interface Differences {
  readonly mode?: Mode;
  /** Of the campaign. */
  readonly top?: Readonly<Record<string, unknown>>;
  /** Of its dialing strategy. */
  readonly strategy?: Readonly<Record<string, unknown>>;
  /** Of its calling hours. */
  readonly hours?: Readonly<Record<string, unknown>>;
}

export function different({ mode = "Preview", top, strategy, hours }: Differences): string {
  const base = faultless(mode) as { dialingStrategy: { callingHours: object } };
  const callingHours = { ...base.dialingStrategy.callingHours, ...hours };
  const dialingStrategy = { ...base.dialingStrategy, callingHours, ...strategy };
  return JSON.stringify({ ...base, dialingStrategy, ...top }, null, 2);
}

/** The problems that one rule finds in a text, regardless of its severity. */
export function ruleProblems(id: string, text: string, options: CheckOptions = {}): readonly Problem[] {
  const { problems } = checkCampaign(text, { readNumber, severities: { [id]: "hint" }, ...options });
  return problems.filter(({ code }) => code === id);
}

/** The messages of one rule about a campaign with these differences. */
export function messagesOf(id: string, differences: Differences, options?: CheckOptions): string[] {
  return ruleProblems(id, different(differences), options).map(({ message }) => message);
}

/** The value of a text after a problem's fix. */
export function fixedValue(text: string, problem: Problem | undefined, fix = 0): unknown {
  return JSON.parse(applyEdits(text, problem?.fixes[fix]?.edits ?? []));
}

/** Asserts that the rule reports one problem, whose message starts with these words. */
export function says(id: string, differences: Differences, start: string, options?: CheckOptions): void {
  const starts = messagesOf(id, differences, options).map((message) => message.slice(0, start.length));
  assert.deepEqual(starts, [start], id);
}

export function silent(id: string, differences: Differences, options?: CheckOptions): void {
  assert.deepEqual(messagesOf(id, differences, options), [], id);
}
