import assert from "node:assert/strict";
import { csvRow } from "../../../src/core/text/csv";

describe("A CSV row", () => {
  const cells: readonly (readonly [cell: string, written: string])[] = [
    ["plain", "plain"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ['=HYPERLINK("https://example.com","x")', '"\'=HYPERLINK(""https://example.com"",""x"")"'],
    ["a=b", "a=b"],
    ["x; =1+1;y", '"x,  =1+1, y"'],
    ["x; y", "x; y"],
  ];
  for (const [cell, written] of cells)
    it(`writes ${JSON.stringify(cell)} as ${JSON.stringify(written)}`, () => {
      assert.equal(csvRow([cell, "z"]), `${written},z`);
    });
});
