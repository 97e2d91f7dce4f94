import assert from "node:assert/strict";
import { visibleLine, visibleText } from "../../../src/core/text/visible";

describe("visible text", () => {
  it("escapes invisible characters and keeps ordinary text", () => {
    assert.equal(visibleLine("a\u0000\u202e\u200b\ud800b"), "a<U+0000><U+202E><U+200B><U+D800>b");
    const kept = "नमस्ते क्‍ष 👩‍💻 Größe “x”";
    assert.equal(visibleLine(kept), kept);
    assert.equal(visibleLine("a\nb\tc"), "a<U+000A>b<U+0009>c");
    assert.equal(visibleText("a\r\nb\tc\u2028"), "a\nb  c<U+2028>");
  });

  it("is cut with a note of how much", () => {
    assert.equal(visibleLine("abcdef", 2), "ab… (4 more characters)");
  });
});
