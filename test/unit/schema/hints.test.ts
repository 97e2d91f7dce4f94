import assert from "node:assert/strict";
import { MarkupContent, type CompletionItem } from "vscode-json-languageservice";
import { validate } from "../../../src/core/campaign/generated/validate";
import { expandSnippet } from "../snippets/expand";
import { allowed, bases, faults, put } from "./faults";
import { jsonService } from "./json-service";
import { describedProperties, textAt, type Described } from "./schema-tree";

const service = jsonService("schemas/campaign.hint.schema.json");
const offered = describedProperties().filter(({ schema }) => schema.doNotSuggest !== true);
const properties = offered.filter(({ path }) => typeof path.at(-1) === "string");
const title = ({ path }: Described) => path.join(".");

function documentation(item: CompletionItem): string {
  const { documentation: docs } = item;
  return MarkupContent.is(docs) ? docs.value : (docs ?? "");
}

/** A sample that has the property. */
function baseFor({ path }: Described): unknown {
  const agentless = path[0] === "experienceFlowName" || path[0] === "enableMachineDetect";
  return agentless ? bases.Agentless : bases.Preview;
}

/** Asserts that this place is valid. Another dialing mode may require more elsewhere. */
function assertFits(place: Described, value: unknown): void {
  const pointer = `/${place.path.join("/")}`;
  validate(put(baseFor(place), pointer, value));
  const wrong = validate.errors?.filter((error) => error.instancePath.startsWith(pointer)) ?? [];
  assert.deepEqual(wrong, [], JSON.stringify(value));
}

describe("the hint schema reports nothing", () => {
  const campaigns = [
    ...Object.entries(bases),
    ...allowed,
    ...faults.map((f) => [f.title, f.campaign] as const),
  ];
  for (const [name, campaign] of campaigns) {
    it(name, async () => assert.deepEqual(await service.problems(JSON.stringify(campaign)), []));
  }

  it("comments and trailing commas", async () => {
    assert.deepEqual(
      await service.problems('{ // why\n "name": "x", /* so */ "contactLists": ["a",], }'),
      [],
    );
  });

  for (const text of ["[]", "7", "null", '"text"', "true", "{}"]) {
    it(`${text} as the whole document`, async () => assert.deepEqual(await service.problems(text), []));
  }
});

describe("the hint schema completes a key", () => {
  for (const place of properties) {
    it(title(place), async () => {
      const key = String(place.path.at(-1));
      const items = await service.complete(textAt(place.path.slice(0, -1), "{ | }"));
      const item = items.find(({ label }) => label === key);
      assert.ok(item, "it is not offered");
      assert.equal(documentation(item), place.schema.markdownDescription);
      // A text that ends in an empty tab stop would insert only the key.
      assert.doesNotMatch(item.insertText ?? "", /\$1$/);
      const inserted = JSON.parse(`{${expandSnippet(item.insertText ?? "")}}`) as Record<string, unknown>;
      assertFits(place, inserted[key]);
    });
  }

  it("does not suggest $schema, which would replace these suggestions", async () => {
    const items = await service.complete("{ | }");
    assert.ok(!items.some(({ label }) => label === "$schema"));
  });
});

describe("the hint schema completes a value", () => {
  for (const place of offered) {
    const { enum: values, markdownEnumDescriptions, examples, defaultSnippets, type } = place.schema;

    it(`${title(place)}: every suggestion is valid`, async () => {
      const items = await service.complete(textAt(place.path, "|"));
      assert.ok(items.length > 0);
      for (const item of items) {
        const value: unknown = JSON.parse(expandSnippet(item.insertText ?? ""));
        assertFits(place, value);
      }
      const labels = new Set(items.map(({ label }) => label));
      for (const snippet of defaultSnippets ?? []) assert.ok(labels.has(snippet.label), snippet.label);
    });

    if (values !== undefined) {
      it(`${title(place)}: every value with its meaning`, async () => {
        const items = await service.complete(textAt(place.path, "|"));
        for (const [index, value] of values.entries()) {
          const item = items.find(({ label }) => label === JSON.stringify(value));
          assert.ok(item, String(value));
          assert.equal(documentation(item), markdownEnumDescriptions?.[index]);
        }
      });
    } else if (type === "boolean") {
      it(`${title(place)}: true and false`, async () => {
        const labels = (await service.complete(textAt(place.path, "|"))).map(({ label }) => label);
        assert.ok(labels.includes("true") && labels.includes("false"));
      });
    } else if (type === "string" || type === "integer") {
      it(`${title(place)}: every example`, async () => {
        const labels = (await service.complete(textAt(place.path, "|"))).map(({ label }) => label);
        for (const example of examples ?? []) {
          const start = JSON.stringify(example).slice(0, 50);
          assert.ok(
            labels.some((label) => label.startsWith(start)),
            start,
          );
        }
      });
    }
  }

  it("a window in the list of windows", async () => {
    const items = await service.complete(textAt(["dialingStrategy", "callingHours", "days"], "[ | ]"));
    assert.ok(items.some(({ label }) => label === "Calling window"));
  });
});

describe("the hint schema explains in hovers", () => {
  for (const place of properties) {
    it(`${title(place)}: describes it`, async () => {
      const key = JSON.stringify(place.path.at(-1));
      const parent = textAt(place.path.slice(0, -1), `{ ${key.slice(0, 2)}|${key.slice(2)}: 0 }`);
      const text = await service.hover(parent);
      const { title: heading = "?", markdownDescription = "?" } = place.schema;
      assert.ok(text.includes(JSON.stringify(markdownDescription).slice(1, -1)), text);
      assert.ok(text.includes(heading.replace(/-/g, "\\\\-")), text);
    });

    for (const [index, value] of (place.schema.enum ?? []).entries()) {
      it(`${title(place)}: describes the meaning of ${JSON.stringify(value)}`, async () => {
        const text = await service.hover(textAt(place.path, `|${JSON.stringify(value)}`));
        assert.ok(text.includes(place.schema.markdownEnumDescriptions?.[index] ?? "?"), text);
      });
    }
  }
});
