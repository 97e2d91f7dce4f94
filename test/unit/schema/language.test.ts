import assert from "node:assert/strict";
import { readJson } from "./json-service";
import { describedProperties } from "./schema-tree";

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

interface Grammar extends Rule {
  readonly scopeName: string;
  readonly repository: Readonly<Record<string, Rule>>;
}

const readGrammar = (name: string) => readJson(`language/${name}.tmLanguage.json`) as Grammar;
const grammar = readGrammar("campaign-json");
const response = readGrammar("campaign-response");

function* rules(rule: Rule): Generator<Rule> {
  yield rule;
  for (const pattern of rule.patterns ?? []) yield* rules(pattern);
}

for (const [name, each, scope] of [
  ["campaign", grammar, "source.campaign-json"],
  ["response", response, "text.campaign-response"],
] as const)
  describe(`grammar of a ${name}`, () => {
    const all = [...rules(each), ...Object.values(each.repository).flatMap((rule) => [...rules(rule)])];

    it("is named as the manifest expects", () => assert.equal(each.scopeName, scope));

    it("has patterns that compile", () => {
      for (const { match, begin, end } of all) {
        for (const pattern of [match, begin, end]) if (pattern !== undefined) new RegExp(pattern);
      }
    });

    it("includes only what it defines", () => {
      for (const { include } of all) {
        if (include !== undefined) assert.ok(each.repository[include.slice(1)], include);
      }
    });
  });

describe("grammar", () => {
  it("highlights exactly the keys in the schema", () => {
    const key = grammar.repository["campaign-key"];
    assert.match(key?.name ?? "", /support\.type\.property-name\.campaign\./);
    const marked =
      /\(\?:(.*?)\)/
        .exec(key?.match ?? "")?.[1]
        ?.replace("\\$", "$")
        .split("|") ?? [];
    const known = new Set(
      describedProperties()
        .map(({ path }) => path.at(-1))
        .filter((name) => typeof name === "string"),
    );
    assert.deepEqual(marked.sort(), [...known].sort());
  });
});

describe("highlighting of a response", () => {
  const matches = (rule: string, line: string) =>
    new RegExp(response.repository[rule]?.match ?? response.repository[rule]?.begin ?? "(?!)").exec(
      line,
    )?.[0];

  it("marks title, request, body, facts and changed values", () => {
    const title = "━━━ spring.campaign.json → Practice ━━━";
    const request = "POST http://127.0.0.1:4000/campaign?campaignType=voice";
    assert.equal(matches("title", title), title);
    assert.equal(matches("request", request), request);
    assert.equal(matches("body", "{"), "");
    assert.equal(matches("fact", "Result      Created"), "Result");
    assert.equal(matches("changed", "Changed     ⚠ priority: 5"), "Changed     ⚠ priority: 5");
  });

  it("marks no sentence as a fact", () => {
    assert.equal(matches("fact", "The response is not JSON:"), undefined);
    assert.equal(matches("body", "The response is not JSON:"), undefined);
  });
});

describe("language configuration", () => {
  const configuration = readJson("language/language-configuration.json") as {
    readonly comments: unknown;
    readonly wordPattern: string;
    readonly indentationRules: Readonly<Record<string, string>>;
    readonly folding: { readonly markers: Readonly<Record<string, string>> };
  };

  it("defines both kinds of comment", () => {
    assert.deepEqual(configuration.comments, { lineComment: "//", blockComment: ["/*", "*/"] });
  });

  it("treats a quoted text as one word", () => {
    const words = '"queue_name": "Default \\"A\\" Queue", 30'.match(
      new RegExp(configuration.wordPattern, "g"),
    );
    assert.deepEqual(words, ['"queue_name"', '"Default \\"A\\" Queue"', "30"]);
  });

  it("indents after an opening bracket and not after a closed one", () => {
    const increase = new RegExp(configuration.indentationRules["increaseIndentPattern"] ?? "");
    const decrease = new RegExp(configuration.indentationRules["decreaseIndentPattern"] ?? "");
    for (const line of ["{", '"days": [', '"callerId": { // who']) assert.match(line, increase);
    for (const line of ['"callerId": {},', "],", '"name": "{"']) assert.doesNotMatch(line, increase);
    for (const line of ["}", "  ],"]) assert.match(line, decrease);
  });

  it("folds regions", () => {
    const { start = "", end = "" } = configuration.folding.markers;
    assert.match("  // #region hours", new RegExp(start));
    assert.match("// #endregion", new RegExp(end));
  });
});
