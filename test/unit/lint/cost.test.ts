import assert from "node:assert/strict";
import { parseTree, type Node } from "jsonc-parser";
import { checkCampaign } from "../../../src/core/lint/check";
import { parseConfig } from "../../../src/core/lint/configuration/config";
import { fixAll } from "../../../src/core/lint/fix";
import { removeElements } from "../../../src/core/campaign/edits";
import { assertLinear, stepsOf } from "../steps";
import { sample } from "./sound";

/** Asserts that four times the text takes at most about four times the steps. */
function isLinear(name: string, make: (size: number) => string, read: (text: string) => unknown): void {
  it(`is linear for ${name}`, function () {
    this.timeout(60_000);
    const prepare = (size: number) => {
      const text = make(size);
      return () => read(text);
    };
    const few = assertLinear(1500, prepare, 6);
    assert.ok(few > make(1500).length / 4, `${few} steps were counted`);
  });
}

const twoErrors = (between: string) =>
  `{\n  "name": abc,\n${between}\n  "description": "x",\n  "foo" "bar"\n}`;
const withLists = (items: string) => sample.replace('"CL Only 2020 Dec 4"', () => items);
const listOf = (size: number, one: (at: number) => string) =>
  Array.from({ length: size }, (_, at) => one(at));
const withWindows = (windows: readonly string[]) =>
  sample.replace('"days": [', () => `"days": [${windows.map((one) => `${one},`).join("")}`);

const withExemptions = (size: number, rule: (at: number) => string) =>
  sample.replace(
    "{",
    () =>
      `{\n${listOf(size, (at) => `// campaignlint-disable-next-line ${rule(at)} -- agreed\n`).join("\n")}`,
  );

const campaigns: Readonly<Record<string, (size: number) => string>> = {
  "a comment of slashes between two errors": (size) => twoErrors("/".repeat(size)),
  "block comments between two errors": (size) => twoErrors("/**/".repeat(size)),
  "spaces between two errors": (size) => twoErrors(" \n".repeat(size)),
  "digits before a missing comma": (size) => `{ "a": [${"1".repeat(size)} 2] }`,
  "digits on many lines": (size) => `{ "a": [${"111 2\n".repeat(size)}] }`,
  "open brackets": (size) => "[".repeat(size),
  "keys that open objects and never get a value": (size) => '{"a" '.repeat(size),
  "no-break spaces": (size) => `{ "a":${"\u00a0".repeat(size)}1 }`,
  "one list over and over": (size) => withLists(listOf(size, () => '"A"').join(",")),
  "one key over and over": (size) => `{${listOf(size, () => '"name":1').join(",")}}`,
  "unknown keys": (size) => `{${listOf(size, (at) => `"k${at}":1`).join(",")}}`,
  "keys near one that is missing": (size) => `{${listOf(size, (at) => `"priorit${at}":1`).join(",")}}`,
  "long numbers": (size) =>
    sample.replace(
      '"maxSkips"',
      () => `"x": [${listOf(size, () => "9007199254740993").join(",")}], "maxSkips"`,
    ),
  "one window over and over": (size) =>
    withWindows(listOf(size, () => '{"day":"MO","start":"9:00 AM","end":"6:00 PM"}')),
  "windows that end before they start": (size) =>
    withWindows(listOf(size, () => '{"day":"MO","start":"9:00 PM","end":"6:00 AM"}')),
  "exemptions of lines": (size) => withExemptions(size, () => "no-skips"),
  "exemptions of unknown rules": (size) => withExemptions(size, (at) => `no-skip${at}`),
  "an exemption of many rules": (size) =>
    `// campaignlint-disable ${listOf(size, (at) => `x${at}`).join(",")} -- agreed\n${sample}`,
  "an exemption of codes that cannot be exempted": (size) =>
    `// campaignlint-disable ${listOf(size, (at) => `schema/${at}`).join(",")} -- agreed\n${sample}`,
  "one rule over and over in an exemption": (size) =>
    `// campaignlint-disable ${listOf(size, () => "no-skips").join(",")} -- agreed\n${sample}`,
  "comments in windows": (size) =>
    withWindows(listOf(size, () => '{"day":"MO","start":"9:00 AM","end":"6:00 PM" /* x */}')),
};

describe("the cost of checking a campaign", () => {
  for (const [name, make] of Object.entries(campaigns)) isLinear(name, make, (text) => checkCampaign(text));
});

describe("the cost of fixing a campaign", () => {
  for (const name of ["one list over and over", "one window over and over", "unknown keys"]) {
    const make = campaigns[name];
    assert.ok(make !== undefined);
    isLinear(name, make, (text) => fixAll(text));
  }
});

describe("the cost of reading a configuration", () => {
  const ofRules = (one: (at: number) => string) => (size: number) =>
    `{ "rules": {${listOf(size, one).join(",\n")}} }`;
  const configurations: Readonly<Record<string, (size: number) => string>> = {
    "rules that are closed": ofRules((at) => `"syntax/${at}": "off"`),
    "unknown rules": ofRules((at) => `"x${at}": "off"`),
    "rules near one that there is": ofRules((at) => `"no-skip${at}": "off"`),
    "one rule over and over": ofRules(() => '"no-skips": "off"'),
    "unknown severities": ofRules((at) => `"no-skips": "x${at}"`),
    "unknown profiles": (size) => `{ "profiles": [${listOf(size, (at) => `"x${at}"`).join(",")}] }`,
    "unknown settings": (size) => `{${listOf(size, (at) => `"x${at}": 1`).join(",")}}`,
    "a comment of slashes between two errors": (size) => twoErrors("/".repeat(size)),
  };
  for (const [name, make] of Object.entries(configurations)) {
    isLinear(name, make, parseConfig);
    it(`reports at most a hundred problems of a kind for ${name}`, () => {
      const counts = new Map<string, number>();
      for (const { code } of parseConfig(make(500)).problems) counts.set(code, (counts.get(code) ?? 0) + 1);
      for (const count of counts.values()) assert.ok(count <= 100, String([...counts]));
    });
  }
});

describe("the cost of taking items out of a list", () => {
  const make = (size: number) => `[${listOf(size, (at) => String(at)).join(", ")}]`;
  const itemsOf = (text: string): readonly Node[] => parseTree(text)?.children ?? [];
  isLinear("every item", make, (text) => removeElements(text, itemsOf(text)));
  isLinear("every second item", make, (text) =>
    removeElements(
      text,
      itemsOf(text).filter((_, at) => at % 2 === 1),
    ),
  );
});

describe("the counting of steps", () => {
  const rereads: Readonly<Record<string, (text: string, at: number) => unknown>> = {
    slices: (text, at) => text.slice(at),
    "a pattern that finds nothing": (text) => /y/.test(text),
    "a pattern that finds the end": (text) => /x$/.exec(text),
    "a pattern in a replacement": (text) => text.slice(0, 1) + text.replace(/y/g, ""),
    "a search": (text, at) => text.indexOf("y", at),
    "JSON that is parsed": (text) => JSON.parse(`"${text}"`) as unknown,
    "a list that is searched": (text, at) => Array.from(text).indexOf(String(at)),
  };
  for (const [name, reread] of Object.entries(rereads))
    it(`detects quadratic cost of ${name}`, () => {
      const [few, many] = [100, 400].map((size) => {
        const text = "x".repeat(size);
        return stepsOf(() => {
          for (let at = 0; at < size; at++) reread(text, at);
        });
      });
      assert.ok(many! > 12 * few!, `${few} steps became ${many}`);
    });

  it("counts a text that is read once as often as it is long", () => {
    const text = "x y ".repeat(1000);
    const steps = stepsOf(() => [...text.matchAll(/\w/g)]);
    assert.ok(steps > text.length && steps < 3 * text.length, String(steps));
    assert.equal(
      stepsOf(() => text.length),
      0,
    );
  });
});
