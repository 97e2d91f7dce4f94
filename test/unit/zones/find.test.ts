import assert from "node:assert/strict";
import { zoneFinder } from "../../../src/core/zones/find";
import { offsetOf } from "../../../src/core/zones/offset";
import { allZones, citiesOf, currentNameOf } from "../../../src/core/zones/zones";

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
    ["UTC", "UTC"],
    ["new york", "America/New_York"],
    ["buenos", "America/Argentina/Buenos_Aires"],
    ["sao p", "America/Sao_Paulo"],
    ["Abeche", "Africa/Ndjamena"],
    ["IST", "Asia/Kolkata"],
    ["US/Pac", "America/Los_Angeles"],
    ["Asia/Kolkatta", "Asia/Kolkata"],
    ["India Standard Time", "Asia/Kolkata"],
  ];
  for (const [typed, zone] of first) it(`${typed} is ${zone}`, () => assert.equal(find(typed)[0], zone));

  it("offers only names that are current", () => {
    const all = find("");
    assert.ok(all.length > 400, String(all.length));
    for (const typed of ["", "Asia/", "America", "i"])
      assert.deepEqual(
        find(typed).filter((name) => currentNameOf(name) !== name),
        [],
        typed,
      );
  });

  it("offers an older name last, to who is writing it", () => {
    assert.deepEqual(find("Asia/Calc"), ["Asia/Kolkata", "Asia/Calcutta"]);
  });

  it("finds every zone by its own name, first", () => {
    for (const name of find("")) assert.equal(find(name)[0], name);
  });

  it("offers each name once, and nothing for what is nowhere", () => {
    const kingdom = find("united");
    assert.deepEqual(kingdom, [...new Set(kingdom)]);
    assert.deepEqual(find("qqqqqqqq"), []);
  });
});

describe("cities of a zone", () => {
  it("are those that people look for", () => {
    assert.ok(citiesOf("Asia/Kolkata").includes("Mumbai"));
    assert.deepEqual(citiesOf("Nowhere"), []);
    for (const name of allZones().keys()) assert.ok(!citiesOf(name).includes(""), name);
  });
});

describe("the offset of a zone", () => {
  const winter = Date.UTC(2030, 0, 15);
  const summer = Date.UTC(2030, 6, 15);
  it("is that of the moment", () => {
    assert.equal(offsetOf("Asia/Kolkata", winter), "UTC+05:30");
    assert.equal(offsetOf("America/New_York", winter), "UTC-05:00");
    assert.equal(offsetOf("America/New_York", summer), "UTC-04:00");
    assert.equal(offsetOf("UTC", winter), "UTC+00:00");
    assert.equal(offsetOf("Etc/GMT+5", winter), "UTC-05:00");
  });
  it("is not known of a name that the host does not know", () => {
    assert.equal(offsetOf("Nowhere/Land", winter), undefined);
  });
});
