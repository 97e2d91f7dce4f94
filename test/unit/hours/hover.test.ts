import assert from "node:assert/strict";
import { countryOfNumber } from "../../../src/core/lint/country-name";
import { dialingPlanAt, readCallingPlan } from "../../../src/core/lint/dialing-plan";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { namesOf } from "../../../src/core/zones/names";
import { parseDocument } from "../../../src/core/campaign/document";
import { visibleLine } from "../../../src/core/text/visible";
import { assertMarkdown, hostileTexts } from "../hostile-text";
import { campaignLanguage } from "../../../src/language";

/** Sunday, 8:00 PM in Asia/Kolkata. */
const sunday = Date.parse("2026-11-22T14:30:00Z");
const countryOf = (text: string) => countryOfNumber(text, readNumber);
const reader = { dialingPlanAt, readCallingPlan, namesOf, countryOf };
const language = campaignLanguage([], reader, () => sunday);

const hours =
  '"callingHours": {"frequency": "WEEKLY", "timezone": "Asia/Kolkata", "days": [{"day": "MO", "start": "9:00 AM", "end": "6:00 PM"}]}';
const attempts = '"maxAttemptsPerRecord": 3, "defaultRetryPeriod": 10';
const strategy = `{"dialingStrategy": {${hours}, ${attempts}}}`;

/** The summary below the description from the schema, or undefined if there is none. */
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

describe("The hover over the dialing strategy", () => {
  it("summarizes hours, next opening and attempts", async () => {
    assert.equal(await onKey(strategy, "dialingStrategy"), `${week}; ${opening}; ${times}`);
  });

  it("summarizes only the hours over their key", async () => {
    assert.equal(await onKey(strategy, "callingHours"), `${week}; ${opening}`);
  });

  it("appears over the key, not over the braces after it", async () => {
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
    ["the file ends early after it", `${strategy.slice(0, -1)},\n"name": `, `${week}; ${opening}; ${times}`],
    ["there are no attempts", `{"dialingStrategy": {${hours}}}`, `${week}; ${opening}`],
    ["there are too many attempts", strategy.replace(": 3,", ": 300,"), `${week}; ${opening}`],
    ["the retry period is a string", strategy.replace(": 10", ': "10"'), `${week}; ${opening}`],
    ["a window has no day", strategy.replace('"day": "MO", ', ""), times],
    ["a time is invalid", strategy.replace("9:00 AM", "9 o'clock"), times],
    ["a window is not closed", strategy.replace("}]}", "]}"), undefined],
    ["it is not an object", '{"dialingStrategy": 3}', undefined],
    ["it has no value", '{"dialingStrategy": }', undefined],
  ];
  for (const [what, text, expected] of others)
    it(`${expected === undefined ? "contains no summary" : "summarizes the valid parts"} when ${what}`, async () => {
      const summary = await summaryAt(text, text.indexOf('"dialingStrategy"') + 1);
      assert.equal(summary, expected);
    });

  it("summarizes the strategy that counts if the key is duplicate, and not the other", async () => {
    const twice = `{"dialingStrategy": {${attempts}}, "dialingStrategy": {${hours}}}`;
    assert.equal(await onKey(twice, "dialingStrategy"), undefined);
    assert.equal(await summaryAt(twice, twice.lastIndexOf('"dialingStrategy"') + 1), `${week}; ${opening}`);
  });

  it("contains no summary for keys with that name elsewhere", () => {
    for (const text of [
      `{"schedule": {${hours}}}`,
      `{${hours}}`,
      `[{"dialingStrategy": {${hours}}}]`,
      `{"dialingStrategy": [{${hours}}]}`,
    ])
      assert.equal(dialingPlanAt(parseDocument(text), text.indexOf('"callingHours"') + 1), undefined, text);
  });

  for (const [what, name] of Object.entries(hostileTexts))
    it(`shows a time zone with ${what} as plain text`, async () => {
      const text = strategy.replace('"Asia/Kolkata"', () => JSON.stringify(name));
      const summary = (await onKey(text, "dialingStrategy")) ?? assert.fail("There is no summary.");
      assert.ok(summary.includes(visibleLine(name, 200)), summary);
      const found = await language.read(parseDocument(text)).hover({ line: 0, character: 3 });
      const [, markdown] = found?.contents as readonly string[];
      assertMarkdown(markdown ?? "");
    });

  it("contains neither links nor HTML nor line breaks from the file", async () => {
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

describe("The hover over a value", () => {
  const campaign = (changes: readonly (readonly [from: string, to: string])[] = []) =>
    changes.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), from);
      return text.replace(from, to);
    }, `{"priority": "3", "dialingStrategy": {"callerId": {"phoneNumber": "+18165550100"}, ${hours}, ${attempts}}}`);
  /** The contents of the hover at the first place of a text, without the escapes of Markdown. */
  async function textsAt(text: string, place: string): Promise<readonly string[]> {
    const found = await language
      .read(parseDocument(text))
      .hover({ line: 0, character: text.indexOf(place) + 1 });
    const contents = found?.contents ?? [];
    const parts = Array.isArray(contents) ? contents : [contents];
    return parts.map((part) =>
      (typeof part === "string" ? part : part.value).replace(/\\([!-/:-@[-`{-~])/g, "$1"),
    );
  }
  const noteAt = async (text: string, place: string) => (await textsAt(text, place))[1];

  it("shows the length of a window and its share of the day", async () => {
    for (const place of ['"start"', '"9:00 AM"', '"end"', '"day"'])
      assert.equal(await noteAt(campaign(), place), "9 h, 38% of the day", place);
    const halfHour = campaign([['"6:00 PM"', '"9:30 AM"']]);
    assert.equal(await noteAt(halfHour, '"start"'), "30 min, 2% of the day");
  });

  it("reports an inverted window", async () => {
    const inverted = campaign([['"6:00 PM"', '"6:00 AM"']]);
    assert.match((await noteAt(inverted, '"start"')) ?? "", /^inverted: .* nobody is called$/);
  });

  it("shows the offset of a time zone and its next clock change", async () => {
    const fixed = "UTC+05:30 now; the clock does not change within a year";
    assert.equal(await noteAt(campaign(), '"timezone"'), fixed);
    assert.equal(await noteAt(campaign(), '"Asia/Kolkata"'), fixed);
    assert.equal(
      await noteAt(campaign([["Asia/Kolkata", "America/New_York"]]), '"timezone"'),
      "UTC-05:00 now; Sun, Mar 14, 2027 at 2:00 AM, the clock goes forward 1 h to 3:00 AM (UTC-04:00)",
    );
    assert.equal(await noteAt(campaign([["Asia/Kolkata", "Mars/Base"]]), '"timezone"'), undefined);
  });

  it("shows the country of a phone number, and none if the number does not determine it", async () => {
    assert.equal(await noteAt(campaign(), '"phoneNumber"'), "country: United States");
    const indian = campaign([["+18165550100", "+912212345678"]]);
    assert.equal(await noteAt(indian, '"+91'), "country: India");
    assert.equal(await noteAt(campaign([["+18165550100", "12"]]), '"phoneNumber"'), undefined);
  });

  const plans: readonly (readonly [attempts: number, retry: number, expected: string])[] = [
    [3, 10, "up to 3 calls to one person in one day (3 attempts, 10 min apart)"],
    [1, 10, "1 call to one person in one day (1 attempt)"],
    [5, 240, "up to 3 calls to one person in one day (5 attempts, 4 h apart; the rest follow on later days)"],
  ];
  for (const [most, retry, expected] of plans)
    it(`shows the effect of ${most} × ${retry} min on one person in one day`, async () => {
      const text = campaign([
        [": 3,", `: ${most},`],
        [": 10", `: ${retry}`],
      ]);
      for (const key of ['"maxAttemptsPerRecord"', '"defaultRetryPeriod"'])
        assert.equal(await noteAt(text, key), expected);
    });

  it("shows no number of calls if no window is open or the frequency is not documented", async () => {
    for (const change of [
      ['"6:00 PM"', '"6:00 AM"'],
      ["WEEKLY", "DAILY"],
    ] as const)
      assert.equal(await noteAt(campaign([change]), '"maxAttemptsPerRecord"'), undefined);
  });

  it("shows both documented meanings of the priority", async () => {
    const [meaning = ""] = await textsAt(campaign(), '"priority"');
    assert.match(meaning, /share/);
    assert.match(meaning, /strict \*\*order\*\*/);
  });

  it("adds nothing elsewhere or in a file that cannot be parsed", async () => {
    assert.equal(await noteAt('{"timezone": "Asia/Kolkata"}', '"timezone"'), undefined);
    assert.equal(await noteAt(campaign([["}]}", ""]]), '"start"'), undefined);
  });
});
