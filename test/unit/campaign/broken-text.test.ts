import assert from "node:assert/strict";
import { maxCampaignLength, maxDepth, parseDocument } from "../../../src/core/campaign/document";
import { applyEdits } from "../../../src/core/campaign/problem";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { sample } from "../lint/sound";

const codes = (text: string) => checkCampaign(text).problems.map(({ code }) => code);

describe("Two syntax errors with comments between them", () => {
  const between = (comments: string) =>
    `{\n  "name": abc,\n${comments}\n  "description": "x",\n  "foo" "bar"\n}`;
  for (const [name, comments] of [
    ["slashes", "/".repeat(60)],
    ["slashes on many lines", `${"/".repeat(60)}\n`.repeat(20)],
    ["block comments", "/**/ ".repeat(60)],
    ["stars and slashes", "/*/".repeat(61)],
  ] as const) {
    it(`are both reported (${name})`, () => {
      const found = codes(between(comments)).filter((code) => code.startsWith("syntax/"));
      assert.equal(found[0], "syntax/invalid-symbol");
    });
  }

  it("are one error if only comments separate them", () => {
    const text = '{\n  "name": "Spring,\n  // and\n  /* so\n on */\n  "description": "x"\n}';
    assert.deepEqual(
      codes(text).filter((code) => code.startsWith("syntax/")),
      ["syntax/unclosed-text"],
    );
  });
});

describe("A duplicate key that is still being typed", () => {
  const typed = sample.replace(/\}\s*$/, ', "dialingStrategy" }');

  it("does not replace the existing value", () => {
    assert.deepEqual(
      (parseDocument(typed).value as Record<string, unknown>)["dialingStrategy"],
      (JSON.parse(sample) as Record<string, unknown>)["dialingStrategy"],
    );
    assert.equal(fixAll(typed).applied, 0);
    assert.ok(!codes(typed).includes("duplicate-key"));
  });

  it("leaves every problem at a valid place", () => {
    for (const key of ["dialingStrategy", "callingHours", "contactLists", "dncLists", "name"]) {
      for (const value of ["", ":", ": ", ': "'] as const) {
        for (const text of [
          sample.replace(/\}\s*$/, `, "${key}"${value} }`),
          sample.replace('"callingHours": {', `"callingHours": { "${key}"${value} ,`),
        ]) {
          for (const { offset, length, fixes, code } of checkCampaign(text).problems) {
            assert.ok(
              length > 0 && offset + length <= text.length,
              `${code} at ${offset}, ${length}\n${text}`,
            );
            for (const { edits, safe } of fixes) assert.ok(edits.length > 0 && !safe, code);
          }
        }
      }
    }
  });

  it("loses a value only to a later one", () => {
    const text = '{ "name": "A",\n"name": "B",\n"name" }';
    assert.deepEqual(parseDocument(text).value, { name: "B" });
    const found = checkCampaign(text).problems.filter(({ code }) => code === "duplicate-key");
    assert.deepEqual(
      found.map(({ offset, related }) => [offset, related?.[0]?.offset]),
      [[2, text.indexOf('"B"')]],
    );
  });
});

describe("The limits of a text", () => {
  it("are checked before the text is parsed", () => {
    const refusal = (text: string) => parseDocument(text).refused;
    assert.equal(refusal(sample), undefined);
    assert.deepEqual(refusal(" ".repeat(maxCampaignLength + 1)), { name: "too-large" });
    assert.equal(refusal("[".repeat(maxDepth)), undefined);
    assert.deepEqual(refusal("[".repeat(maxDepth + 1)), { name: "too-deep", offset: maxDepth });
    assert.equal(refusal('{"a":[]},'.repeat(500)), undefined);
    assert.equal(refusal(`{ "a": "${"[".repeat(500)}" /* ${"{".repeat(500)} */ }`), undefined);
  });

  it("count the depth that the parser may reach, even if brackets do not match", () => {
    for (const part of ["[", '{"a":', '{"a" ', "[},", "[} ,", '{"a":]', "[{]", '[{"a":1],']) {
      const text = part.repeat(200_000 / part.length);
      const depth = deepest(parseDocument(text).root);
      assert.ok(depth <= maxDepth + 2, `${part}: ${depth}`);
    }
  });
});

/** Not recursive, because the tree can be deep. */
function deepest(root: { readonly children?: readonly object[] } | undefined): number {
  let depth = 0;
  let level: readonly { readonly children?: readonly object[] }[] = root === undefined ? [] : [root];
  for (; level.length > 0; level = level.flatMap(({ children = [] }) => children)) depth++;
  // A property is a level between an object and its value.
  return depth / 2;
}

describe("An invisible character", () => {
  const fixed = (text: string) => {
    const problem = checkCampaign(text).problems.find(({ code }) => code === "syntax/invalid-symbol");
    assert.ok(problem !== undefined);
    const [fix] = problem.fixes;
    assert.ok(fix?.preferred === true && !fix.safe);
    return { message: problem.message, at: problem.offset, text: applyEdits(text, fix.edits) };
  };

  it("outside of strings is named, and replaced by what it looks like", () => {
    for (const [character, name, looksLike] of [
      ["\u00a0", "no-break space (U+00A0)", " "],
      ["\u202f", "narrow no-break space (U+202F)", " "],
      ["\u3000", "ideographic space (U+3000)", " "],
      ["\u200b", "zero-width space (U+200B)", ""],
      ["\ufeff", "byte order mark (U+FEFF)", ""],
      ["\u001a", "end-of-file character (U+001A)", ""],
      ["\u0007", "control character (U+0007)", ""],
      ["\u2009", "thin space (U+2009)", " "],
      ["\u2005", "unusual space (U+2005)", " "],
      ["\u2063", "invisible character (U+2063)", ""],
      ["\u206a", "invisible character (U+206A)", ""],
      ["\u2800", "invisible character (U+2800)", ""],
      ["\u3164", "invisible character (U+3164)", ""],
    ] as const) {
      const at = sample.indexOf('"priority"');
      const { message, at: shown, text } = fixed(sample.slice(0, at) + character + sample.slice(at));
      assert.ok(message.includes(name), message);
      assert.equal(shown, at);
      assert.equal(text, sample.slice(0, at) + looksLike + sample.slice(at));
    }
  });

  it("is replaced everywhere outside of strings and comments at once", () => {
    const text = '{\u00a0"name":\u00a0"a\u00a0b", // c\u00a0d\n\u00a0"x": tr\u200bue }';
    assert.equal(fixed(text).text, '{ "name": "a\u00a0b", // c\u00a0d\n "x": true }');
  });

  it("can be a curly quote, which is replaced with its partner", () => {
    const curly = fixed('{ "name": “Spring bills”, "x": 1 }');
    assert.match(curly.message, /“ is a curly quote \(U\+201C\)/);
    assert.equal(curly.text, '{ "name": "Spring bills", "x": 1 }');
    assert.equal(fixed('{ "name": “Spring", "x": 1 }').text, '{ "name": "Spring", "x": 1 }');
    assert.equal(fixed('{ "name": “Spring\n}').text, '{ "name": "Spring\n}');
  });

  it("can be a NUL next to each character of UTF-16", () => {
    const text = Array.from(sample, (character) => `${character}\0`).join("");
    const { message, text: after } = fixed(text);
    assert.match(message, /UTF-16/);
    assert.equal(after, sample);
  });

  it("is not reported in an unquoted word", () => {
    const [problem] = checkCampaign('{ "name": Spring }').problems;
    assert.match(problem?.message ?? "", /double quotes/);
    assert.deepEqual(problem?.fixes, []);
  });
});
