import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-json-languageservice";
import type { KnownName } from "../../../src/core/completion/known-names";
import { parseDocument } from "../../../src/core/campaign/document";
import { campaignLanguage } from "../../../src/language";
import { textAt, describedProperties } from "../schema/schema-tree";

const language = campaignLanguage(["Asia/Kolkata"]);

/** The items offered at the `|` of a text, in the order of the list. */
async function offered(
  marked: string,
  known: readonly KnownName[] = [],
  typed = false,
): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf("|");
  const lines = marked.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const campaign = language.read(parseDocument(marked.replace("|", "")));
  const items = await campaign.complete(position, typed, known);
  const key = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const labelsAt = async (marked: string, known?: readonly KnownName[]) =>
  (await offered(marked, known)).map(({ label }) => label.replaceAll('"', ""));
const hours = (days: string) => `{ "dialingStrategy": { "callingHours": { "days": [${days}] } } }`;

describe("Completion by the rest of the file", () => {
  it("lists the days of a week in order, with the used ones last", async () => {
    assert.deepEqual(
      await labelsAt(
        hours('{ "day": "WE" }, { "day": "MO" }, { "day": "|", "end": "6:00 PM" }, { "day": "SA" }'),
      ),
      ["TU", "TH", "FR", "SU", "MO", "WE", "SA"],
    );
  });

  it("does not count the day at the cursor as used", async () => {
    const labels = await labelsAt(hours('{ "day": "MO" }, { "day": "T|U" }'));
    assert.deepEqual(labels, ["TU", "WE", "TH", "FR", "SA", "SU", "MO"]);
  });

  const times: readonly (readonly [window: string, labels: readonly string[]])[] = [
    ['{ "start": "9:00 AM", "end": "|" }', ["12:00 PM", "5:00 PM", "6:00 PM", "8:00 PM"]],
    ['{ "start": "5:00 PM", "end": | }', ["6:00 PM", "8:00 PM"]],
    ['{ "end": "|", "start": "5:30 PM" }', ["6:00 PM", "8:00 PM"]],
    ['{ "start": "8:30 PM", "end": "|" }', ["9:00 PM", "10:00 PM", "11:00 PM", "11:59 PM"]],
    ['{ "start": "soon", "end": "|" }', ["12:00 PM", "5:00 PM", "6:00 PM", "8:00 PM"]],
    ['{ "start": "|", "end": "10:00 AM" }', ["8:00 AM", "9:00 AM"]],
    ['{ "start": "|", "end": "1:30 AM" }', ["12:00 AM", "1:00 AM"]],
    ['{ "start": "11:59 PM", "end": "|" }', []],
  ];
  for (const [window, labels] of times)
    it(`offers ${labels.join(", ") || "nothing"} in ${window}`, async () =>
      assert.deepEqual(await labelsAt(hours(window)), labels));

  it("inserts a time that is not an example of the schema", async () => {
    const [first] = await offered(hours('{ "start": "8:30 PM", "end": "|" }'));
    assert.equal(first?.textEdit?.newText, "9:00 PM");
    const [bare] = await offered(hours('{ "start": "8:30 PM", "end": | }'));
    assert.equal(bare?.textEdit?.newText, '"9:00 PM"');
  });

  it("lists the properties of the file's dialing mode first", async () => {
    const inMode = async (mode: string) => {
      const labels = await labelsAt(`{ "dialingMode": "${mode}", | }`);
      return ["queue_name", "maxSkips", "experienceFlowName", "enableMachineDetect"].filter(
        (key) => labels.indexOf(key) < labels.indexOf("schedule"),
      );
    };
    assert.deepEqual(await inMode("Agentless"), ["experienceFlowName", "enableMachineDetect"]);
    assert.deepEqual(await inMode("Preview"), ["queue_name", "maxSkips"]);
    assert.deepEqual(await inMode("Progressive"), ["queue_name"]);
    const labels = await labelsAt('{ "dialingMode": "Preview", | }');
    assert.ok(labels.indexOf("enableMachineDetect") < labels.indexOf("strategy"), labels.join());
  });

  it("names the modes of the properties that have no effect in the file's mode", async () => {
    const named = (await offered('{ "dialingMode": "Agentless", | }')).flatMap(({ label, labelDetails }) =>
      labelDetails?.description?.startsWith("only ") ? [[label, labelDetails.description]] : [],
    );
    assert.deepEqual(named, [
      ["maxSkips", "only Preview"],
      ["queue_name", "only Preview, Progressive"],
    ]);
  });
});

describe("Every list of values", () => {
  for (const { path } of describedProperties())
    for (const value of ["|", '"|"'])
      it(`contains only values, without duplicates: ${path.join(".")}: ${value}`, async () => {
        const items = (await offered(textAt(path, value))).filter(({ kind }) => kind === 12);
        const texts = items.map(({ textEdit }) => textEdit?.newText);
        assert.deepEqual(texts, [...new Set(texts)]);
        for (const { label, textEdit } of items)
          assert.ok(!/^"?\$/.test(textEdit?.newText ?? ""), `${label} is not a value.`);
      });
});

describe("Names that were used before", () => {
  const known = [
    { name: "Renewals", origin: "billing.campaign.json" },
    { name: "Default Queue", origin: "submitted 2 days ago" },
  ];

  for (const [text, inserted] of [
    ['{ "queue_name": "|" }', "Renewals"],
    ['{ "queue_name": | }', '"Renewals"'],
    ['{ "contactLists": [ "A", | ] }', '"Renewals"'],
    ['{ "contactLists": [ | "A" ] }', '"Renewals",'],
    ['{ "queue_name": "Ren|,\n "maxSkips": 1 }', '"Renewals"'],
    ['{ "queue_name": Ren| }', '"Renewals"'],
  ] as const)
    it(`come first, with their origin, and are inserted in ${text}`, async () => {
      const [first] = await offered(text, known);
      assert.deepEqual([first?.label, first?.detail], ['"Renewals"', "billing.campaign.json"]);
      assert.equal(first?.textEdit?.newText, inserted);
    });

  it("replace the schema's example of the same name", async () => {
    const items = await offered('{ "queue_name": "|" }', known);
    const found = items.filter(({ label }) => label === '"Default Queue"');
    assert.deepEqual(
      found.map(({ detail }) => detail),
      ["submitted 2 days ago"],
    );
  });

  it("are not offered while a string is typed", async () => {
    assert.deepEqual(await offered('{ "queue_name": "R|" }', known, true), []);
  });

  it("keep quotes and backslashes", async () => {
    const [item] = await offered('{ "queue_name": "|" }', [{ name: 'A "B" \\C', origin: "" }]);
    const edit = item?.textEdit;
    assert.ok(edit !== undefined && "range" in edit);
    assert.equal(edit.newText, JSON.stringify('A "B" \\C'));
    assert.deepEqual([edit.range.start.character, edit.range.end.character], [16, 18]);
    assert.equal(item?.insertTextFormat, undefined);
  });
});
