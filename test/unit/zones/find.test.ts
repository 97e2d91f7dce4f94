import assert from "node:assert/strict";
import { zoneFinder } from "../../../src/core/zones/find";
import { offsetOf } from "../../../src/core/zones/offset";
import { otherNamesOf } from "../../../src/core/zones/places";
import { allZones, currentNameOf } from "../../../src/core/zones/zones";

const countries = new Intl.DisplayNames(["en"], { type: "region" });
const find = zoneFinder((code) => [countries.of(code) ?? code]);

describe("finding a time zone", () => {
  const first: readonly (readonly [typed: string, zone: string])[] = [
    ["Asia/K", "Asia/Kabul"],
    ["Asia/Kol", "Asia/Kolkata"],
    ["kolkata", "Asia/Kolkata"],
    ["Calcutta", "Asia/Kolkata"],
    ["India", "Asia/Kolkata"],
    ["mumbai", "Asia/Kolkata"],
    ["bangalore", "Asia/Kolkata"],
    ["bengaluru", "Asia/Kolkata"],
    ["chennai", "Asia/Kolkata"],
    ["chenn", "Asia/Kolkata"],
    ["tamil nadu", "Asia/Kolkata"],
    ["seattle", "America/Los_Angeles"],
    ["san francisco", "America/Los_Angeles"],
    ["los angeles", "America/Los_Angeles"],
    ["los a", "America/Los_Angeles"],
    ["california", "America/Los_Angeles"],
    ["texas", "America/Chicago"],
    ["usa", "America/New_York"],
    ["United States", "America/New_York"],
    ["uk", "Europe/London"],
    ["england", "Europe/London"],
    ["South Korea", "Asia/Seoul"],
    ["korea", "Asia/Seoul"],
    ["taiwan", "Asia/Taipei"],
    ["uae", "Asia/Dubai"],
    ["Zürich", "Europe/Zurich"],
    ["Lodz", "Europe/Warsaw"],
    ["saint petersburg", "Europe/Moscow"],
    ["St. Louis", "America/Chicago"],
    ["UTC", "UTC"],
    ["new york", "America/New_York"],
    ["new yo", "America/New_York"],
    ["nyc", "America/New_York"],
    ["buenos", "America/Argentina/Buenos_Aires"],
    ["sao p", "America/Sao_Paulo"],
    ["Abeche", "Africa/Ndjamena"],
    ["IST", "Asia/Kolkata"],
    ["PST", "America/Los_Angeles"],
    ["ps", "America/Los_Angeles"],
    ["BST", "Europe/London"],
    ["jst", "Asia/Tokyo"],
    ["pt", "America/Los_Angeles"],
    ["pacific time", "America/Los_Angeles"],
    ["eastern", "America/New_York"],
    ["US/Pac", "America/Los_Angeles"],
    ["Asia/Kolkatta", "Asia/Kolkata"],
    ["India Standard Time", "Asia/Kolkata"],
    ["W. Europe Standard Time", "Europe/Berlin"],
    ["UTC+5", "Asia/Karachi"],
    ["UTC+5:30", "Asia/Kolkata"],
    ["+5:30", "Asia/Kolkata"],
    ["+0530", "Asia/Kolkata"],
    ["gmt+8", "Asia/Shanghai"],
    ["UTC-5", "America/Bogota"],
    ["utc-3:3", "America/St_Johns"],
    ["Etc/GMT+5", "Etc/GMT+5"],
    ["Etc/GMT-5", "Etc/GMT-5"],
  ];
  for (const [typed, zone] of first) it(`${typed} is ${zone}`, () => assert.equal(find(typed)[0], zone));

  it("suggests an offset's zones while it is typed, and only zones of that clock", () => {
    const offset = "UTC+5:30";
    for (let end = 4; end <= offset.length; end++)
      assert.ok(find(offset.slice(0, end)).includes("Asia/Kolkata"), offset.slice(0, end));
    assert.deepEqual(find(offset), ["Asia/Kolkata", "Asia/Colombo"]);
    for (const typed of ["UTC+5", "GMT-8", "+5:30", "UTC+1"]) assert.ok(!find(typed).includes("UTC"), typed);
  });

  it("suggests every zone of a country under its other names", () => {
    const usa = find("usa");
    for (const zone of ["America/Detroit", "America/Boise", "Pacific/Honolulu"])
      assert.ok(usa.includes(zone), zone);
  });

  it("keeps suggesting a city while it is typed", () => {
    for (const [city, zone] of [
      ["bangalore", "Asia/Kolkata"],
      ["new york", "America/New_York"],
      ["san francisco", "America/Los_Angeles"],
    ] as const)
      for (let end = 2; end <= city.length; end++)
        assert.ok(find(city.slice(0, end)).includes(zone), city.slice(0, end));
  });

  it("suggests only current names", () => {
    const all = find("");
    assert.ok(all.length > 400, String(all.length));
    for (const typed of ["", "Asia/", "America", "i", "usa", "UTC+"])
      assert.deepEqual(
        find(typed).filter((name) => currentNameOf(name) !== name),
        [],
        typed,
      );
  });

  it("suggests an older name last, when you type it", () => {
    assert.deepEqual(find("Asia/Calc"), ["Asia/Kolkata", "Asia/Calcutta"]);
  });

  it("finds every zone by its own name, first", () => {
    for (const name of find("")) assert.equal(find(name)[0], name);
  });

  it("suggests each name once, and nothing for an unknown text", () => {
    for (const typed of ["united", "usa", "UTC+5", "a"]) {
      const found = find(typed);
      assert.deepEqual(found, [...new Set(found)], typed);
    }
    assert.deepEqual(find("qqqqqqqq"), []);
  });

  it("suggests nothing for a text that is too long to be a name, without reading it", () => {
    // Unicode normalization is slowest for a run of combining marks: more than a minute for this one.
    assert.deepEqual(find(`a${"\u0316\u0300".repeat(500_000)}`), []);
  });
});

describe("other names of a zone", () => {
  it("are its cities, states and everyday names", () => {
    for (const name of ["mumbai", "bombay", "bangalore", "karnataka", "india standard time", "india"])
      assert.ok(otherNamesOf("Asia/Kolkata").includes(name), name);
    assert.deepEqual(otherNamesOf("Nowhere"), []);
    for (const name of allZones().keys()) assert.ok(!otherNamesOf(name).includes(""), name);
  });
});

describe("the offset of a zone", () => {
  const winter = Date.UTC(2030, 0, 15);
  const summer = Date.UTC(2030, 6, 15);
  it("is the current one", () => {
    assert.equal(offsetOf("Asia/Kolkata", winter), "UTC+05:30");
    assert.equal(offsetOf("America/New_York", winter), "UTC-05:00");
    assert.equal(offsetOf("America/New_York", summer), "UTC-04:00");
    assert.equal(offsetOf("UTC", winter), "UTC+00:00");
    assert.equal(offsetOf("Etc/GMT+5", winter), "UTC-05:00");
  });
  it("is unknown for a name that the host does not support", () => {
    assert.equal(offsetOf("Nowhere/Land", winter), undefined);
  });
});
