import assert from "node:assert/strict";
import fc from "fast-check";
import { nameKey } from "../../../src/core/platform/campaign-name";
import { normalized } from "../../../src/core/text/normalized";

describe("A text in composed form", () => {
  it("equals that of the built-in function for ordinary text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) =>
        assert.equal(normalized(text.normalize("NFD")), text.normalize()),
      ),
    );
    const words = "Café Zürich, Łódź und Đà Nẵng ".repeat(200);
    assert.equal(normalized(words.normalize("NFD")), words.normalize());
  });

  it("makes two spellings of a name equal", () => assert.equal(nameKey(" CAFE\u0301\n"), nameKey("café")));

  /** The cost of the built-in function is quadratic in a run of combining marks. */
  const costOf = (text: string): number => {
    let cost = 0;
    const original = Object.getOwnPropertyDescriptor(String.prototype, "normalize")!;
    try {
      Object.defineProperty(String.prototype, "normalize", {
        ...original,
        value: function (this: string): string {
          cost += this.length ** 2;
          return this.slice();
        },
      });
      nameKey(text);
    } finally {
      Object.defineProperty(String.prototype, "normalize", original);
    }
    return cost;
  };
  for (const marks of ["\u0300\u0316", "\u0300", "é", "a\u0301", "😀"])
    it(`takes four times as long for four times as many of ${JSON.stringify(marks)}`, () => {
      const [once, four] = [20_000, 80_000].map((count) => costOf(`a${marks.repeat(count / marks.length)}`));
      assert.ok(
        once !== undefined && four !== undefined && once > 0 && four <= once * 4.1,
        `${once} and ${four}`,
      );
    });
});
