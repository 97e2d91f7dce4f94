import assert from "node:assert/strict";
import { invisibleIn, isBlank, withoutInvisible } from "../../../src/core/text/invisible";

describe("invisible characters", () => {
  const cases: readonly (readonly [text: string, names: readonly string[], without: string])[] = [
    ["a\u200Bb", ["U+200B (zero-width space)"], "ab"],
    ["a\u00A0b", ["U+00A0 (no-break space)"], "a b"],
    ["a\u2003b", ["U+2003 (em space)"], "a b"],
    ["a\u3000b", ["U+3000 (ideographic space)"], "a b"],
    ["a\u202Eb", ["U+202E (right-to-left override)"], "ab"],
    ["a\u2066b\u2069", ["U+2066 (left-to-right isolate)", "U+2069 (end of a directional isolate)"], "ab"],
    ["a\u200Eb", ["U+200E (left-to-right mark)"], "ab"],
    ["a\nb", ["U+000A (line break)"], "a b"],
    ["a\r\nb", ["U+000D (line break)", "U+000A (line break)"], "a b"],
    ["a\u2028b", ["U+2028 (line separator)"], "a b"],
    ["a\tb", ["U+0009 (tab)"], "a b"],
    ["a\u0000b", ["U+0000 (NUL character)"], "ab"],
    ["a\u001Bb", ["U+001B (control character)"], "ab"],
    ["a\u00ADb", ["U+00AD (soft hyphen)"], "ab"],
    ["\uFEFFab", ["U+FEFF (byte order mark)"], "ab"],
    ["a\u3164b", ["U+3164 (invisible character)"], "ab"],
    ["a\u2800b", ["U+2800 (invisible character)"], "ab"],
    ["a\u{E0041}b", ["U+E0041 (invisible character)"], "ab"],
    // A joiner at the edge of a word has no effect.
    ["ab\u200D", ["U+200D (zero-width joiner)"], "ab"],
    ["a \u200Cb", ["U+200C (zero-width non-joiner)"], "a b"],
    ["a\u200D\u200Db", ["U+200D (zero-width joiner)", "U+200D (zero-width joiner)"], "ab"],
  ];
  for (const [text, names, without] of cases)
    it(`are found and removed in ${JSON.stringify(text).replace(/[^ -~]/g, "?")} (${names.join(", ")})`, () => {
      const found = invisibleIn(text);
      assert.deepEqual(
        found.map(({ name }) => name),
        names,
      );
      for (const { offset, character } of found)
        assert.equal(text.slice(offset, offset + character.length), character);
      assert.equal(withoutInvisible(text), without);
      assert.deepEqual(invisibleIn(without), []);
    });

  for (const text of [
    ...["Spring reminder", "Straße", "Cafe\u0301", "日本語 リスト", "نامه\u200Cها", "क्\u200Dष", "שלום", ""],
    // A family, a burning heart, the flag of England, a keycap, a letter in a special form.
    ...[
      "👩\u200D👩\u200D👧",
      "❤\uFE0F\u200D🔥",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "1\uFE0F\u20E3",
      "葛\u{E0100}",
    ],
    "an unpaired \uD83D half",
  ])
    it(`are not found in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(invisibleIn(text), []);
      assert.equal(withoutInvisible(text), text);
    });

  it("make a text empty if it contains nothing else", () => {
    for (const text of ["", " ", "\t\n", "\u00A0", "\u200B", "\u200D", "\u3164 \u2800", "\uFE0F", "\u0000"])
      assert.ok(isBlank(text), JSON.stringify(text));
    for (const text of ["a", " .", "\u200Ba", "🏴", "\u0301", "٠"]) assert.ok(!isBlank(text), text);
  });
});
