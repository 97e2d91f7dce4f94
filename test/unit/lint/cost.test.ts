import assert from "node:assert/strict";
import { createScanner, parseTree, type Node } from "jsonc-parser";
import { checkCampaign } from "../../../src/core/lint/check";
import { parseConfig } from "../../../src/core/lint/configuration/config";
import { fixAll } from "../../../src/core/lint/fix";
import { removeElements } from "../../../src/core/campaign/edits";
import { sample } from "./sound";

type Methods = Record<string, (...args: never[]) => unknown>;

/**
 * How many characters of a text are read, counted in the functions of strings and regular expressions through
 * which the readers access it. These are steps, not time, so they are the same on every computer.
 */
function steps(work: () => unknown): number {
  let count = 0;
  const restore: (() => void)[] = [];
  const counted = (
    holder: Methods,
    name: string,
    cost: (self: unknown, args: readonly unknown[], result: unknown) => number,
  ) => {
    const original = holder[name];
    assert.ok(original !== undefined);
    holder[name] = function (this: unknown, ...args: never[]) {
      const result: unknown = Reflect.apply(original, this, args);
      count += 1 + cost(this, args, result);
      return result;
    };
    restore.push(() => (holder[name] = original));
  };
  const lengthOf = (value: unknown) => (typeof value === "string" || Array.isArray(value) ? value.length : 0);
  const strings = String.prototype as unknown as Methods;
  const lists = Array.prototype as unknown as Methods;
  for (const name of ["slice", "substring"])
    counted(strings, name, (_self, _args, result) => lengthOf(result));
  for (const name of ["charCodeAt", "charAt", "startsWith"]) counted(strings, name, () => 0);
  counted(
    strings,
    "indexOf",
    (self, [, from = 0], result) => (result === -1 ? lengthOf(String(self)) : Number(result)) - Number(from),
  );
  counted(strings, "includes", (self, _args, result) => (result === true ? 1 : lengthOf(String(self))));
  counted(lists, "indexOf", (self, _args, result) => (result === -1 ? lengthOf(self) : Number(result)));
  for (const name of ["findLast", "find", "some", "filter", "map"])
    counted(lists, name, (self) => lengthOf(self));
  const regular = RegExp.prototype as unknown as Methods;
  for (const name of ["exec", "test"]) counted(regular, name, (_self, [text]) => lengthOf(text));
  try {
    work();
  } finally {
    for (const undo of restore.reverse()) undo();
  }
  return count;
}

/** Asserts that four times the text takes at most about four times the steps. */
function isLinear(name: string, make: (size: number) => string, read: (text: string) => unknown): void {
  it(`is linear for ${name}`, function () {
    this.timeout(60_000);
    const [small, large] = [1500, 6000].map((size) => make(size));
    assert.ok(small !== undefined && large !== undefined);
    const [few, many] = [steps(() => read(small)), steps(() => read(large))];
    assert.ok(few > small.length / 4, `${few} steps were counted`);
    assert.ok(many < 6 * few, `${few} steps became ${many}`);
  });
}

const twoErrors = (between: string) =>
  `{\n  "name": abc,\n${between}\n  "description": "x",\n  "foo" "bar"\n}`;
const withLists = (items: string) => sample.replace('"CL Only 2020 Dec 4"', () => items);
const listOf = (size: number, one: (at: number) => string) =>
  Array.from({ length: size }, (_, at) => one(at));
const withWindows = (windows: readonly string[]) =>
  sample.replace('"days": [', () => `"days": [${windows.map((one) => `${one},`).join("")}`);

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
  it("detects quadratic cost", () => {
    const reread = (text: string) => {
      for (let at = 0; at < text.length; at++) text.slice(at).trimEnd();
      createScanner(text).scan();
    };
    const [few, many] = [steps(() => reread("x".repeat(500))), steps(() => reread("x".repeat(2000)))];
    assert.ok(many > 12 * few);
  });
});
