import assert from "node:assert/strict";
import { maxCampaignLength, maxDepth } from "../../../src/core/campaign/document";
import { allZones } from "../../../src/core/zones/zones";
import { parseDocument } from "../../../src/core/campaign/document";
import { campaignLanguage } from "../../../src/language";

const zones = [...allZones().keys()];
const language = campaignLanguage(zones);

describe("the language half", () => {
  const schemas = [
    "./campaign.schema.json",
    "https://example.com/none.json",
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2020-12/schema",
    "not an address",
    "",
  ];
  for (const schema of schemas) {
    it(`explains a campaign that names the schema "${schema}"`, async () => {
      const text = `{\n  "$schema": ${JSON.stringify(schema)},\n  "dialingMode": "Preview",\n  \n}`;
      const campaign = language.read(parseDocument(text));
      const labels = (await campaign.complete({ line: 3, character: 2 })).map(({ label }) => label);
      assert.ok(labels.includes("contactLists"), labels.join());
      assert.ok(!labels.includes("dialingMode"));
      const hover = await campaign.hover({ line: 2, character: 5 });
      assert.match(JSON.stringify(hover?.contents), /Dialing mode/);
    });
  }

  it("suggests every time zone at its place, and only there", async () => {
    const text = '{"dialingStrategy": {"callingHours": {"timezone": "", "frequency": ""}}}';
    const at = async (key: string) => {
      const character = text.indexOf(`"${key}": "`) + key.length + 5;
      return (await language.read(parseDocument(text)).complete({ line: 0, character })).map(
        ({ label }) => label,
      );
    };
    const offered = await at("timezone");
    for (const zone of zones) assert.ok(offered.includes(JSON.stringify(zone)), zone);
    assert.deepEqual(offered, [...new Set(offered)]);
    assert.ok(!(await at("frequency")).includes('"Asia/Kolkata"'));
  });

  it("suggests them without quotes too", async () => {
    for (const typed of ["Asia", "Asia/", "Asia/Kol", "America/Argentina/B"]) {
      const text = `{"dialingStrategy": {"callingHours": {"timezone": ${typed}, "days": []}}}`;
      const character = text.indexOf(typed) + typed.length;
      const items = await language.read(parseDocument(text)).complete({ line: 0, character });
      const edit = items.find(({ label }) => label === '"Asia/Kolkata"')?.textEdit;
      assert.ok(edit !== undefined && "range" in edit, typed);
      const { start, end } = edit.range;
      assert.equal(text.slice(start.character, end.character), typed);
      assert.equal(edit.newText, '"Asia/Kolkata"');
    }
  });

  it("completes the key of the time zone with a value to type over", async () => {
    const text = '{"dialingStrategy": {"callingHours": {  }}}';
    const items = await language
      .read(parseDocument(text))
      .complete({ line: 0, character: text.indexOf("  }") + 1 });
    const item = items.find(({ label }) => label === "timezone");
    assert.equal(item?.textEdit?.newText, '"timezone": "${1:America/Chicago}"');
  });

  it("reads no text beyond the limits of the check, so it never recurses deeply or takes long", async () => {
    const last = { line: 0, character: 40 };
    for (const text of [
      "[".repeat(100_000),
      '{"a":'.repeat(100_000),
      '{"a" '.repeat(100_000),
      `${" ".repeat(maxCampaignLength)}{}`,
    ]) {
      const campaign = language.read(parseDocument(text));
      assert.deepEqual(await campaign.complete(last), []);
      assert.equal(await campaign.hover(last), undefined);
      assert.deepEqual(campaign.symbols(), []);
      assert.deepEqual(campaign.folds(), []);
      assert.deepEqual(campaign.selections([last]), []);
      assert.deepEqual(campaign.format({ tabSize: 2, insertSpaces: true }), []);
    }
    const deep = `{"name": ${"[".repeat(maxDepth - 1)}${"]".repeat(maxDepth - 1)}}`;
    assert.notDeepEqual(language.read(parseDocument(deep)).symbols(), []);
  });

  it("accepts any text", async () => {
    for (const text of ["", "{", '{"', '{"a', '{"a":', '[{"timezone": "Asia/', "/* ", '"\\', "\uFEFF{}"]) {
      const campaign = language.read(parseDocument(text));
      const end = { line: 0, character: text.length };
      await campaign.complete(end);
      await campaign.hover(end);
      campaign.symbols();
      campaign.folds();
      campaign.selections([end]);
      campaign.format({ tabSize: 2, insertSpaces: true });
    }
  });
});
