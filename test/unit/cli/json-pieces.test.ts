import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonPieces, WrittenItems } from "../../../src/cli/formats/json-pieces";

describe("JSON in pieces", () => {
  const textOf = (value: unknown) => [...jsonPieces(value)].join("");

  it("is the text of JSON.stringify", () => {
    const data = fc.jsonValue({ maxDepth: 4 });
    fc.assert(fc.property(data, (value) => assert.equal(textOf(value), JSON.stringify(value, null, 2))));
    const record = { a: undefined, b: [], c: {}, d: [{ e: "\n" }] };
    assert.equal(textOf(record), JSON.stringify(record, null, 2));
  });

  it("contains items that are JSON already", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (items) => {
        const list = new WrittenItems(items.map((item) => JSON.stringify(item, null, 2)));
        assert.equal(
          textOf({ runs: [{ list }], end: 1 }),
          JSON.stringify({ runs: [{ list: items }], end: 1 }, null, 2),
        );
      }),
    );
  });
});
