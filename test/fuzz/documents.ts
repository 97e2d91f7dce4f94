import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { damagedLedger } from "./ledgers";
import { Random } from "./random";

/** Texts that people write, from which the others are made. */
const originals: readonly string[] = [
  ...textsIn("examples", ".campaign.json"),
  ...textsIn("test/fixtures/samples", ".json"),
  ...textsIn("test/fixtures/lint/good", ".campaign.json"),
  '{ "rules": { "no-skips": "off", "ring-time-short": ["warning", { "seconds": 20 }] }, "profiles": ["us-tcpa"] }',
  "curl -X POST 'https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=a' -H 'auth: x.y.z' -d '{\"name\": \"A\"}'",
  '{"status":"failure","errors":[{"msg":"no","code":412}]}',
].filter((text) => text.length < 10_000);

const hostile = [
  ...["__proto__", "constructor", "toString", "{{x}}", "<img src=x onerror=alert(1)>", "[x](command:y)"],
  ...["\ud800", "\udc00", "\u0000", "\u001b[31m", "\u202e", "\u2028", "\ufeff", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "é".normalize("NFD")],
  ...["9007199254740993", "1e999", "-0", "0x10", "NaN", "00", "1.", "-1E-7", "9".repeat(400)],
  ...[
    "//",
    "/*",
    "*/",
    '"',
    "\\",
    "\\u12",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "'",
    "`",
    "$(x)",
    "%41",
    "\r",
    "\n",
  ],
  ...['"9:00 AM"', '"12:00 AM"', '"MO"', '"18:00"', '"Asia/Kolkata"', "null", "true", "[]", "{}", '""'],
];

/**
 * One document of a run: a change of an original, random JSON, or random text.
 * @param seed the same number gives the same document
 */
export function documentOf(seed: number): string {
  const random = new Random(seed);
  switch (random.below(10)) {
    case 0:
      return cut(random);
    case 1:
      return value(random, 6);
    case 2:
      return noise(random);
    case 3:
      return nested(random);
    case 4:
      return ledgerLines(random);
    default: {
      let text = random.pick(originals);
      for (let changes = 1 + random.below(4); changes > 0; changes--) text = changed(text, random);
      return text;
    }
  }
}

/** A log: with or without a known first line, then a mix of entries as they are written and random JSON. */
function ledgerLines(random: Random): string {
  const first = random.pick([
    '{"ledger":"campaign-json","version":1}',
    `{"ledger":"campaign-json","version":2,"entries":${random.below(4)}}`,
    value(random, 2),
  ]);
  const written = damagedLedger(random.below(2 ** 31))
    .text.split("\n")
    .slice(1);
  const lines = Array.from({ length: random.below(6) }, () =>
    random.below(2) === 0 ? random.pick(written) : value(random, 4),
  );
  return [first, ...lines, ""].join(random.pick(["\n", "\n", "\r\n"]));
}

/** The beginning of an original. */
function cut(random: Random): string {
  const text = random.pick(originals);
  return text.slice(0, random.below(text.length + 1));
}

/** Replaces, inserts or removes a few units, or moves a part to another place. */
function changed(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.below(random.below(4) === 0 ? 200 : 3);
  const before = text.slice(0, at);
  const after = text.slice(at + length);
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
    case 2:
      return before + random.pick(hostile) + after;
    default: {
      const from = random.below(text.length + 1);
      return before + text.slice(from, from + random.below(300)) + after;
    }
  }
}

const keys = [
  ...[
    "name",
    "contactLists",
    "dncLists",
    "priority",
    "dialingMode",
    "dialingStrategy",
    "callingHours",
    "days",
  ],
  ...["day", "start", "end", "timezone", "frequency", "callerId", "phoneNumber", "queue_name", "maxSkips"],
  ...["maxAttemptsPerRecord", "maxRingTime", "schedule", "experienceFlowName", "rules", "profiles", "status"],
];

function value(random: Random, depth: number): string {
  const kind = random.below(depth > 0 ? 6 : 3);
  if (kind === 0) return String(random.below(2) === 0 ? random.below(2000) - 1000 : random.pick(hostile));
  if (kind === 1) return JSON.stringify(random.pick(hostile));
  if (kind === 2)
    return random.pick(["null", "true", "false", '"Preview"', '"WEEKLY"', '"9:00 AM"', '"+18165550100"']);
  const items = Array.from({ length: random.below(5) }, () =>
    kind === 3
      ? value(random, depth - 1)
      : `${JSON.stringify(random.pick(random.below(5) === 0 ? hostile : keys))}: ${value(random, depth - 1)}`,
  );
  return kind === 3 ? `[${items.join(", ")}]` : `{ ${items.join(", ")} }`;
}

function noise(random: Random): string {
  return Array.from({ length: random.below(400) }, () =>
    random.below(3) === 0
      ? random.pick(hostile)
      : String.fromCharCode(random.below(random.below(4) === 0 ? 0x10000 : 128)),
  ).join("");
}

function nested(random: Random): string {
  const depth = random.below(3000);
  const open = random.pick(['{"a":', "[", '{"days":[', '{"dialingStrategy":']);
  return open.repeat(depth) + (random.below(2) === 0 ? "" : "1" + "]".repeat(depth));
}

function textsIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
}
