import assert from "node:assert/strict";
import { validate } from "../../../src/core/campaign/generated/validate";
import { bases, put } from "./faults";
import { describedProperties } from "./schema-tree";

describe("the texts of the campaign schema", () => {
  for (const { path, schema } of describedProperties()) {
    it(`${path.join(".")} is documented`, () => {
      for (const text of [schema.title, schema.description, schema.markdownDescription]) {
        assert.ok(text !== undefined && text.length > 2);
      }
      assert.ok(schema.enum ?? schema.examples, "neither values nor examples");
      assert.match(schema.markdownDescription ?? "", /\(https:\/\/koreai\.mintlify\.app\/[\w/-]+\)/);
      assert.equal(schema.defaultSnippets?.length, 1);
      assert.ok(schema.defaultSnippets[0]?.label);
    });

    it(`${path.join(".")}: every value has a meaning`, () => {
      assert.equal(schema.enumDescriptions?.length, schema.enum?.length);
      assert.equal(schema.markdownEnumDescriptions?.length, schema.enum?.length);
    });

    it(`${path.join(".")}: its examples are valid`, () => {
      const agentless = path[0] === "experienceFlowName" || path[0] === "enableMachineDetect";
      for (const example of schema.examples ?? []) {
        const base = agentless ? bases.Agentless : bases.Preview;
        const campaign = put(base, `/${path.join("/")}`, example);
        assert.ok(validate(campaign), JSON.stringify([example, validate.errors]));
      }
    });
  }
});
