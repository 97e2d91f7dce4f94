import assert from "node:assert/strict";
import { zonesWithClock, clocks } from "../../../src/core/zones/clocks";
import { offsetOf } from "../../../src/core/zones/offset";
import { otherNamesOf, placeNames, zonesOfCountry, zonesOfPlace } from "../../../src/core/zones/places";
import { suggestZone } from "../../../src/core/zones/suggest";
import { readUtcOffset } from "../../../src/core/zones/utc-offset";
import { allZones, zoneNamed } from "../../../src/core/zones/zones";
import { cities } from "./large-cities";

const winter = Date.UTC(2025, 0, 15);
const summer = Date.UTC(2025, 6, 15);

/** The clock of a zone in January and in July. */
function clockOf(zone: string): string {
  return `${offsetOf(zone, winter) ?? "unknown"} ${offsetOf(zone, summer) ?? "unknown"}`;
}

describe("a zone suggested for a large city", () => {
  it("covers more than a hundred", () => assert.ok(cities.length >= 105));

  for (const [written, zone] of cities)
    it(`has the clock of ${written} or does not exist`, () => {
      const { zones, sure } = suggestZone(written);
      if (sure) assert.deepEqual(zones.map(clockOf), [clockOf(zone)]);
      else if (zones.length > 0) assert.ok(zones.map(clockOf).includes(clockOf(zone)), zones.join());
    });

  it("exists for most of them", () => {
    const found = cities.filter(([written]) => suggestZone(written).sure);
    assert.ok(found.length >= 130, String(found.length));
  });
});

describe("a zone suggested for a typed text", () => {
  const sure: readonly (readonly [written: string, zone: string])[] = [
    ["Asia/Korea", "Asia/Seoul"],
    ["Asia/Taiwan", "Asia/Taipei"],
    ["Africa/South_Africa", "Africa/Johannesburg"],
    ["Africa/Kenya", "Africa/Nairobi"],
    ["America/California", "America/Los_Angeles"],
    ["US/Seattle", "America/Los_Angeles"],
    ["India/Mumbai", "Asia/Kolkata"],
    ["Mumbai, India", "Asia/Kolkata"],
    ["Germany", "Europe/Berlin"],
    ["Pacific Time", "America/Los_Angeles"],
    ["Eastern Time (US & Canada)", "America/New_York"],
    ["Japan Standard Time", "Asia/Tokyo"],
    ["India Standard Time", "Asia/Kolkata"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["asia/KOLKATA", "Asia/Kolkata"],
    ["America/Los Angeles", "America/Los_Angeles"],
    ["us/eastern", "America/New_York"],
    ["etc/gmt+5", "Etc/GMT+5"],
    ["etc/gmt-5", "Etc/GMT-5"],
    ["Asia/Kolkatta", "Asia/Kolkata"],
    ["America/Sao_Paolo", "America/Sao_Paulo"],
    ["Australia/Sidney", "Australia/Sydney"],
    ["Europe/Londn", "Europe/London"],
    ["Broken Hill, New South Wales", "Australia/Broken_Hill"],
    ["America/Phildelphia", "America/New_York"],
  ];
  for (const [written, zone] of sure)
    it(`is ${zone} for ${written}`, () =>
      assert.deepEqual(suggestZone(written), { zones: [zone], sure: true }));

  const choices: readonly (readonly [written: string, zones: readonly string[]])[] = [
    ["America/Texas", ["America/Chicago", "America/Denver"]],
    ["Asia/China", ["Asia/Shanghai", "Asia/Urumqi"]],
    ["Asia/Hyderabad", ["Asia/Kolkata", "Asia/Karachi"]],
    ["Washington", ["America/New_York", "America/Los_Angeles"]],
    ["US/EST", ["America/New_York"]],
    ["ist", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]],
    ["Asia/Moscow", ["Europe/Moscow"]],
    ["Chicago, IL", ["America/Chicago"]],
    // A code may belong to a state, a province or a country.
    ["Hartford, CT", ["America/New_York"]],
    ["Lisbon, PT", ["Europe/Lisbon"]],
    ["Perth, WA", ["Australia/Perth"]],
    ["São Paulo, SP", ["America/Sao_Paulo"]],
    // A state has zones that are named for other places.
    ["Louisville, Kentucky", ["America/Kentucky/Louisville"]],
    ["Atlanta, Georgia", ["America/New_York"]],
    ["Hong Kong, China", ["Asia/Hong_Kong"]],
    ["Nuuk, Denmark", ["America/Nuuk"]],
    ["Belfast, Ireland", ["Europe/London"]],
    ["Bogota, Columbia", ["America/Bogota"]],
    ["America/Granada", ["America/Managua", "America/Grenada"]],
    ["America/Cordova", ["America/Anchorage", "America/Argentina/Cordoba"]],
    ["America/Monterey", ["America/Los_Angeles", "America/Monterrey"]],
  ];
  for (const [written, zones] of choices)
    it(`is a choice for ${written}`, () => assert.deepEqual(suggestZone(written), { zones, sure: false }));

  for (const written of [
    ...["Mars/Olympus", "US/Paris", "Asia/Xyz", "Asia/Oral_City", "constructor", "toString"],
    ...["Paris, Texas", "Moscow, Idaho", "Rome, Georgia", "Toledo, Spain", "Melbourne, Florida"],
    ...["{{timezone}}", "", " ", "/", ",", "a", "UTC5", "Etc/Unknown", "Asia/"],
    ...["x".repeat(200), `a${"\u0316\u0300".repeat(500_000)}`],
  ])
    it(`does not exist for ${JSON.stringify(written.slice(0, 20))}`, () =>
      assert.deepEqual(suggestZone(written), { zones: [], sure: false }));
});

describe("reading a UTC offset", () => {
  const hour = 60;
  const offsets: readonly (readonly [written: string, minutes: number])[] = [
    ["UTC-5", -5 * hour],
    ["GMT+5", 5 * hour],
    ["GMT-08:00", -8 * hour],
    ["UTC+5:30", 5 * hour + 30],
    ["UTC+5.30", 5 * hour + 30],
    ["UTC+5.5", 5 * hour + 30],
    ["UTC+5.75", 5 * hour + 45],
    ["+05:30", 5 * hour + 30],
    ["+0530", 5 * hour + 30],
    ["-3", -3 * hour],
    ["\u22123", -3 * hour],
    ["utc 8", 8 * hour],
    ["Etc/UTC-5", -5 * hour],
    ["Etc/GMT+05", -5 * hour],
    ["Etc/GMT-05", 5 * hour],
    ["Etc/GMT+13", -13 * hour],
    ["UTC+25", 25 * hour],
  ];
  for (const [written, minutes] of offsets)
    it(`accepts ${written}, and suggests only zones of that clock, none of them preferred`, () => {
      assert.equal(readUtcOffset(written)?.minutes, minutes);
      const { zones, sure } = suggestZone(written);
      assert.equal(sure, false);
      assert.ok(!zones.includes("UTC") && !zones.includes("GMT"));
      for (const zone of zones) assert.equal(standardOf(zone), minutes, zone);
    });

  for (const written of [
    "UTC",
    "5+3",
    "X+1",
    "UTC+",
    "+x",
    "UTC+5:3:0",
    "1e5",
    "UTC+123456",
    "+".repeat(100),
  ])
    it(`rejects ${written.slice(0, 20)}`, () => assert.equal(readUtcOffset(written), undefined));

  it("suggests zones with the clock in the table, all year or in standard time", () => {
    for (const [minutes, { always, standard }] of clocks()) {
      for (const zone of always) {
        assert.equal(minutesOf(zone, winter), minutes, zone);
        assert.equal(minutesOf(zone, summer), minutes, zone);
      }
      for (const zone of standard) {
        assert.equal(standardOf(zone), minutes, zone);
        assert.notEqual(minutesOf(zone, winter), minutesOf(zone, summer), zone);
      }
      assert.ok(zonesWithClock(minutes).every((zone) => zoneNamed(zone) !== undefined));
    }
  });
});

/** Daylight saving time is ahead of standard time, in either half of the year. */
function standardOf(zone: string): number {
  return Math.min(minutesOf(zone, winter), minutesOf(zone, summer));
}

function minutesOf(zone: string, at: number): number {
  const [, sign, hours, minutes] = /UTC([+-])(\d\d):(\d\d)/.exec(offsetOf(zone, at) ?? "") ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}

describe("the names of places", () => {
  it("lead to names of the tz database that are current", () => {
    for (const name of placeNames())
      for (const zone of zonesOfPlace(name)) assert.ok(zoneNamed(zone) !== undefined, `${name}: ${zone}`);
  });

  it("suggest a single zone for a country only where the whole country has its clock", () => {
    const codes = new Set([...allZones().values()].flatMap(({ countries }) => countries.slice(0, 1)));
    // Kazakhstan and Crimea changed their clocks after many hosts were built. Germany's Busingen did long ago.
    const known = [...codes].filter((code) => zonesOfCountry(code).length === 1);
    for (const code of known) {
      const [zone = ""] = zonesOfCountry(code);
      const all = [...allZones().values()].filter(
        ({ name, countries, supersededBy }) =>
          countries[0] === code &&
          supersededBy === undefined &&
          name !== "Europe/Simferopol" &&
          code !== "UM",
      );
      for (const { name } of all) assert.equal(clockOf(name), clockOf(zone), `${code}: ${name}`);
    }
    assert.ok(known.length > 150, String(known.length));
  });

  it("have a zone of their own country: states of the United States, India and Australia", () => {
    for (const [name, country] of [
      ["texas", "US"],
      ["california", "US"],
      ["new york state", "US"],
      ["washington state", "US"],
      ["karnataka", "IN"],
      ["queensland", "AU"],
      ["ontario", "CA"],
    ] as const)
      for (const zone of zonesOfPlace(name)) assert.ok(zoneNamed(zone)?.countries.includes(country), name);
  });

  it("are among the other names of their zone", () => {
    assert.ok(otherNamesOf("America/Los_Angeles").includes("california"));
  });
});
