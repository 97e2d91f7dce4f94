import assert from "node:assert/strict";
import { visibleLine, visibleText } from "../../../src/core/text/visible";
import { quoted } from "../../../src/core/campaign/schema/value-problem";
import { inQuotes } from "../../../src/core/lint/configuration/reading";
import { firstUnits } from "../../../src/core/text/cut";

describe("A text that is cut", () => {
  it("keeps its characters whole at every length", () => {
    const text = "a𝄞b😀";
    const cuts = [0, 1, 2, 3, 4, 5, 6].map((most) => firstUnits(text, most));
    assert.deepEqual(cuts, ["", "a", "a", "a𝄞", "a𝄞b", "a𝄞b", "a𝄞b😀"]);
  });

  it("keeps half a surrogate pair that was in the text before", () =>
    assert.equal(firstUnits("a\ud834b", 2), "a\ud834"));

  const cuts: Readonly<Record<string, (text: string) => string>> = {
    "on a line": (text) => visibleLine(text, 100),
    "on lines": (text) => visibleText(text, 100),
    "as a wrong value": quoted,
    "in quotes": inQuotes,
  };
  for (const [what, cut] of Object.entries(cuts))
    it(`never ends in half a character ${what}`, () => {
      for (const before of ["", "a"]) {
        const shown = cut(before + "😀".repeat(200));
        assert.ok(shown.length < 140 && shown.includes("😀") && !/U\+D83D|\\ud83d/i.test(shown), shown);
        assert.ok(shown.isWellFormed(), shown);
      }
    });
});
