import assert from "node:assert/strict";
import path from "node:path";
import { readFileSync } from "node:fs";
import { callingWeek } from "../../../src/core/hours/calling-week";
import { weekSvg } from "../../../src/core/hours/week-svg";
import { weekText } from "../../../src/core/hours/week-text";
import { readCallingPlan } from "../../../src/core/lint/dialing-plan";
import { legalHoursOf } from "../../../src/core/lint/legal/legal-hours";
import { profileNamed } from "../../../src/core/lint/legal/profiles";
import { escapeMarkup } from "../../../src/core/text/markup";
import { visibleLine } from "../../../src/core/text/visible";
import { namesOf } from "../../../src/core/zones/names";
import { weekDetails, weekGaps } from "../../../src/editor/hours/page";
import { assertVisible, hostileTexts } from "../hostile-text";
import { openTags } from "./open-tags";

/** Saturday, 12:30 PM in Asia/Kolkata. */
const now = Date.parse("2026-10-31T07:00:00Z");
const example = readFileSync(
  path.join(__dirname, "../../../examples/billing-reminder.campaign.json"),
  "utf8",
);

const faulty = example
  .replace(
    '"day": "TU", "start": "9:00 AM", "end": "6:00 PM"',
    '"day": "TU", "start": "6:00 PM", "end": "9:00 AM"',
  )
  .replace('{ "day": "FR"', '{ "day": "TH", "start": "5:00 PM", "end": "9:30 PM" }, { "day": "FR"');

function weekOf(text: string, secondZone?: string) {
  const profile = profileNamed("us-florida");
  assert.ok(profile);
  const legal = legalHoursOf([profile], {});
  return callingWeek({ plan: readCallingPlan(text), legal, now, zoneNames: namesOf, secondZone });
}

describe("The week as text", () => {
  it("is aligned, and shows bars, problems and facts", () => {
    assert.equal(
      weekText("spring.campaign.json", weekOf(faulty)).replace(/ +$/gm, ""),
      `spring.campaign.json

             12 AM 3     6     9     12 PM 3     6     9
Mon, Nov 2   ................--##################----........  9:00 AM–6:00 PM (9 h)
Tue, Nov 3   ................--xxxxxxxxxxxxxxxxxx----........  6:00 PM–9:00 AM; inverted: it does not end after it starts, so nobody is called
Wed, Nov 4   ................--##################----........  9:00 AM–6:00 PM (9 h)
Thu, Nov 5   ................--################==####!!!.....  9:00 AM–6:00 PM; overlaps another window (5:00 PM–6:00 PM)
                                                               5:00 PM–9:30 PM; overlaps another window (5:00 PM–6:00 PM); outside the legal hours (8:00 PM–9:30 PM) (12 h 30 min)
Fri, Nov 6   ................--##################----........  9:00 AM–6:00 PM (9 h)
Sat, Oct 31 >................------------------------........  closed
Sun, Nov 1   ................------------------------........  closed

             # open   ! open outside the legal hours   = open twice   x inverted   - legal, but closed   . closed

Time zone       Asia/Kolkata, UTC+05:30
Hours per week  39 h 30 min
Now             Sat 12:30 PM; opens next Mon 9:00 AM, in 1 day 21 h
Clock changes   the clock does not change within a year
Legal hours     Florida law: every day 8:00 AM–8:00 PM; outside: Thu 8:00 PM–9:30 PM
Attempts        a contact who never answers is called first on Mon 9:00 AM, then Mon 9:10 AM, Mon 9:20 AM; each call rings for up to 30 s
`,
    );
  });

  it("contains a line for each window in a second time zone, and for a clock change", () => {
    const newYork = example.replace("Asia/Kolkata", "America/New_York").replace('"FR"', '"SU"');
    const text = weekText("a", weekOf(newYork, "Asia/Kolkata"));
    assert.match(text, /^ +9:00 AM–6:00 PM is Mon 7:30 PM–Tue 4:30 AM in Asia\/Kolkata$/m);
    assert.match(text, /^ +the clock goes back 1 h at 2:00 AM$/m);
  });
});

describe("The week as SVG", () => {
  for (const kind of ["image", "panel"] as const)
    it(`is well-formed (${kind})`, () => {
      const svg = weekSvg(weekOf(faulty, "America/New_York"), { title: "a", kind, editable: true });
      assert.deepEqual(openTags(svg), []);
    });

  it("is a self-contained image, with a name and a style, and without scripts or addresses", () => {
    const svg = weekSvg(weekOf(faulty), { title: "spring", kind: "image" });
    assert.match(
      svg,
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img" aria-label="Calling week: spring">/,
    );
    assert.match(svg, /<title>Calling week: spring<\/title>\n<style>/);
    assert.doesNotMatch(
      svg.replace('xmlns="http://www.w3.org/2000/svg"', ""),
      /https?:|href|<script|\bon\w+=|url\(/i,
    );
    assert.doesNotMatch(svg, /role="slider"|tabindex/);
  });

  it("contains no inline style in a panel, whose policy forbids it", () => {
    const svg = weekSvg(weekOf(faulty), { title: "a", kind: "panel", editable: true });
    assert.doesNotMatch(svg, /<style|\bstyle=/);
  });

  it("names every window and every edge", () => {
    const svg = weekSvg(weekOf(faulty), { title: "a", kind: "panel", editable: true });
    const labels = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
    assert.ok(labels.includes("Monday 9:00 AM–6:00 PM; 9 h"));
    assert.ok(labels.some((label) => label?.startsWith("Tuesday 6:00 PM–9:00 AM; inverted")));
    // The windows of a split day are numbered.
    assert.ok(labels.includes("Thursday window 2 start"));
    assert.ok(labels.includes("first call: Mon 9:00 AM"));
    assert.ok(labels.includes("retry 1: Mon 9:10 AM"));
    assert.match(svg, /role="slider"[^>]* aria-valuenow="540" aria-valuetext="Monday start 9:00 AM"/);
    assert.equal(svg.match(/role="slider"/g)?.length, 12);
  });

  it("has no edges to drag for a read-only file", () => {
    assert.doesNotMatch(weekSvg(weekOf(faulty), { title: "a", kind: "panel" }), /slider|tabindex/);
  });

  it("has one pair of edges for a window without a day", () => {
    const daily = example
      .replace("WEEKLY", "DAILY")
      .replace('{ "day": "MO", "start"', '{ "start"')
      .replace(/^ +\{ "day": "(?:TU|WE|TH|FR)".*\n/gm, "")
      .replace('"6:00 PM" },\n      ]', '"6:00 PM" }\n      ]');
    const svg = weekSvg(weekOf(daily), { title: "a", kind: "panel", editable: true });
    assert.equal(svg.match(/class="window" data-window/g)?.length, 7);
    assert.deepEqual(
      [...svg.matchAll(/aria-valuetext="([^"]*)"/g)].map(([, text]) => text),
      ["Every day start 9:00 AM", "Every day end 6:00 PM"],
    );
  });
});

describe("A hostile file", () => {
  const texts = {
    ...hostileTexts,
    "units that XML forbids": "y\u0000\ufffe\ud800",
    "the end of CDATA": '"]]>',
  };
  for (const [what, name] of Object.entries(texts))
    it(`with ${what} adds neither markup nor invisible characters to the picture, the panel or the text`, () => {
      const week = weekOf(example.replace('"Asia/Kolkata"', () => JSON.stringify(name)));
      const shown = escapeMarkup(name);
      const picture = weekSvg(week, { title: name, kind: "image" });
      const panel = weekSvg(week, { title: name, kind: "panel", editable: true });
      for (const markup of [picture, panel, weekDetails(week), weekGaps(week)]) {
        assert.ok(markup.includes(shown), markup);
        assert.deepEqual(openTags(markup), []);
        assert.doesNotMatch(
          markup,
          /<(?:script|img|svg onload|a|foreignObject)\b|\son\w+="|\b(?:href|src)="/,
        );
        assertVisible(markup);
      }
      const text = weekText(name, week);
      assert.ok(text.includes(visibleLine(name, 200)), text);
      assertVisible(text);
    });
});

describe("The week in a table", () => {
  const details = weekDetails(weekOf(faulty, "America/New_York"));

  it("has a button for each window and its remarks", () => {
    assert.equal(details.match(/data-reveal="/g)?.length, 6);
    assert.match(details, /aria-label="Show 5:00 PM–9:30 PM on Thursday in the file">5:00 PM–9:30 PM</);
    assert.match(details, /outside the legal hours \(8:00 PM–9:30 PM\)/);
    assert.match(details, /inverted: it does not end after it starts/);
    assert.match(details, /<th scope="col">In New York<\/th>/);
    assert.match(details, /Sat, Oct 31 \(today\)/);
  });

  it("has as many cells in each row as columns", () => {
    assert.deepEqual(openTags(details), []);
    const rows = [...details.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) => row);
    let covered = 0;
    for (const row of rows) {
      const cells = row.match(/<t[hd]/g)?.length ?? 0;
      assert.equal(cells + (covered > 0 ? 1 : 0), 5, row);
      covered = Math.max(0, covered - 1, Number(/rowspan="(\d+)"/.exec(row)?.[1] ?? 1) - 1);
    }
  });
});

describe("A file that is being typed", () => {
  it("is drawn at every length, well-formed and without an exception", () => {
    for (let length = 0; length <= faulty.length; length += 3) {
      const week = weekOf(faulty.slice(0, length), "America/New_York");
      const markup =
        weekSvg(week, { title: "a", kind: "panel", editable: true }) + weekDetails(week) + weekGaps(week);
      assert.deepEqual(openTags(markup), [], `${length} characters`);
      assert.equal(weekText("a", week).split("\n").length > 10, true);
    }
  });
});
