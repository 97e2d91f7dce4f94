import assert from "node:assert/strict";
import { fromPointer } from "../../../src/core/campaign/pointer";
import { checkCampaign } from "../../../src/core/lint/check";
import type { Problem } from "../../../src/core/campaign/problem";
import { corpus } from "./corpus";

/** The part of a message that the Problems list of a narrow window shows. */
const firstCharacters = 80;

/** Rules whose messages start with something else, and what they start with. */
const exceptions: Readonly<Record<string, RegExp>> = {
  "blank-value": /^The name of this list is empty/,
  // The message names the list as the contact lists do, which can be in another case.
  "contact-list-is-dnc": /^"[^"]+" is both a contact list and the do-not-call list/,
  "legal-attempts": /can call one person \d+ times in/,
  "list-name-too-long": /^This list name is \d+ characters long; the maximum is 48/,
  "retry-outlasts-window": /^The retry period is .*, but the longest calling window lasts/,
  "retry-unused": /^The retry period has no effect: maxAttemptsPerRecord is 1/,
  "schedule-enabled": /^Scheduling is on/,
  "window-overlap": /^\d+:\d\d [AP]M to \d+:\d\d [AP]M on \w+ overlaps/,
  "window-repeated": /^\w+ \d+:\d\d [AP]M to \d+:\d\d [AP]M duplicates/,
};

describe("the first 80 characters of a rule's message", () => {
  const problems = corpus("faulty").flatMap(({ text, options }) =>
    checkCampaign(text, options)
      .problems.filter(({ code }) => !code.includes("/"))
      .map((problem) => ({ problem, shown: text.slice(problem.offset, problem.offset + problem.length) })),
  );

  it("name the value or the property, or what the rule compares", () => {
    assert.ok(problems.length > 100);
    const unnamed = problems.filter(({ problem, shown }) => !isNamed(problem, shown));
    assert.deepEqual(
      unnamed
        .filter(({ problem }) => exceptions[problem.code]?.test(headOf(problem)) !== true)
        .map(({ problem }) => `${problem.code}: ${headOf(problem)}`),
      [],
    );
    const codes = new Set(unnamed.map(({ problem }) => problem.code));
    assert.deepEqual(
      Object.keys(exceptions).filter((code) => !codes.has(code)),
      [],
    );
  });
});

function headOf({ message }: Problem): string {
  return message.slice(0, firstCharacters);
}

/** Whether the head contains the start of the value, without spaces around it and invisible characters, or the key. */
function isNamed(problem: Problem, shown: string): boolean {
  const head = headOf(problem);
  const key = fromPointer(problem.pointer).findLast((segment) => !/^\d+$/.test(segment));
  const value = shown
    .replace(/^"|"$/g, "")
    .replace(/\\u[0-9a-fA-F]{4}|\\n|\p{Cf}/gu, "")
    .trim();
  const names = [key, value.slice(0, 7)].filter((name) => name !== undefined && name.length > 0);
  return names.some((name) => head.includes(name ?? ""));
}
