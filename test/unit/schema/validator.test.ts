import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "jsonc-parser";
import { validate } from "../../../src/core/campaign/generated/validate";
import { allowed, bases, faults } from "./faults";

const examples = path.join(__dirname, "../../../examples");

describe("campaign validator", () => {
  for (const [mode, campaign] of Object.entries(bases)) {
    it(`accepts the vendor's ${mode} sample`, () => {
      assert.ok(validate(campaign), JSON.stringify(validate.errors));
      assert.equal(validate.errors, null);
    });
  }

  for (const name of readdirSync(examples).filter((file) => file.endsWith(".campaign.json"))) {
    it(`accepts examples/${name}`, () => {
      const campaign: unknown = parse(readFileSync(path.join(examples, name), "utf8"));
      assert.ok(validate(campaign), JSON.stringify(validate.errors));
    });
  }

  for (const [title, campaign] of allowed) {
    it(`accepts ${title}`, () => assert.ok(validate(campaign), JSON.stringify(validate.errors)));
  }

  for (const { title, campaign, errors } of faults) {
    it(`rejects ${title}`, () => {
      assert.equal(validate(campaign), false);
      const said = (validate.errors ?? [])
        .filter((error) => error.keyword !== "if")
        .map((error) => `${error.keyword} ${error.instancePath}`);
      assert.deepEqual(said.sort(), [...errors].sort());
    });
  }

  it("reports every error at once", () => {
    assert.equal(validate({ name: 1, dialingMode: "Agentless", dialingStrategy: {} }), false);
    const keys = (validate.errors ?? []).map((error) => error.params["missingProperty"]).filter(Boolean);
    for (const key of ["dncLists", "experienceFlowName", "enableMachineDetect", "callerId", "maxRingTime"]) {
      assert.ok(keys.includes(key), key);
    }
  });

  it("names the allowed values", () => {
    validate({ ...bases.Preview, priority: "9" });
    assert.deepEqual(validate.errors?.[0]?.params, { allowedValues: ["1", "2", "3", "4", "5"] });
  });

  it("does not change its input", () => {
    const campaign = { ...bases.Preview, extra: true };
    const before = structuredClone(campaign);
    validate(campaign);
    assert.deepEqual(campaign, before);
  });
});
