import assert from "node:assert/strict";
import type { Edit, Problem } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { profileNamed } from "../../../src/core/lint/legal/profiles";
import type { Rule } from "../../../src/core/lint/rule";
import { rules } from "../../../src/core/lint/rules";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { placed } from "./placed";

/**
 * The additions of each rule to its messages, a list for each of its bad examples. A line is `faded`, or `see` with the
 * text compared with and why, or a fix: its title, `*` after the preferred one, `!` after a safe one, and its new text.
 * Edits that only change the layout or nothing are left out.
 */
const offers: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "duplicate-key": [
    [
      "faded",
      'see "Summer": This value is used.',
      'Remove this "name", which has no effect*: cut "name": "Spring",',
    ],
    [
      "faded",
      'see "Spring": This value is used.',
      'Remove this "name", which has no effect*!: cut "name": "Spring",',
    ],
    [
      "faded",
      'see "1": This value is used.',
      'Remove this "priority", which has no effect*: cut "priority": "5",',
      "faded",
      'see "1": This value is used.',
      'Remove this "priority", which has no effect*: cut "priority": "5",',
    ],
  ],
  "unknown-property": [["explains /schedule", 'Rename to "schedule"*!: "shedule" → "schedule"'], [], [], []],
  "response-only-property": [
    [
      ...["faded", 'Remove "status"*!: cut "status": "Ready",'],
      ...["faded", 'Remove "lname"*!: cut "lname": "spring reminder",'],
      ...["faded", 'Remove "_id"*!: cut ,; cut "_id": "cd-b2c1690"'],
    ],
    ["faded", 'Remove "id"*!: cut "id": "cl-68b802a",'],
    ["faded", 'Remove "connection"*!: cut ,; cut "connection": "Default Queue"'],
    ["faded", 'Remove "isRecurrenceEnabled"*!: cut ,; cut "isRecurrenceEnabled": false'],
  ],
  "legacy-property": [
    ["faded", 'Remove "enableMachineDetect"*!: cut ,; cut "enableMachineDetect": true'],
    ["faded", 'Remove "enableMachineDetect"*!: cut ,; cut "enableMachineDetect": "no"'],
  ],
  "property-not-for-mode": [
    ['Remove "maxSkips"*: cut ,; cut "maxSkips": 2'],
    ['Remove "queue_name"*: cut ,; cut "queue_name": "Default Queue"'],
    ['Remove "experienceFlowName"*: cut ,; cut "experienceFlowName": "Survey"'],
  ],
  "campaign-type": [['Write "voice"*: "sms" → "voice"']],
  "untrimmed-name": [
    ['Trim the name*!: " Spring" → "Spring"'],
    ['Trim the name*!: "Spring " → "Spring"'],
    ['Trim the name*!: "\\tSpring\\n" → "Spring"'],
  ],
  "contact-list-repeated": [
    [
      "faded",
      'see "Spring": The list appears here first.',
      'Remove the duplicate list*!: cut ,; cut "Spring"',
    ],
  ],
  "invisible-character": [
    ['Remove invisible characters*!: "Spring\u200B" → "Spring"'],
    ["Use plain spaces*!: "],
    ['Remove invisible characters*!: "Spring \u202Ebills" → "Spring bills"'],
    ['Use plain spaces*: "Spring\\nbills" → "Spring bills"'],
  ],
  "contact-list-is-dnc": [
    ['see "Never call": The do-not-call list.'],
    ['see "Never call": The do-not-call list.'],
    ['see "Never call\u200B": The do-not-call list.'],
  ],
  "description-names-other-mode": [
    ['see "Preview": The dialing mode is Preview.'],
    ['see "Progressive": The dialing mode is Progressive.'],
  ],
  "caller-id-format": [
    ['Write +12025550142*!: "+1 202 555 0142" → "+12025550142"'],
    ['Write +442079460958*!: "+44 (0)20 7946 0958" → "+442079460958"'],
    ['Write +12025550142: "(202) 555-0142" → "+12025550142"'],
    ['Write +12025550142: "12025550142" → "+12025550142"'],
    ['Write +442079460958: "011 44 20 7946 0958" → "+442079460958"'],
    ['Write +12025550142: "+1 202-555-0142 ext. 12" → "+12025550142"'],
    ['Write +442079460958: "+44 20 7946 0958 / 59" → "+442079460958"'],
    [],
    [],
    ['Write sip:sales@example.com: "sales@example.com" → "sip:sales@example.com"'],
    [],
  ],
  "caller-id-country": [
    [`see "Asia/Kolkata": The time zone of the campaign.`],
    [`see "America/New_York": The time zone of the campaign.`],
  ],
  "window-inverted": [
    [
      'End at 6:00 PM*: "6:00 AM" → "6:00 PM"',
      'Split at midnight: 9:00 AM to 11:59 PM, then 12:00 AM to 6:00 AM: "6:00 AM" → "11:59 PM"; add , { "day": "TU", "start": "12:00 AM", "end": "6:00 AM" }',
    ],
    ['End at 11:59 PM*: "12:00 AM" → "11:59 PM"'],
    [
      'Split at midnight: 10:00 PM to 11:59 PM, then 12:00 AM to 2:00 AM*: "2:00 AM" → "11:59 PM"; add , { "day": "SU", "start": "12:00 AM", "end": "2:00 AM" }',
    ],
    ['End at 9:00 PM*: "9:00 AM" → "9:00 PM"'],
  ],
  "window-overlap": [
    [
      "see {: The overlapping window.",
      'Merge into 9:00 AM to 6:00 PM*!: "1:00 PM" → "6:00 PM"; cut ,; cut { "day": "MO", "start": "12:00 PM", "end": "6:00 PM" }',
    ],
    [
      "see {: The overlapping window.",
      'Merge into 9:00 AM to 7:00 PM*!: "10:00 AM" → "9:00 AM"; "11:00 AM" → "7:00 PM"; cut ,; cut { "day": "FR", "start": "9:00 AM", "end": "6:00 PM" },; cut { "day": "FR", "start": "5:00 PM", "end": "7:00 PM" }',
      "see {: The overlapping window.",
      'Merge into 9:00 AM to 7:00 PM*!: "10:00 AM" → "9:00 AM"; "11:00 AM" → "7:00 PM"; cut ,; cut { "day": "FR", "start": "9:00 AM", "end": "6:00 PM" },; cut { "day": "FR", "start": "5:00 PM", "end": "7:00 PM" }',
    ],
  ],
  "window-repeated": [
    [
      "faded",
      "see {: The same window.",
      'Remove the duplicate window*!: cut ,; cut { "day": "MO", "start": "09:00 AM", "end": "6:00 PM" }',
    ],
  ],
  "timezone-unknown": [
    ['Write Asia/Kolkata*: "Asia/Mumbai" → "Asia/Kolkata"'],
    ['Write Asia/Kolkata*!: "asia/kolkata" → "Asia/Kolkata"'],
    ['Write Asia/Kolkata*: "India Standard Time" → "Asia/Kolkata"'],
    ['Write America/Los_Angeles*: "Pacific Time" → "America/Los_Angeles"'],
    [
      'Write America/Chicago: "America/Texas" → "America/Chicago"',
      'Write America/Denver: "America/Texas" → "America/Denver"',
    ],
    ['Write Asia/Kolkata: "GMT+5:30" → "Asia/Kolkata"', 'Write Asia/Colombo: "GMT+5:30" → "Asia/Colombo"'],
    [
      'Write America/Bogota: "UTC-5" → "America/Bogota"',
      'Write America/Lima: "UTC-5" → "America/Lima"',
      'Write America/Panama: "UTC-5" → "America/Panama"',
      'Write America/Jamaica: "UTC-5" → "America/Jamaica"',
      'Write America/New_York (this clock in standard time only): "UTC-5" → "America/New_York"',
      'Write America/Toronto (this clock in standard time only): "UTC-5" → "America/Toronto"',
    ],
    ['Write Asia/Kolkata*: "Asia/Kolkatta" → "Asia/Kolkata"'],
    [],
  ],
  "timezone-abbreviation": [
    [
      'Write Asia/Kolkata: "IST" → "Asia/Kolkata"',
      'Write Europe/Dublin: "IST" → "Europe/Dublin"',
      'Write Asia/Jerusalem: "IST" → "Asia/Jerusalem"',
    ],
    ['Write America/New_York: "EST" → "America/New_York"', 'Write America/Panama: "EST" → "America/Panama"'],
    ['Write America/Los_Angeles*: "PST8PDT" → "America/Los_Angeles"'],
    ['Write Europe/Berlin: "CET" → "Europe/Berlin"', 'Write Europe/Paris: "CET" → "Europe/Paris"'],
  ],
  "timezone-fixed-offset": [
    [
      'Write Europe/Moscow: "Etc/GMT-3" → "Europe/Moscow"',
      'Write Europe/Istanbul: "Etc/GMT-3" → "Europe/Istanbul"',
      'Write Asia/Riyadh: "Etc/GMT-3" → "Asia/Riyadh"',
      'Write Africa/Nairobi: "Etc/GMT-3" → "Africa/Nairobi"',
      'Write Asia/Baghdad: "Etc/GMT-3" → "Asia/Baghdad"',
    ],
    [
      'Write America/Bogota: "Etc/GMT+5" → "America/Bogota"',
      'Write America/Lima: "Etc/GMT+5" → "America/Lima"',
      'Write America/Panama: "Etc/GMT+5" → "America/Panama"',
      'Write America/Jamaica: "Etc/GMT+5" → "America/Jamaica"',
      'Write America/New_York (this clock in standard time only): "Etc/GMT+5" → "America/New_York"',
      'Write America/Toronto (this clock in standard time only): "Etc/GMT+5" → "America/Toronto"',
    ],
    [],
  ],
  "timezone-alias": [
    ['Write Asia/Kolkata*!: "Asia/Calcutta" → "Asia/Kolkata"'],
    ['Write America/New_York*!: "US/Eastern" → "America/New_York"'],
    ['Write Europe/Kyiv*!: "Europe/Kiev" → "Europe/Kyiv"'],
    ['Write UTC*!: "Zulu" → "UTC"'],
    ['Write Asia/Tokyo*!: "Japan" → "Asia/Tokyo"'],
  ],
  "retry-unused": [["faded"]],
  "legal-hours": [
    ['Shorten to 10:00 AM–12:00 PM*: "9:00 AM" → "10:00 AM"'],
    [
      'Shorten to 10:00 AM–1:00 PM and 2:00 PM–8:00 PM*: "8:00 PM" → "1:00 PM"; add , { "day": "TU", "start": "2:00 PM", "end": "8:00 PM" }',
    ],
    [],
  ],
  "legal-ring-time": [["Ring 15 seconds*: 14 → 15"], ["Ring 15 seconds*: 5 → 15"]],
};

describe("a problem of a rule", () => {
  for (const rule of rules)
    it(`has the expected fixes, related places and fading for ${rule.id}`, () => {
      const none = rule.examples.bad.map(() => []);
      assert.deepEqual(
        rule.examples.bad.map((example) => offeredFor(rule, example)),
        offers[rule.id] ?? none,
      );
    });
});

function offeredFor(rule: Rule, example: unknown): string[] {
  const { profiles = [], others = [] } = rule.examples;
  const text = placed(rule, example);
  const { problems } = checkCampaign(text, {
    rules: [rule],
    severities: { [rule.id]: "hint" },
    profiles: profiles.flatMap((id) => profileNamed(id) ?? []),
    others,
    readNumber,
  });
  return problems.filter(({ code }) => code === rule.id).flatMap((problem) => offeredBy(problem, text));
}

function offeredBy({ unnecessary, explainsMissing, related, fixes }: Problem, text: string): string[] {
  return [
    ...(unnecessary === true ? ["faded"] : []),
    ...(explainsMissing ?? []).map((pointer) => `explains ${pointer}`),
    ...(related ?? []).map(
      ({ offset, length, message }) => `see ${text.slice(offset, offset + length)}: ${message}`,
    ),
    ...fixes.map(({ title, preferred, safe, edits }) => {
      const written = edits.flatMap((edit) => inWords(edit, text));
      return `${title}${preferred ? "*" : ""}${safe ? "!" : ""}: ${written.join("; ")}`;
    }),
  ];
}

function inWords({ offset, length, content }: Edit, text: string): string[] {
  const [before = "", after = ""] = [text.slice(offset, offset + length), content].map((one) =>
    one.trim().replace(/\s+/g, " "),
  );
  if (before === after) return [];
  if (after === "") return [`cut ${before}`];
  return [before === "" ? `add ${after}` : `${before} → ${after}`];
}
