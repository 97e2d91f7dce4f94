import assert from "node:assert/strict";
import { readJson } from "./json-service";

const { wordPattern } = readJson("language/language-configuration.json") as { readonly wordPattern: string };

/**
 * The word at an offset of a line, as VS Code searches for it: in windows that grow by 15 characters to the left, in a
 * part of 1,000 characters of a longer line.
 */
function wordAt(line: string, offset: number): string | undefined {
  if (line.length > 1000) {
    const start = Math.max(0, offset - 500);
    return wordAt(line.slice(start, offset + 500), offset - start);
  }
  const pattern = new RegExp(wordPattern, "g");
  let found: string | undefined;
  for (let window = 1, before = -1; ; window++) {
    const from = offset - 15 * window;
    pattern.lastIndex = Math.max(0, from);
    const word = enclosing(pattern, line, offset, before);
    if (word === undefined && found !== undefined) return found;
    found = word;
    if (from <= 0) return found;
    before = from;
  }
}

function enclosing(pattern: RegExp, line: string, offset: number, stop: number): string | undefined {
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match.index <= offset && pattern.lastIndex >= offset) return match[0];
    if (stop > 0 && match.index > stop) return undefined;
  }
  return undefined;
}

describe("the words of a campaign", () => {
  const texts = [
    "Bills due",
    "Hello, people in Pune",
    "Note: call now, please",
    'the \\"big\\" one',
    "a",
    "x: [1, 2], {y}",
  ];

  it("never begin or end inside a text, on a line of any length", () => {
    for (const padding of [0, 1, 14, 300, 2000])
      for (const text of texts) {
        const before = `{ "name": "${"n".repeat(padding % 300)}", ${'"a": "b c", '.repeat(Math.floor(padding / 12))}"q": `;
        const line = `${before}"${text}", "days": [{ "day": "MO" }], "maxSkips": 1 }`;
        const start = before.length;
        const end = start + text.length + 2;
        for (let offset = start + 1; offset < end; offset++) {
          const word = wordAt(line, offset);
          assert.ok(word === undefined || word === `"${text}"`, `${word} at ${offset - start} of ${text}`);
        }
      }
  });

  it("do not exist in a text that is empty or not closed yet", () => {
    for (const line of [
      '  "name": "|"',
      '  "name": "Bill|',
      '  "name": "Hello, pe|',
      '  "a": 1, "name": "x, y|',
    ])
      assert.equal(wordAt(line.replace("|", ""), line.indexOf("|")), undefined, line);
  });

  it("are numbers, words without quotes and the typed part of a time zone", () => {
    const words: readonly (readonly [line: string, word: string])[] = [
      ['  "maxSkips": 30|,', "30"],
      ["  na|", "na"],
      ['{ na| "name": "x" }', "na"],
      ['  "timezone": Asia/Kol|,', "Asia/Kol"],
      ['  "timezone": new york|', "new york"],
      ['  "isSchedulingEnabled": true|}', "true"],
    ];
    for (const [line, word] of words) assert.equal(wordAt(line.replace("|", ""), line.indexOf("|")), word);
  });
});
