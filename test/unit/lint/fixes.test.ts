import assert from "node:assert/strict";
import { parseDocument } from "../../../src/core/campaign/document";
import { applyEdits, type Edit, type Fix, type Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import type { CheckOptions } from "../../../src/core/lint/check-options";
import { fixAll } from "../../../src/core/lint/fix";
import { profileNamed } from "../../../src/core/lint/legal/profiles";
import { rules } from "../../../src/core/lint/rules";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { corpus } from "./corpus";
import { assertOnlyNamed } from "./named-changes";
import { lost } from "./oracle";
import { faultless, placed } from "./placed";
import { changesNothing } from "./sound";

interface Subject {
  readonly name: string;
  readonly text: string;
  readonly options: CheckOptions;
}

const files: readonly Subject[] = [...corpus("faulty"), ...corpus("good")].map((one) => ({
  ...one,
  name: one.file,
}));

const examples: readonly Subject[] = rules.flatMap((rule) => {
  const { good, bad, profiles = [], others = [] } = rule.examples;
  const severity = rule.severity === "off" ? ("hint" as const) : rule.severity;
  const options = {
    severities: { [rule.id]: severity },
    profiles: profiles.flatMap((id) => profileNamed(id) ?? []),
    others,
    readNumber,
  };
  return [...good, ...bad].map((example, index) => ({
    name: `${rule.id}, example ${index + 1}`,
    text: placed(rule, example),
    options,
  }));
});

/** Windows with an unknown meaning, and comments at the place of a fix. */
const delicate: readonly Subject[] = [
  ...["DAILY", "CUSTOM", "WEEKLY"].flatMap((frequency) => [
    withWindows(
      frequency,
      '{ "date": "2026-12-01", "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "date": "2026-12-02", "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "date": "2026-12-03", "start": "12:00 PM", "end": "6:00 PM" }',
    ),
    withWindows(
      frequency,
      '{ "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "start": "12:00 PM", "end": "6:00 PM" }',
    ),
    withWindows(
      frequency,
      '{ "day": "MO", "start": "9:00 AM", "end": "1:00 PM", "date": "2026-12-07" }',
      '{ "day": "MO", "start": "9:00 AM", "end": "1:00 PM", "date": "2026-12-14" }',
      '{ "day": "TU", "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "day": "TU", "start": "12:00 PM", "end": "6:00 PM", "team": "B" }',
    ),
    withWindows(
      frequency,
      '{ "day": "MO", "start": "9:00 AM", "end": "1:00 PM" }',
      '{ "day": "MO", "start": "9:00 AM", "end": "1:00 PM" /* do not shorten */ }',
      '{ "day": "MO", "start": "12:00 PM", "end": "6:00 PM", "team": "B" }',
      '{ "day": "TU", "start": "9:00 AM", "end": "1:00 PM" }, // early',
      '{ "day": "TU", "start": "12:00 PM", "end": "6:00 PM" }',
      '{ "day": "WE", "start": "10:00 PM", "end": "2:00 AM", "date": "2026-12-03" }',
    ),
  ]),
  ...[
    '"status": /* of the pilot */ "Ready",',
    '"lname": "spring", // keep\n"name": "Spring reminder",',
    '"queueName": "A", "queue-name": "B",',
    '"dncLists": { "name": "Never call", "x": 1 },',
    '"schedule": { "isSchedulingEnabled": true /* no */, "isRecurrenceEnabled": { "by": /* Ann */ 1 } },',
    '"dialingStrategy": { "maxRingTime": 45 },',
    "// campaignlint-disable-next-line no-skipz, ring-time-long -- agreed\n",
    "// campaignlint-disable-next-line schema/enum, campaign-type -- agreed\n",
    "/* Ann */ // campaignlint-disable-next-line schema/enum -- agreed\n",
  ].map((line) => ({
    name: line,
    text: JSON.stringify(faultless(), null, 2).replace("{", `{ ${line}`),
    options: { readNumber },
  })),
];

function withWindows(frequency: string, ...windows: readonly string[]): Subject {
  const text = JSON.stringify(faultless(), null, 2)
    .replace('"WEEKLY"', JSON.stringify(frequency))
    .replace(/"days": \[[^\]]*\]/, `"days": [\n${windows.join(",\n").replace(/(\/\/.*),$/gm, "$1")}\n]`)
    .replace(/}, (\/\/ early),/, "}, $1");
  return { name: `${frequency} ${windows.join(" ")}`, text, options: { readNumber } };
}

const subjects = [...files, ...examples, ...delicate];

/** Windows line ends, because a file with mixed line ends would not show a wrong one. */
const inWindowsLines = (text: string) => text.replace(/\r\n|\n|\r/g, "\r\n");

describe("each fix of each problem", () => {
  it("is tested for every rule that has one, and for the schema", () => {
    const kinds = new Set(files.flatMap((subject) => fixesOf(subject).map(({ problem }) => problem.code)));
    const withFix = rules.filter(({ fix }) => fix !== undefined).map(({ id }) => id);
    const ofSchema = ["type", "enum", "pattern", "required"].map((keyword) => `schema/${keyword}`);
    assert.deepEqual([...kinds].sort(), [...withFix, ...ofSchema, "syntax/invalid-symbol"].sort());
  });

  for (const [kind, those] of [
    ["of the corpus", files],
    ["of the rules' examples", examples],
  ] as const) {
    it(`${kind} removes its problem and causes no new one`, () => {
      for (const subject of those) {
        for (const { problem, fix, fixed, problems } of fixesOf(subject)) {
          const after = countByCode(checkCampaign(fixed, subject.options).problems);
          const before = countByCode(problems);
          const where = `${subject.name}: ${problem.code}, ${fix.title}\n${fixed}`;
          assert.ok((after.get(problem.code) ?? 0) < (before.get(problem.code) ?? 0), `stays: ${where}`);
          for (const [code, count] of after)
            assert.ok(count <= (before.get(code) ?? 0), `brings ${code}: ${where}`);
        }
      }
    });

    it(`${kind} leaves valid text, and keeps line ends and everything that it does not name`, () => {
      for (const subject of those) {
        for (const text of [subject.text, inWindowsLines(subject.text)]) {
          const faults = parseDocument(text).syntaxErrors.length;
          for (const { fix, fixed, problem } of fixesOf({ ...subject, text })) {
            const where = `${subject.name}: ${problem.code}, ${fix.title}\n${fixed}`;
            assert.ok(parseDocument(fixed).syntaxErrors.length <= faults, `breaks: ${where}`);
            assertInside(text, fix.edits, where);
            assertOnlyNamed(text, problem, fix);
            if (!/(?<!\r)\n/.test(text)) assert.doesNotMatch(fixed, /(?<!\r)\n/, where);
          }
        }
      }
    });

    it(`${kind} is preferred at most once for each problem, and has a title`, () => {
      for (const { text, options } of those) {
        for (const { fixes } of checkCampaign(text, options).problems) {
          assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1);
          for (const { title, edits } of fixes) assert.ok(title !== "" && edits.length > 0);
        }
      }
    });
  }
});

describe("applying all safe fixes", () => {
  for (const [kind, those] of [
    ["the corpus", files],
    ["the rules' examples", examples],
  ] as const) {
    it(`leaves nothing to fix and causes no new problem in ${kind}`, () => {
      for (const { name, text, options } of those) {
        const fixed = fixAll(text, options);
        assert.ok(changesNothing(fixed.text, options), name);
        const before = countByCode(checkCampaign(text, options).problems);
        const after = checkCampaign(fixed.text, options).problems;
        assert.ok(!after.some(({ fixes }) => fixes.some(({ safe }) => safe)), name);
        for (const [code, count] of countByCode(after)) {
          assert.ok(count <= (before.get(code) ?? 0), `${name}: ${code}\n${fixed.text}`);
        }
      }
    });
  }

  it("removes no key, item, comment or digit except those that a safe fix may remove", () => {
    for (const { name, text, options } of subjects) {
      const fixed = fixAll(text, options).text;
      assert.deepEqual(lost(text, fixed), [], `${name}\n${text}\n${fixed}`);
    }
  });

  it("removes nothing else with any single fix either", () => {
    let tried = 0;
    for (const subject of subjects) {
      for (const { fix, fixed, problem } of fixesOf(subject)) {
        assertOnlyNamed(subject.text, problem, fix);
        if (!fix.safe) continue;
        tried++;
        assert.deepEqual(lost(subject.text, fixed), [], `${subject.name}: ${problem.code}, ${fix.title}`);
      }
    }
    assert.ok(tried > 60, String(tried));
  });

  it("leaves a text with a syntax error unchanged", () => {
    for (const { text, options } of subjects) {
      for (const broken of [text.replace(",", ""), text.trimEnd().slice(0, -1), `${text} x`]) {
        if (parseDocument(broken).syntaxErrors.length === 0) continue;
        assert.ok(changesNothing(broken, options));
      }
    }
  });

  it("changes many of the files", () => {
    const changed = subjects.filter(({ text, options }) => fixAll(text, options).applied > 0);
    assert.ok(changed.length >= 60, String(changed.length));
  });

  it("leaves a valid file unchanged", () => {
    for (const { text, options } of corpus("good")) assert.ok(changesNothing(text, options));
  });
});

interface Fixed {
  readonly problem: Problem;
  readonly problems: readonly Problem[];
  readonly fix: Fix;
  readonly fixed: string;
}

function fixesOf({ text, options }: Subject): Fixed[] {
  const { problems } = checkCampaign(text, options);
  return problems.flatMap((problem) =>
    problem.fixes.map((fix) => ({ problem, problems, fix, fixed: applyEdits(text, fix.edits) })),
  );
}

function countByCode(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function assertInside(text: string, edits: readonly Edit[], where: string): void {
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length)) {
    assert.ok(edit.offset >= end && edit.length >= 0, `overlaps: ${where}`);
    end = edit.offset + edit.length;
  }
  assert.ok(end <= text.length, `leaves the text: ${where}`);
}
