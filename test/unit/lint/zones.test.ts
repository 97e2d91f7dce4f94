import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { offsetOf } from "../../../src/core/zones/offset";
import { abbreviations } from "../../../src/core/zones/abbreviations";
import { allZones } from "../../../src/core/zones/zones";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { different, messagesOf, says, silent, ruleProblems, type Differences } from "./rule-problems";

const zone = (timezone: string): Differences => ({ hours: { timezone } });
const winter = Date.UTC(2025, 0, 15);
const summer = Date.UTC(2025, 6, 15);

function clockOf(name: string): string {
  return `${offsetOf(name, winter) ?? "unknown"} ${offsetOf(name, summer) ?? "unknown"}`;
}

/** The time zone after each fix of the rules about zones. */
function fixesOf(timezone: string) {
  const text = different(zone(timezone));
  return checkCampaign(text, { readNumber })
    .problems.filter(({ code }) => code.startsWith("timezone-"))
    .flatMap(({ fixes }) =>
      fixes.map(({ edits, preferred, safe }) => {
        const fixed = JSON.parse(applyEdits(text, edits)) as {
          dialingStrategy: { callingHours: { timezone: string } };
        };
        return { becomes: fixed.dialingStrategy.callingHours.timezone, preferred, safe };
      }),
    );
}

describe("an unknown time zone", () => {
  it("is reported as a UTC offset if it is written as one", () => {
    for (const offset of ["+05:30", "-3", "UTC+5", "gmt -08:00", " UTC-3 ", "Etc/UTC +1"])
      says("timezone-unknown", zone(offset), `${JSON.stringify(offset)} is a UTC offset, not a time zone,`);
    for (const other of ["5+3", "X+1", "UTC+", "+x"])
      says(
        "timezone-unknown",
        zone(other),
        `${JSON.stringify(other)} is not a time zone in the tz database,`,
      );
  });

  it("is reported with the meaning of the sign in an Etc name", () => {
    assert.match(
      messagesOf("timezone-unknown", zone("Etc/GMT+05"))[0] ?? "",
      /In Etc\/GMT names plus and minus are reversed, so this is 5 hours behind UTC\. Use a place with this clock/,
    );
    assert.match(messagesOf("timezone-unknown", zone("Etc/GMT+13"))[0] ?? "", /No place has this clock\./);
  });

  it("is reported with suggestions, or otherwise with examples", () => {
    const asked = (name: string) => messagesOf("timezone-unknown", zone(name))[0] ?? "";
    assert.match(
      asked("Asia/Kolkatta"),
      /\. Did you mean Asia\/Kolkata\? Without a time zone, the calling hours are unknown\.$/,
    );
    assert.match(asked("America/Texas"), /\. Did you mean America\/Chicago or America\/Denver\? /);
    assert.match(asked("ist"), /\. Did you mean Asia\/Kolkata, Europe\/Dublin or Asia\/Jerusalem\? /);
    assert.match(asked("Mars/Olympus"), /\. Use a place, such as Asia\/Kolkata or America\/New_York\.$/);
  });

  it("has a safe fix only if nothing but case, spaces and invisible characters is wrong", () => {
    const safe = (name: string) => fixesOf(name).map((fix) => fix.safe);
    assert.deepEqual(safe(" asia/KOLKATA "), [true]);
    assert.deepEqual(safe("Asia/Kolkata\u200B"), [true]);
    assert.deepEqual(safe("Asia/Kolkatta"), [false]);
    assert.deepEqual(safe("Asia/Mumbai"), [false]);
  });

  it("is not an abbreviation if JavaScript objects have a property of that name", () => {
    for (const name of ["constructor", "toString", "__proto__"]) {
      silent("timezone-abbreviation", zone(name));
      says("timezone-unknown", zone(name), `${JSON.stringify(name)} is not a time zone`);
    }
    for (const id of ["timezone-unknown", "timezone-alias"]) silent(id, zone("EST"));
  });
});

describe("a fixed clock", () => {
  const cases: readonly (readonly [name: string, words: RegExp])[] = [
    [
      "Etc/GMT-3",
      /^Etc\/GMT-3 is 3 hours ahead of UTC: plus and minus are reversed.*America\/Sao_Paulo is 3 hours behind/,
    ],
    ["Etc/GMT+5", /^Etc\/GMT\+5 is 5 hours behind UTC: .*Asia\/Karachi is 5 hours ahead of UTC/],
    ["Etc/GMT+1", /^Etc\/GMT\+1 is 1 hour behind UTC/],
    ["Etc/GMT+12", /^Etc\/GMT\+12 is 12 hours behind UTC/],
    ["Factory", /^"Factory" means that no time zone is set/],
  ];
  for (const [name, words] of cases)
    it(`${name} is explained in words`, () => {
      const [problem, ...more] = ruleProblems("timezone-fixed-offset", different(zone(name)));
      assert.equal(more.length, 0);
      assert.match(problem?.message ?? "", words);
    });

  it("is a warning unless a rule set changes it", () => {
    const { problems } = checkCampaign(different(zone("Etc/GMT-3")), { readNumber });
    assert.deepEqual(
      problems.map(({ code, severity }) => `${code} ${severity}`),
      ["timezone-fixed-offset warning"],
    );
  });

  it("is each Etc zone that is not UTC, and not a place", () => {
    for (const name of allZones().keys()) {
      const isFixed = /^Etc\/GMT[+-][1-9]/.test(name) || name === "Factory";
      assert.equal(messagesOf("timezone-fixed-offset", zone(name)).length, isFixed ? 1 : 0, name);
    }
  });

  it("is reported with zones of the same clock to choose from", () => {
    for (const name of allZones().keys()) {
      if (!/^Etc\/GMT[+-][1-9]/.test(name)) continue;
      for (const { becomes, preferred, safe } of fixesOf(name)) {
        assert.ok(
          clockOf(becomes)
            .split(" ")
            .includes(clockOf(name).split(" ")[0] ?? ""),
          `${name}: ${becomes}`,
        );
        assert.ok(!preferred && !safe, `${name}: ${becomes}`);
      }
    }
  });
});

describe("a fix of a time zone", () => {
  /** Common spellings and their meaning: a zone with that clock, or undefined if several zones are possible. */
  const meant: readonly (readonly [written: string, zone: string | undefined])[] = [
    ["Asia/Bangalore", "Asia/Kolkata"],
    ["Asia/Chennai", "Asia/Kolkata"],
    ["America/Seattle", "America/Los_Angeles"],
    ["America/Texas", undefined],
    ["Asia/Korea", "Asia/Seoul"],
    ["Asia/Taiwan", "Asia/Taipei"],
    ["Africa/South_Africa", "Africa/Johannesburg"],
    ["Pacific Time", "America/Los_Angeles"],
    ["US/EST", undefined],
    ["UTC-5", undefined],
    ["GMT+5", undefined],
    ["Etc/GMT+05", undefined],
    ["Etc/UTC-5", undefined],
    ["Etc/GMT-3", undefined],
    ["IST", undefined],
    ["EST", undefined],
    ["CST", undefined],
    ["BST", undefined],
    ["JST", "Asia/Tokyo"],
    ["PST8PDT", "America/Los_Angeles"],
    ["asia/kolkata", "Asia/Kolkata"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["US/Eastern", "America/New_York"],
  ];
  for (const [written, intended] of meant)
    it(`that is preferred keeps the clock of ${written}`, () => {
      const preferred = fixesOf(written).filter((fix) => fix.preferred);
      assert.deepEqual(
        preferred.map(({ becomes }) => clockOf(becomes)),
        intended === undefined ? [] : [clockOf(intended)],
      );
    });

  it("that is preferred or safe keeps the clock of every name in the tz database", () => {
    for (const name of allZones().keys())
      for (const { becomes, preferred, safe } of fixesOf(name))
        if (preferred || safe)
          // `HST` and similar names have their own clock, which differs from what people mean by them.
          assert.equal(clockOf(becomes), clockOf(name), `${name}: ${becomes}`);
  });

  it("is preferred for an abbreviation only if one place uses it", () => {
    for (const [short, zones] of Object.entries(abbreviations))
      for (const { preferred } of fixesOf(short)) assert.equal(preferred, zones.length === 1, short);
  });
});
