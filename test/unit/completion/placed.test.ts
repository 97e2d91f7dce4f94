import assert from "node:assert/strict";
import { parse, parseTree, type ParseError } from "jsonc-parser";
import type { CompletionItem } from "vscode-json-languageservice";
import { allZones } from "../../../src/core/zones/zones";
import { parseDocument } from "../../../src/core/campaign/document";
import type { KnownName } from "../../../src/core/completion/known-names";
import { campaignLanguage } from "../../../src/language";
import { expandSnippet } from "../snippets/expand";
import { describedProperties, textAt } from "../schema/schema-tree";

const language = campaignLanguage([...allZones().keys()]);

/** The items offered at the `|` of a text. */
async function offered(
  marked: string,
  typed = false,
  known?: readonly KnownName[],
): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf("|");
  const lines = marked.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return language.read(parseDocument(marked.replace("|", ""))).complete(position, typed, known);
}

/** The text once an item is accepted, with every tab stop at its default. */
function accepted(
  marked: string,
  { textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
): string {
  assert.ok(textEdit !== undefined && "range" in textEdit);
  const text = marked.replace("|", "");
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = ({ line, character }: { line: number; character: number }) => (starts[line] ?? 0) + character;
  const newText = insertTextFormat === 2 ? expandSnippet(textEdit.newText) : textEdit.newText;
  return [{ ...textEdit, newText }, ...additionalTextEdits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce(
      (now, edit) => now.slice(0, at(edit.range.start)) + edit.newText + now.slice(at(edit.range.end)),
      text,
    );
}

function errorsOf(text: string): readonly ParseError[] {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  return errors;
}

const labelsOf = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
const isSnippet = ({ kind }: CompletionItem) => kind === 22;
const hours = (days: string) => `{ "dialingStrategy": { "callingHours": { "days": [${days}] } } }`;

describe("Snippets by position", () => {
  const places: readonly (readonly [text: string, snippets: string])[] = [
    ["|", "preview progressive agentless"],
    ["// a campaign\npre|", "preview progressive agentless"],
    ["{|}", "preview progressive agentless strategy dnc"],
    ["{ pre| }", "preview progressive agentless strategy dnc"],
    ["{\n  pre|\n}\n", "preview progressive agentless strategy dnc"],
    ["{\n  |", "preview progressive agentless strategy dnc"],
    ['{ "name": "x", | }', "strategy dnc"],
    ['{ | "name": "x" }', "strategy dnc"],
    ['{ "name": "x" | }', "strategy dnc"],
    ['{ "dncLists": { "name": "x" }, | "name": "x" }', "strategy"],
    ['{ "dialingStrategy": { | } }', ""],
    ['{ "dialingStrategy": | }', ""],
    ['{ "dialingStrategy": { "callingHours": { | } } }', "week"],
    ['{ "dialingStrategy": { "callingHours": { | "days": [] } } }', ""],
    ['{ "dialingStrategy": { "callingHours": { "days": | } } }', ""],
    [hours("|"), "window split"],
    [hours('{ "day": "MO" }, |'), "window split"],
    [hours('| { "day": "MO" }'), "window split"],
    [hours('{ "day": "MO" } | { "day": "TU" }'), "window split"],
    [hours('{ | "day": "MO" }'), ""],
    [
      hours(["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((day) => `{ "day": "${day}" }, `).join("") + "|"),
      "window",
    ],
    ['{ "contactLists": [ | ] }', ""],
    ['{ "name": "pre|" }', ""],
    ['{ "|" }', ""],
    ['{ "name": "pre|', ""],
    ["// pre|", ""],
    ['{ "name": "x" }\n|', ""],
  ];
  for (const [text, expected] of places) {
    it(`${JSON.stringify(text)}: ${expected === "" ? "none" : expected}`, async () => {
      const items = (await offered(text)).filter(isSnippet);
      assert.equal(labelsOf(items).join(" "), expected);
      for (const item of items) {
        const now = accepted(text, item);
        // An unclosed string stays unclosed.
        const broken = errorsOf(text.replace(/pre(?=\|)/, "").replace("|", text.includes("{") ? "" : "{}"));
        const open = broken.length > 0 && !text.includes("}");
        assert.deepEqual(open ? [] : errorsOf(now), [], now);
      }
    });
  }

  it("list the days without a window first, and split only those", async () => {
    const items = (await offered(hours('{ "day": "MO" }, |, { "day": "WE" }'))).filter(isSnippet);
    const [window, split] = items.map(({ textEdit }) => textEdit?.newText ?? "");
    assert.match(window!, /\$\{1\|TU,TH,FR,SA,SU,MO,WE\|\}/);
    assert.match(split!, /\$\{1\|TU,TH,FR,SA,SU\|\}/);
  });

  it("list whole campaigns before everything else in an empty file", async () => {
    const items = [...(await offered("|"))].sort((a, b) =>
      (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
    );
    assert.deepEqual(labelsOf(items).slice(0, 3), ["preview", "progressive", "agentless"]);
  });
});

describe("Completion of a value", () => {
  const texts = ["name", "description", "queue_name", "experienceFlowName"];
  for (const key of texts) {
    it(`offers nothing while a string of ${key} is typed, and its examples on request`, async () => {
      for (const value of ['"|"', '"Bill|"', '"Bill, |please"', '"Bill|']) {
        assert.deepEqual(await offered(`{ "${key}": ${value} }`, true), []);
      }
      assert.ok((await offered(`{ "${key}": "|" }`)).length > 0);
    });
  }

  it("offers nothing while a number, a time, a list or a caller ID is typed", async () => {
    for (const text of [
      '{ "maxSkips": 1| }',
      '{ "contactLists": ["|"] }',
      '{ "dncLists": { "name": "|" } }',
      '{ "dialingStrategy": { "callerId": { "phoneNumber": "+1|" } } }',
      hours('{ "start": "9|" }'),
    ])
      assert.deepEqual(await offered(text, true), [], text);
  });

  it("keeps the quotes around the cursor, so that a tab stop stays active", async () => {
    const text = '{ "priority": "|" }';
    const items = await offered(text, true);
    assert.ok(labelsOf(items).includes('"5"'));
    for (const item of items) {
      assert.ok(item.textEdit !== undefined && "range" in item.textEdit);
      assert.equal(item.textEdit.range.start.character, text.indexOf("|"));
      assert.deepEqual(errorsOf(accepted(text, item)), []);
    }
  });

  it("keeps the text after an unclosed string", async () => {
    for (const [text, whole] of [
      ['{ "priority": "|,\n "name": "x" }', '{ "priority": "5",\n "name": "x" }'],
      ['{ "priority": "| }', '{ "priority": "5" }'],
      ['{ "priority": "|, "name": "x" }', '{ "priority": "5", "name": "x" }'],
    ] as const) {
      const five = (await offered(text, true)).find(({ label }) => label === '"5"');
      assert.ok(five);
      assert.equal(accepted(text, five), whole);
    }
  });

  it("adds the missing comma before a property", async () => {
    const text = '{\n  "name": "x"\n  |\n}';
    for (const item of await offered(text)) assert.deepEqual(errorsOf(accepted(text, item)), [], item.label);
  });

  it("inserts objects in the layout of the snippets", async () => {
    const strategy = (await offered("{ | }")).find(({ label }) => label === "dialingStrategy");
    assert.ok(strategy?.textEdit !== undefined);
    assert.match(
      strategy.textEdit.newText,
      /\n\t*\{ "day": "MO", "start": "\$\{3:9:00 AM\}", "end": "[^\n]*" \},\n/,
    );
    assert.match(strategy.textEdit.newText, /\n\t"callerId": \{ "phoneNumber": "[^"\n]+" \},\n/);
  });

  it("closes the list for an unclosed value once anything is typed", async () => {
    for (const item of await offered('{ "maxSkips": | }'))
      assert.doesNotMatch(item.filterText ?? item.label, /\w/);
  });
});

describe("Accepting any item anywhere", () => {
  const names = ["Bills due", 'Bills "A"', "2024 bills"].map((name) => ({ name, origin: "Acme" }));
  const named = [
    '{ "contactLists": [*] }',
    '{ "contactLists": [*, "B"] }',
    '{ "contactLists": ["B", *] }',
    '{ "contactLists": [*\n"B"] }',
    '{ "queue_name": *, "maxSkips": 1 }',
    '{ "queue_name": *\n"maxSkips": 1 }',
    '{ "dncLists": { "name": * } }',
  ];
  const typed = [
    "|",
    '"|"',
    '"Bi|"',
    "Bills|",
    "Bills |",
    "Bills d|",
    "Bills  d|",
    "20|",
    "2024 |",
    "2024 b|",
  ];
  for (const text of named)
    for (const value of typed)
      it(`a name of an account: ${JSON.stringify(text.replace("*", value))}`, async () => {
        const items = await offered(text.replace("*", value), false, names);
        assert.ok(labelsOf(items).includes('"Bills due"'));
        for (const item of items) {
          const now = accepted(text.replace("*", value), item);
          assert.deepEqual(errorsOf(now), [], `${item.label}\n${now}`);
          const label: unknown = JSON.parse(item.label);
          assert.ok(JSON.stringify(parse(now)).includes(JSON.stringify(label)), now);
          assert.ok(!/Bi\b|"2024 "|"20"/.test(now), now);
        }
      });

  it("matches the typed quote of a name that needs a comma after it", async () => {
    for (const text of ['{ "queue_name": "Bi|"\n"maxSkips": 1 }', '{ "contactLists": ["Bi|" "B"] }']) {
      const item = (await offered(text, false, names)).find(({ label }) => label === '"Bills due"');
      assert.equal(item?.filterText, '"Bills due"');
    }
  });

  for (const { path } of describedProperties())
    for (const value of ["|", '"|"'])
      it(`${path.join(".")}: ${value}`, async () => {
        const text = textAt(path, value);
        for (const item of await offered(text)) {
          const now = accepted(text, item);
          assert.deepEqual(errorsOf(now), [], `${item.label}\n${now}`);
        }
      });
});
