import assert from "node:assert/strict";
import { maxCampaignLength } from "../../../src/core/campaign/document";
import { checkCampaign } from "../../../src/core/lint/check";
import { assertWithin, everything, sample } from "./sound";

/** Texts near the limit that would take forever with a quadratic algorithm. */
const huge: Readonly<Record<string, (size: number) => string>> = {
  "one list over and over": (size) => withLists(`"A", `.repeat(size / 5)),
  "blank lists": (size) => withLists(`"", `.repeat(size / 4)),
  "lists on their own lines": (size) => withLists(`"A",\n`.repeat(size / 5)),
  "lists that are numbers": (size) => withLists("1,".repeat(size / 2)),
  "lists without commas": (size) => withLists("1 ".repeat(size / 2)),
  "different lists": (size) => withLists(Array.from({ length: size / 9 }, (_, at) => `"${at}",`).join("")),
  "one long name": (size) => sample.replace("Billing", "x".repeat(size)),
  "one long unknown key": (size) => sample.replace("maxSkips", "x".repeat(size)),
  "one key over and over": (size) => `{${'"name":1,'.repeat(size / 9)}}`,
  "different unknown keys": (size) =>
    `{${Array.from({ length: size / 14 }, (_, at) => `"k${at}":1,`).join("")}}`,
  "one window over and over": (size) => withWindows('{"day":"MO","start":"9:00 AM","end":"6:00 PM"},', size),
  "windows that overlap": (size) => withWindows('{"day":"MO","start":"9:00 AM","end":"6:0# PM"},', size),
  "inverted windows": (size) => withWindows('{"day":"MO","start":"9:00 PM","end":"6:00 AM"},', size),
  "windows without anything": (size) => withWindows("{},", size),
  "a text that never ends": (size) => '{"name": "' + "x".repeat(size),
  "texts that never end": (size) => '"x\n'.repeat(size / 3),
  "a comment that never ends": (size) => "/*" + "*".repeat(size),
  words: (size) => "x ".repeat(size / 2),
  commas: (size) => ",".repeat(size),
  braces: (size) => "{}".repeat(size / 2),
  "open braces": (size) => '{"a":'.repeat(size / 5),
  "open brackets": (size) => "[".repeat(size),
  backslashes: (size) => `{"name": "${"\\q".repeat(size / 2)}"}`,
  "unpaired surrogates": (size) => `{"name": "${"\ud800".repeat(size)}"}`,
  "line breaks": (size) => "\n".repeat(size),
};

function withLists(items: string): string {
  return sample.replace('"CL Only 2020 Dec 4"', () => items);
}

function withWindows(window: string, size: number): string {
  let digit = 0;
  const count = Math.floor(size / window.length);
  const windows = Array.from({ length: count }, () => window.replace("#", String(digit++ % 10))).join("");
  return sample.replace('"days": [', () => `"days": [${windows}`);
}

describe("a file near the limit", () => {
  const size = maxCampaignLength - sample.length - 1000;
  for (const [name, make] of Object.entries(huge)) {
    it(`of ${name} is checked completely, with a readable number of problems`, function () {
      // Only a guard against a hang: a quadratic check would take hours.
      this.timeout(60_000);
      const text = make(size);
      assert.ok(text.length > size / 2 && text.length <= maxCampaignLength, String(text.length));
      const { problems } = checkCampaign(text, everything);
      assert.ok(problems.length > 0 && problems.length < 1000, String(problems.length));
      for (const { offset, length } of problems) assertWithin(text, offset, length);
    });
  }
});
