import assert from "node:assert/strict";
import { dialingPlanAt } from "../../../src/core/lint/dialing-plan";
import { namesOf } from "../../../src/core/zones/names";
import { parseDocument } from "../../../src/core/campaign/document";
import { campaignLanguage } from "../../../src/language";

/** Sunday, 8:00 PM in Asia/Kolkata. */
const sunday = Date.parse("2026-11-22T14:30:00Z");
const language = campaignLanguage([], { dialingPlanAt, namesOf }, () => sunday);

const hours =
  '"callingHours": {"frequency": "WEEKLY", "timezone": "Asia/Kolkata", "days": [{"day": "MO", "start": "9:00 AM", "end": "6:00 PM"}]}';
const attempts = '"maxAttemptsPerRecord": 3, "defaultRetryPeriod": 10';
const strategy = `{"dialingStrategy": {${hours}, ${attempts}}}`;

/** The summary below the words of the schema as it is read, and nothing where there is none. */
async function summaryAt(text: string, offset: number): Promise<string | undefined> {
  const found = await language.read(parseDocument(text)).hover({ line: 0, character: offset });
  const contents = found?.contents;
  assert.ok(contents === undefined || Array.isArray(contents));
  if (contents?.length !== 2) return undefined;
  const [schema, summary] = contents;
  assert.ok(typeof schema === "string" && typeof summary === "string");
  assert.match(schema, /people/, "The schema's words are gone.");
  return summary.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

const onKey = (text: string, key: string) => summaryAt(text, text.indexOf(`"${key}"`) + 1);
const week = "Mon 9:00 AM–6:00 PM Asia/Kolkata (9 h a week)";
const opening = "opens next Mon 9:00 AM, in 13 h";
const times = "each contact up to 3 times, 10 min apart";

describe("the hover over the dialling strategy", () => {
  it("sums up hours, next opening and attempts", async () => {
    assert.equal(await onKey(strategy, "dialingStrategy"), `${week}; ${opening}; ${times}`);
  });

  it("sums up the hours alone over their key", async () => {
    assert.equal(await onKey(strategy, "callingHours"), `${week}; ${opening}`);
  });

  it("is of the key, not of the braces behind it", async () => {
    assert.equal(await summaryAt(strategy, strategy.indexOf(": {") + 2), undefined);
    const end = strategy.indexOf('"dialingStrategy"') + '"dialingStrategy"'.length;
    assert.equal(await summaryAt(strategy, end - 1), `${week}; ${opening}; ${times}`);
  });

  const others: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
    [
      "the rest of the file is invalid",
      `{"priority": 9, ${strategy.slice(1)}`,
      `${week}; ${opening}; ${times}`,
    ],
    ["the file breaks off behind it", `${strategy.slice(0, -1)},\n"name": `, `${week}; ${opening}; ${times}`],
    ["there are no attempts", `{"dialingStrategy": {${hours}}}`, `${week}; ${opening}`],
    ["the attempts are too many", strategy.replace(": 3,", ": 300,"), `${week}; ${opening}`],
    ["the retry period is a text", strategy.replace(": 10", ': "10"'), `${week}; ${opening}`],
    ["a window has no day", strategy.replace('"day": "MO", ', ""), times],
    ["a time is none", strategy.replace("9:00 AM", "9 o'clock"), times],
    ["a window is not closed", strategy.replace("}]}", "]}"), undefined],
    ["it is no object", '{"dialingStrategy": 3}', undefined],
    ["it has no value", '{"dialingStrategy": }', undefined],
  ];
  for (const [what, text, expected] of others)
    it(`${expected === undefined ? "sums up nothing" : "sums up what is valid"} when ${what}`, async () => {
      const summary = await summaryAt(text, text.indexOf('"dialingStrategy"') + 1);
      assert.equal(summary, expected);
    });

  it("sums up the strategy that counts when it stands twice, and not the other", async () => {
    const twice = `{"dialingStrategy": {${attempts}}, "dialingStrategy": {${hours}}}`;
    assert.equal(await onKey(twice, "dialingStrategy"), undefined);
    assert.equal(await summaryAt(twice, twice.lastIndexOf('"dialingStrategy"') + 1), `${week}; ${opening}`);
  });

  it("sums up nothing at keys of that name elsewhere", () => {
    for (const text of [
      `{"schedule": {${hours}}}`,
      `{${hours}}`,
      `[{"dialingStrategy": {${hours}}}]`,
      `{"dialingStrategy": [{${hours}}]}`,
    ])
      assert.equal(dialingPlanAt(parseDocument(text), text.indexOf('"callingHours"') + 1), undefined, text);
  });

  it("makes neither link nor HTML nor a line of what stands in the file", async () => {
    const zone =
      "[a](command:x) <b onclick=1> https://evil.example www.evil.example a@evil.example `x` *b* \\n\\u202e &lt;";
    const text = strategy.replace("Asia/Kolkata", zone);
    const found = await language.read(parseDocument(text)).hover({ line: 0, character: 3 });
    assert.ok(Array.isArray(found?.contents));
    const [, markdown] = found.contents;
    assert.ok(typeof markdown === "string");
    assert.match(markdown, /^Mon 9\\:00 AM/);
    assert.doesNotMatch(markdown, /(?<!\\)[[\]()<>`*_&@:.]/);
    assert.doesNotMatch(markdown, /[\n\u202e]/);
    assert.doesNotMatch(markdown, /opens/);
  });
});
