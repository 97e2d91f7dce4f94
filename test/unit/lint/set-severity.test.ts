import assert from "node:assert/strict";
import { applyEdits } from "../../../src/core/campaign/problem";
import { parseConfig } from "../../../src/core/lint/configuration/config";
import { newConfigPath } from "../../../src/core/lint/configuration/lookup";
import { configWith, emptyConfig, setSeverity } from "../../../src/core/lint/configuration/set-severity";

function set(text: string, id = "ring-time-short"): string | undefined {
  const edits = setSeverity(text, id, "off");
  return edits && applyEdits(text, edits);
}

describe("setting a severity in a configuration", () => {
  const cases: readonly (readonly [before: string, after: string])[] = [
    ["", configWith("ring-time-short", "off")],
    [" \n", configWith("ring-time-short", "off")],
    ["{}", '{ "rules": { "ring-time-short": "off" } }'],
    ['{ "rules": {} }', '{ "rules": { "ring-time-short": "off" } }'],
    ['{ "rules": { "no-skips": "off" } }', '{ "rules": { "no-skips": "off", "ring-time-short": "off" } }'],
    ['{ "rules": { "ring-time-short": "info" } }', '{ "rules": { "ring-time-short": "off" } }'],
    ['{ "rules": { "ring-time-short": "warn" } }', '{ "rules": { "ring-time-short": "off" } }'],
    [
      '{ "rules": { "ring-time-short": ["info", { "seconds": 20 }] } }',
      '{ "rules": { "ring-time-short": ["off", { "seconds": 20 }] } }',
    ],
    [
      '{\n  "rules": {\n    // ours\n    "no-skips": "off", // agents may not skip\n  },\n}',
      '{\n  "rules": {\n    // ours\n    "no-skips": "off", // agents may not skip\n    "ring-time-short": "off"\n  },\n}',
    ],
    [
      '{\r\n  "rules": {\r\n    "no-skips": "off" /* agents may not */\r\n  }\r\n}',
      '{\r\n  "rules": {\r\n    "no-skips": "off", /* agents may not */\r\n    "ring-time-short": "off"\r\n  }\r\n}',
    ],
    [
      '{ "rules": { "no-skips": "off" /* ours */ } }',
      '{ "rules": { "no-skips": "off", "ring-time-short": "off" /* ours */ } }',
    ],
  ];
  for (const [before, after] of cases)
    it(JSON.stringify(before), () => {
      const changed = set(before) ?? "";
      assert.equal(changed, after);
      const { severities, problems } = parseConfig(changed);
      assert.deepEqual([severities["ring-time-short"], problems], ["off", []]);
    });

  it("adds to the last of two duplicate keys, which is the one that counts", () => {
    const after = set('{ "rules": { "no-skips": "off" }, "rules": {} }') ?? "";
    assert.equal(parseConfig(after).severities["ring-time-short"], "off");
  });

  it("does not change a text that is not a valid configuration", () => {
    for (const text of [
      '{ "rules": [',
      "[]",
      '{ "rules": [] }',
      "nonsense",
      '{ "rules": {} "profiles": [] }',
    ])
      assert.equal(set(text), undefined, text);
  });

  it("starts from a configuration that sets nothing", () => {
    assert.deepEqual(parseConfig(emptyConfig), {
      severities: {},
      ruleOptions: {},
      profiles: [],
      problems: [],
    });
  });
});

describe("the place of a new configuration", () => {
  const place = (file: string, root: string | undefined, repository?: string) =>
    newConfigPath(file, root, (folder) => Promise.resolve(folder === repository));
  it("is the root of the workspace folder, or of a repository inside it", async () => {
    assert.equal(await place("/work/a/b/x.campaign.json", "/work"), "/work/.campaignlint.json");
    assert.equal(await place("/work/a/b/x.campaign.json", "/work", "/work/a"), "/work/a/.campaignlint.json");
    assert.equal(await place("/x.campaign.json", "/"), "/.campaignlint.json");
  });
  it("is next to a file outside every workspace folder", async () => {
    assert.equal(await place("/other/x.campaign.json", undefined), "/other/.campaignlint.json");
    assert.equal(await place("/other/x.campaign.json", "/work"), "/other/.campaignlint.json");
  });
});
