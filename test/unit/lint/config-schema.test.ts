import assert from "node:assert/strict";
import { Ajv } from "ajv";
import { parseConfig, ruleSettings } from "../../../src/core/lint/configuration/config";
import type { RuleOptions } from "../../../src/core/lint/configuration/rule-options";
import { profiles } from "../../../src/core/lint/legal/profiles";
import { rules } from "../../../src/core/lint/rules";
import { jsonService, readJson } from "../schema/json-service";

const file = "schemas/campaignlint.schema.json";
const manifest = readJson("package.json") as {
  contributes: {
    jsonValidation: { fileMatch: string | string[]; url: string }[];
    languages: { id: string; filenames?: string[] }[];
  };
};

/** Valid and invalid settings of a rule's options. */
function optionCases(id: string, options: RuleOptions): object[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const values: unknown[] =
      option.kind === "number"
        ? [option.default, option.minimum, option.maximum, option.minimum - 1, option.maximum + 1, 2.5, "20"]
        : [option.default, ["US", "CA"], ["us"], ["XX"], "US", [1]];
    const settings = [["info"], ["info", {}], ["info", {}, 1], [{}, {}], ["info", 1], ["info", { nope: 1 }]];
    const set = values.map((value) => ["info", { [name]: value }]);
    return [...settings, ...set].map((setting) => ({ rules: { [id]: setting } }));
  });
}

describe("the schema of a configuration", () => {
  const service = jsonService(file);
  const ajv = new Ajv({ strict: true, strictTypes: false });
  ajv.addVocabulary(["allowComments", "allowTrailingCommas", "defaultSnippets"]);
  ajv.addVocabulary(["markdownDescription", "enumDescriptions", "markdownEnumDescriptions"]);
  const valid = ajv.compile(readJson(file) as object);

  it("accepts and rejects the same configurations as the linter", () => {
    const configs = [
      ...rules.flatMap(({ id }) => ruleSettings.map((setting) => ({ rules: { [id]: setting } }))),
      ...profiles.map(({ id }) => ({ profiles: [id] })),
      ...[{}, { $schema: "x" }, { rules: {}, profiles: [] }],
      ...[[], 1, { rules: [] }, { rules: { nope: "off" } }, { rules: { "schema/enum": "off" } }],
      ...[{ rules: { "no-skips": "warn" } }, { rules: { "no-skips": 1 } }, { profiles: "us-tcpa" }],
      ...rules.flatMap(({ id, options }) => optionCases(id, options)),
      ...[{ rules: { "no-skips": ["off", {}] } }, { rules: { "ring-time-short": ["warn", {}] } }],
      ...[{ profiles: ["nope"] }, { profiles: [1] }, { extra: 1 }, { $schema: 1 }],
    ];
    for (const config of configs) {
      const text = JSON.stringify(config);
      assert.equal(valid(config), parseConfig(text).problems.length === 0, text);
    }
  });

  it("completes and explains the options of a rule", async () => {
    const hints = jsonService("schemas/campaignlint.hint.schema.json");
    for (const { id, options } of rules) {
      for (const [name, { summary }] of Object.entries(options)) {
        const items = await hints.complete(`{ "rules": { "${id}": ["info", { | }] } }`);
        assert.ok(
          items.some(({ label }) => label === name),
          `${id}: ${name}`,
        );
        const hover = await hints.hover(
          `{ "rules": { "${id}": ["info", { "${name.slice(0, 2)}|${name.slice(2)}": 1 }] } }`,
        );
        assert.ok(hover.replaceAll("\\", "").includes(summary), hover);
      }
    }
    const severities = await hints.complete('{ "rules": { "ring-time-short": [|] } }');
    assert.ok(severities.some(({ label }) => label === '"warning"'));
    const countries = await hints.complete(
      '{ "rules": { "caller-id-country": ["info", { "countries": [|] }] } }',
    );
    assert.ok(countries.some(({ label }) => label === '"CA"'));
  });

  it("completes the rules, their settings, and the profiles", async () => {
    const labels = async (text: string) => (await service.complete(text)).map(({ label }) => label);
    const ids = await labels('{ "rules": { | } }');
    assert.deepEqual(
      rules.filter(({ id }) => !ids.includes(id)),
      [],
    );
    const settings = await labels('{ "rules": { "no-skips": | } }');
    for (const setting of ruleSettings)
      assert.ok(settings.includes(JSON.stringify(setting)), settings.join());
    const known = await labels('{ "profiles": [|] }');
    for (const { id } of profiles) assert.ok(known.includes(JSON.stringify(id)), known.join());
  });

  it("inserts a setting for the selected rule, with the others as choices", async () => {
    const hints = jsonService("schemas/campaignlint.hint.schema.json");
    const item = (await hints.complete('{ "rules": { "no-s|" } }')).find(({ label }) => label === "no-skips");
    assert.equal(item?.insertText, '"no-skips": "${1|off,hint,info,warning,error|}"');
    // Not every editor reads keywords next to a reference.
    const { properties } = readJson("schemas/campaignlint.hint.schema.json") as {
      properties: { rules: { properties: Record<string, object> } };
    };
    for (const rule of Object.values(properties.rules.properties)) assert.ok(!("$ref" in rule));
  });

  it("inserts a rule's own severity with its ID", async () => {
    const items = await service.complete('{ "rules": { | } }');
    const item = items.find(({ label }) => label === "no-skips");
    assert.match(JSON.stringify(item), /hint/);
  });

  it("explains a rule at its ID", async () => {
    const hover = await service.hover('{ "rules": { "no-ski|ps": "off" } }');
    const rule = rules.find(({ id }) => id === "no-skips");
    assert.ok(hover.includes("no-skips.md") && hover.includes(JSON.stringify(rule?.why).slice(1, -1)), hover);
  });

  it("accepts comments and trailing commas, and names an unknown rule", async () => {
    assert.deepEqual(await service.problems('{ // ours\n "rules": { "no-skips": "off", }, }'), []);
    const [problem] = await service.problems('{ "rules": { "no-skps": "off" } }');
    assert.match(JSON.stringify(problem?.message), /no-skps/);
  });

  it("is the one in the manifest for these files, which are JSON with comments", () => {
    const { jsonValidation, languages } = manifest.contributes;
    const entry = jsonValidation.find(({ fileMatch }) => fileMatch.includes(".campaignlint.json"));
    assert.equal(entry?.url, "./schemas/campaignlint.hint.schema.json");
    assert.ok(
      languages.some(({ id, filenames }) => id === "jsonc" && filenames?.includes(".campaignlint.json")),
    );
  });
});
