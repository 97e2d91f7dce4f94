import assert from "node:assert/strict";
import { checkCampaign } from "../../../src/core/lint/check";
import { parseConfig, ruleSettings } from "../../../src/core/lint/configuration/config";
import { profiles } from "../../../src/core/lint/legal/profiles";
import { rules } from "../../../src/core/lint/rules";
import { faultless } from "./placed";

describe("a configuration", () => {
  it("sets severities and profiles", () => {
    const text =
      '{ "rules": { "ring-time-short": "off", "no-skips": "error" }, "profiles": ["us-tcpa", "us-regf"] }';
    const { severities, profiles: chosen, problems } = parseConfig(text);
    assert.deepEqual(severities, { "ring-time-short": "off", "no-skips": "error" });
    assert.deepEqual(
      chosen.map(({ id }) => id),
      ["us-tcpa", "us-regf"],
    );
    assert.deepEqual(problems, []);
  });

  it("may contain comments, trailing commas, a schema's address and a byte order mark", () => {
    const text =
      '\uFEFF// ours\n{ "$schema": "./x.json", "rules": { "no-skips": "off", /* why */ }, "profiles": [], }';
    assert.deepEqual(parseConfig(text).problems, []);
    assert.deepEqual(parseConfig(text).severities, { "no-skips": "off" });
  });

  it("knows every rule, every setting and every profile", () => {
    for (const { id } of rules)
      for (const setting of ruleSettings)
        assert.deepEqual(parseConfig(JSON.stringify({ rules: { [id]: setting } })).problems, [], id);
    const ids = profiles.map(({ id }) => id);
    assert.deepEqual(parseConfig(JSON.stringify({ profiles: ids })).profiles, profiles);
  });

  it("is passed to the check unchanged", () => {
    const { dialingStrategy } = faultless() as { dialingStrategy: object };
    const campaign = {
      ...faultless(),
      name: " Spring",
      dialingStrategy: { ...dialingStrategy, maxRingTime: 10 },
    };
    const found = (text: string) =>
      checkCampaign(JSON.stringify(campaign), parseConfig(text)).problems.map(
        ({ code, severity }) => `${severity} ${code}`,
      );
    assert.deepEqual(found("{}"), ["warning untrimmed-name", "info ring-time-short"]);
    assert.deepEqual(found('{ "rules": { "untrimmed-name": "error", "ring-time-short": "off" } }'), [
      "error untrimmed-name",
    ]);
    assert.ok(found('{ "profiles": ["us-tsr"] }').includes("warning legal-ring-time"));
  });

  it("keeps valid settings next to invalid ones", () => {
    const text =
      '{ "rules": { "no-skips": "off", "nope": "off" }, "profiles": ["nope-at-all", "us-tcpa"], "x": 1 }';
    const { severities, profiles: chosen, problems } = parseConfig(text);
    assert.deepEqual(severities, { "no-skips": "off" });
    assert.deepEqual(
      chosen.map(({ id }) => id),
      ["us-tcpa"],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["config/unknown-rule", "config/unknown-profile", "config/unknown-property"],
    );
  });

  it("lists a profile once", () => {
    assert.equal(parseConfig('{ "profiles": ["us-tcpa", "us-tcpa"] }').profiles.length, 1);
  });
});
