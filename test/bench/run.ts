// Measures what speed is promised for, each as a ratio to a baseline of the same run, and prints a table.
// It asserts nothing: on a busy machine a time is a rumour, a ratio a hint.
import { readFileSync } from "node:fs";
import { parseTree } from "jsonc-parser";
import { parseDocument } from "../../src/core/campaign/document";
import { formatTime } from "../../src/core/campaign/time-of-day";
import { days } from "../../src/core/hours/week";
import { checkCampaign } from "../../src/core/lint/check";
import { toIndexedCampaign } from "../../src/core/lint/campaign-index";
import { relatedCampaigns } from "../../src/core/lint/related-campaigns";
import { readNumber } from "../../src/core/lint/read-phone-number";

interface Measured {
  readonly name: string;
  readonly baseline: string;
  readonly ratio: number;
  readonly microseconds: number;
  readonly asked: string;
}

const sample = readFileSync("test/fixtures/samples/preview.request.json", "utf8");

/** Two works by turns, so that both meet the same machine; the ratio of the fastest round of each. */
function compare(
  name: string,
  work: () => unknown,
  baseline: string,
  base: () => unknown,
  asked: string,
  { warmings, rounds } = { warmings: 300, rounds: 600 },
): Measured {
  let fastest = Infinity;
  let fastestBase = Infinity;
  const once = (run: () => unknown) => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let warm = 0; warm < warmings; warm++) {
    work();
    base();
  }
  // Rounds so short that the machine seldom does something else in one, and so many that some are left alone.
  const repeats = Math.max(1, Math.round(0.5 / Math.max(once(base), 0.005)));
  const round = (run: () => unknown) =>
    once(() => {
      for (let turn = 0; turn < repeats; turn++) run();
    }) / repeats;
  for (let turn = 0; turn < rounds; turn++) {
    fastestBase = Math.min(fastestBase, round(base));
    fastest = Math.min(fastest, round(work));
  }
  return { name, baseline, ratio: fastest / fastestBase, microseconds: fastest * 1000, asked };
}

/** The page's sample with so many calling windows of five minutes, spread over the week. */
function withWindows(count: number): string {
  const campaign = JSON.parse(sample) as { dialingStrategy: { callingHours: { days: unknown[] } } };
  campaign.dialingStrategy.callingHours.days = Array.from({ length: count }, (_, index) => {
    const start = Math.floor(index / days.length) * 10;
    return { day: days[index % days.length], start: formatTime(start), end: formatTime(start + 5) };
  });
  return JSON.stringify(campaign, null, 2);
}

/** Copies of the page's sample, as a team makes them: all dial its list, and two at a time share a name. */
function campaigns(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const campaign = JSON.parse(sample) as { name: string };
    return JSON.stringify({ ...campaign, name: `Campaign ${index >> 1}` }, null, 2);
  });
}

/** As the editor and the command-line tool check a tree: each campaign beside all the others. */
function checkTogether(texts: readonly string[]): number {
  const facts = texts.map((text, index) =>
    toIndexedCampaign(`${index}.campaign.json`, parseDocument(text).value),
  );
  const othersOf = relatedCampaigns(facts);
  return facts.reduce((sum, own, index) => {
    const options = { readNumber, others: othersOf(own) };
    return sum + checkCampaign(texts[index] ?? "", options).problems.length;
  }, 0);
}

const few = withWindows(100);
const many = withWindows(1000);

const team = campaigns(200);
const company = campaigns(2000);

const measured = [
  compare(
    "check the page's sample",
    () => checkCampaign(sample),
    "parseTree of it",
    () => parseTree(sample),
    "≤ 1.4",
  ),
  compare(
    "check 1,000 windows",
    () => checkCampaign(many),
    "parseTree of it",
    () => parseTree(many),
    "≤ 1.4",
  ),
  compare(
    "check 1,000 windows",
    () => checkCampaign(many),
    "check 100 windows",
    () => checkCampaign(few),
    "about 10",
  ),
  compare(
    "check 2,000 files together",
    () => checkTogether(company),
    "check 200 files",
    () => checkTogether(team),
    "about 10",
    { warmings: 2, rounds: 12 },
  ),
];

for (const { name, baseline, ratio, microseconds, asked } of measured) {
  const time = `${microseconds.toFixed(0)} µs`;
  console.log(
    `${name.padEnd(26)} ${time.padStart(9)}   ${ratio.toFixed(2).padStart(6)} × ${baseline.padEnd(18)} asked: ${asked}`,
  );
}
