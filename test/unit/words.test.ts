import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Phrases that readers have to decode, and British spellings. The product is written in plain American English. */
const banned: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\bstands?\b/i, "is, appears, contains"],
  [/\bmend(s|ed|ing)?\b/i, "fix"],
  // "There is no file" is plain; "a campaign that is no file" is not.
  [/(?<!\bthere )\bis no (?!longer\b| *\|)/i, "is not a"],
  [/what became of/i, "the outcome"],
  [/nobody (knows|can say)/i, "is unknown"],
  [/\bstrangers?('s|s')?\b/i, "untrusted"],
  [/\bdiall(ing|ed)\b/i, "dialing, dialed"],
  [/\bcolours?\b/i, "color"],
  [/\bcentre\b/i, "center"],
  [/\bmending\b/i, "fixing"],
];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !/generated|node_modules/.test(name))
    .map((name) => path.join(folder, name));
}

const files = [
  ...filesIn("src", /\.ts$/),
  ...filesIn("docs/rules", /\.md$/),
  ...filesIn("docs/decisions", /\.md$/),
  ...filesIn("scripts", /\.(ts|mjs)$/),
  ...[
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/glossary.md",
    "docs/architecture.md",
    "docs/benchmarks.md",
  ],
  ...["package.nls.json", "snippets/campaign.json", "schemas/campaign.schema.json"],
];

describe("The words of the product and its code", () => {
  it("are plain: no banned phrase appears", () => {
    const found = files.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, index) =>
          banned
            .filter(([phrase]) => phrase.test(line))
            .map(([, instead]) => `${file}:${index + 1}: write "${instead}": ${line.trim().slice(0, 120)}`),
        ),
    );
    assert.deepEqual(found, []);
  });

  it("are plain in the titles of tests, too", () => {
    const found = filesIn("test", /\.test\.ts$/).flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /^ *(?:describe|it)\(/.test(line) && banned.some(([phrase]) => phrase.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(found, []);
  });

  it("have one kind of apostrophe in the editor, the typographic one", () => {
    const straight = /(?<=\p{L})'(?=\p{Ll})/u;
    const manifest = readFileSync("package.nls.json", "utf8").split("\n");
    const texts = [
      ...manifest.map((text) => ({ place: "package.nls.json", text })),
      ...filesIn("src/editor", /\.ts$/).flatMap(textsIn),
    ];
    const found = texts.filter(({ text }) => straight.test(text));
    assert.deepEqual(found, []);
    assert.ok(texts.some(({ text }) => text.includes("’")));
  });

  it("are recognized where they are wrong", () => {
    for (const text of [
      ...["The file stands here.", "It is no number.", "a campaign that is no file"],
      ...["Mend the file.", "a stranger's text"],
    ])
      assert.ok(
        banned.some(([phrase]) => phrase.test(text)),
        text,
      );
    assert.ok(!banned.some(([phrase]) => phrase.test("There is no file, so it is no longer shown.")));
  });
});

/** The string literals and the literal parts of templates in a file. */
function textsIn(file: string): { readonly place: string; readonly text: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found: { readonly place: string; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({ place: file, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
