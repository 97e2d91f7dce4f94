import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import fc from "fast-check";
import { parseTree, type Node, type ParseError } from "jsonc-parser";
import { maxDepth, parseDocument } from "../../../src/core/campaign/document";
import { checkCampaign } from "../../../src/core/lint/check";
import { ValidText } from "../../../src/core/campaign/parse-valid";

const folder = path.join(__dirname, "..", "..", "..", "examples");
const examples = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFileSync(path.join(folder, name), "utf8"));

/** What jsonc-parser reads; undefined for a text with a syntax error. */
function byLibrary(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? root : undefined;
}

/** The value of a tree, read in another way than the parser does. */
function valueOf({ type, children = [], value }: Node): unknown {
  if (type === "array") return children.map((child): unknown => valueOf(child));
  if (type !== "object") return value;
  const entries = children.map(({ children: [key, child] = [] }): unknown => [
    key?.value,
    child && valueOf(child),
  ]);
  return Object.fromEntries(entries as [string, unknown][]);
}

function assertSame(text: string): void {
  const parsed = new ValidText(text, maxDepth).parse();
  const expected = byLibrary(text);
  assert.deepEqual(parsed?.root, expected, JSON.stringify(text));
  if (expected !== undefined) assert.deepEqual(parsed?.value, valueOf(expected), JSON.stringify(text));
}

describe("A valid text", () => {
  it("is read as jsonc-parser reads it", () => {
    assert.ok(examples.length > 0);
    examples.forEach(assertSame);
  });

  for (const text of [
    ...["", " ", "{}", "[]", "{ }", "[1,]", '{"a":1,}', "[,]", "{,}", "[1,,2]", "[1 2]", '{"a" 1}', '{"a":}'],
    ...[
      "null",
      "true",
      "false",
      "nul",
      "truex",
      "true/**/",
      "[true//\n]",
      "// only",
      "/* a */ 1 // b",
      "1 /",
    ],
    ...["/*", "/*/", "/**/1", "1/* */ 2", "1 2", "{} {}", "]", "}", '{"a":1]', "[1}"],
    ...[
      "0",
      "-0",
      "-",
      "+1",
      "01",
      "1.",
      ".5",
      "1.5e",
      "1e5",
      "1E+5",
      "1e-5",
      "1e999",
      "--1",
      "1-1",
      "1.2.3",
    ],
    ...['"', '"a', '"\\', '"\\"', '"\\u00e9"', '"\\u00"', '"\\x"', '"\\/\\b\\f\\n\\r\\t"', '"\t"', '"\n"'],
    ...[
      '"\u0000"',
      '"\u007f\u2028"',
      '"\ud800"',
      "\u00a01",
      "\u000b1",
      "'a'",
      "\ufeff1",
      "1\r\n",
      "\r[\r1\r]",
    ],
    ...['{"a":1,"a":2}', '{"__proto__":1,"b":{"__proto__":{}}}', '{"constructor":[]}', "{a:1}", "{1:1}"],
  ])
    it(`or not, is told apart as there: ${JSON.stringify(text)}`, () => assertSame(text));

  it("is read as there with any change of a few characters", () => {
    const pieces = fc.constantFrom(...Array.from('{}[]:,"\\/*-+.0123456789eE tfn\n\r\t_a\u0001'));
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(2), pieces), { maxLength: 3 }),
        (json, changes) =>
          assertSame(
            changes.reduce((text, [at, removed, piece]) => {
              const start = at % (text.length + 1);
              return text.slice(0, start) + piece + text.slice(start + removed);
            }, json),
          ),
      ),
      { numRuns: 3000 },
    );
  });

  it("is checked without a second pass over its text", () => {
    const library = createRequire(__filename)("jsonc-parser") as Record<string, unknown>;
    const originals = { ...library };
    const called: string[] = [];
    for (const [name, original] of Object.entries(originals))
      if (typeof original === "function")
        library[name] = (...given: unknown[]): unknown => {
          called.push(name);
          return Reflect.apply(original, undefined, given) as unknown;
        };
    try {
      for (const text of examples) assert.notEqual(checkCampaign(text).campaign, undefined);
      assert.deepEqual(called.splice(0), []);
      checkCampaign("{");
      assert.ok(called.includes("parseTree"));
    } finally {
      Object.assign(library, originals);
    }
  });

  it("may not be nested too deep", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    assert.notEqual(new ValidText(nested(maxDepth), maxDepth).parse(), undefined);
    assert.equal(new ValidText(nested(maxDepth + 1), maxDepth).parse(), undefined);
    assert.deepEqual(parseDocument(nested(maxDepth + 1)).refused, { name: "too-deep", offset: maxDepth });
  });

  for (const [text, exact] of [
    ["[1, 0.5, -12345678901234]", true],
    ["[1234567890123456]", false],
    ["[1e5]", false],
    ["[1E5]", false],
  ] as const)
    it(`${exact ? "has" : "may not have"} exact numbers: ${text}`, () =>
      assert.equal(parseDocument(text).exactNumbers, exact));
});
