import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "../../../src/core/campaign/document";
import { campaignLanguage } from "../../../src/language";
import { expandSnippet } from "../snippets/expand";

const project = path.join(__dirname, "../../..");
const language = campaignLanguage([]);
const options = { tabSize: 2, insertSpaces: true };

/** The text after the formatting edits, which replace parts of it. */
function formatted(text: string, lines?: readonly [first: number, last: number]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetOf = ({ line, character }: { line: number; character: number }) =>
    (starts[line] ?? 0) + character;
  const range = lines && { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  const edits = [...language.read(parseDocument(text)).format(options, range)];
  return edits
    .sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (now, { range: { start, end }, newText }) =>
        now.slice(0, offsetOf(start)) + newText + now.slice(offsetOf(end)),
      text,
    );
}

describe("Formatting a campaign", () => {
  const isCampaign = (name: string): boolean => name.endsWith(".campaign.json");
  for (const name of readdirSync(path.join(project, "examples")).filter(isCampaign)) {
    const text = readFileSync(path.join(project, "examples", name), "utf8");
    it(`keeps the layout of ${name}`, () => assert.equal(formatted(text), text));
    it(`adds the layout to ${name} without one`, () => {
      const bare = text.replace(/^\s*\/\/.*\n|\s*\/\/.*$/gm, "");
      const flat = JSON.stringify(JSON.parse(bare));
      assert.equal(formatted(flat).trimEnd(), bare.trimEnd());
      assert.equal(formatted(JSON.stringify(JSON.parse(bare), null, 8)).trimEnd(), bare.trimEnd());
    });
  }

  const snippets = JSON.parse(readFileSync(path.join(project, "snippets/campaign.json"), "utf8")) as Record<
    string,
    { body: string[] }
  >;
  for (const [name, { body }] of Object.entries(snippets).filter(([, each]) => each.body[0] === "{"))
    it(`keeps the layout of the snippet ${name}`, () => {
      const text = expandSnippet(body.join("\n")).replaceAll("\t", "  ");
      assert.equal(formatted(text).trimEnd(), text.trimEnd());
    });

  it("keeps comments, and separate lines for objects and lists that contain one", () => {
    const text =
      '{\n  "dncLists": {\n    // whom\n    "name": "x"\n  },\n  "a": [\n    1, /* two */ 2\n  ]\n}\n';
    const kept = formatted(text);
    assert.match(kept, /"dncLists": \{\n {4}\/\/ whom\n {4}"name": "x"\n {2}\}/);
    assert.match(kept, /\/\* two \*\//);
    assert.equal(formatted(kept), kept);
  });

  it("keeps a list that is too long for one line on several", () => {
    const lists = Array.from({ length: 6 }, (_, index) => `A list of contacts number ${index}`);
    const text = formatted(JSON.stringify({ contactLists: lists }));
    assert.equal(text.split("\n").length, 10);
  });

  it("joins no lines outside of the formatted range", () => {
    const text = '{\n  "a": {\n    "b": 1\n  },\n  "c": {\n    "d":2\n  }\n}\n';
    assert.equal(formatted(text, [4, 7]), '{\n  "a": {\n    "b": 1\n  },\n  "c": { "d": 2 }\n}\n');
  });

  it("keeps the line endings", () => {
    assert.equal(formatted('{\r\n"a":{\r\n"b":1}}'), '{\r\n  "a": { "b": 1 }\r\n}');
  });
});
