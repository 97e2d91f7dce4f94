import assert from "node:assert/strict";
import { readNumber } from "../../../src/core/lint/read-phone-number";

describe("readNumber", () => {
  it("reads a number once, however many campaigns call from it", () => {
    const first = readNumber("+14155552671");
    assert.deepEqual(first, { e164: "+14155552671", country: "US", valid: true });
    assert.equal(readNumber("+14155552671"), first);
  });

  it("keeps what a country makes of a text apart", () => {
    assert.equal(readNumber("415 555 2671", "US")?.e164, "+14155552671");
    assert.equal(readNumber("415 555 2671", "IN")?.e164, "+914155552671");
    assert.equal(readNumber("415 555 2671"), undefined);
  });

  it("reads more numbers than it remembers, and remembers no long text", () => {
    const numbers = Array.from({ length: 2_500 }, (_, index) => `+1415555${1_000 + index}`);
    for (const number of [...numbers, ...numbers]) assert.equal(readNumber(number)?.e164, number);
    const long = `+1 ${"4155552671".split("").join("     ")}`;
    assert.equal(readNumber(long)?.e164, "+14155552671");
    assert.notEqual(readNumber(long), readNumber(long));
  });
});
