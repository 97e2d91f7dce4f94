import assert from "node:assert/strict";
import fc from "fast-check";
import { validate } from "../../../src/core/campaign/generated/validate";
import { allowed, bases, faults, put } from "./faults";
import { jsonService } from "./json-service";
import { describedProperties } from "./schema-tree";

/** Two implementations read one schema. If they disagree, the schema is unclear. */
describe("the validator and VS Code's JSON service, both with the full schema", () => {
  const service = jsonService("schemas/campaign.schema.json");

  async function sameVerdict(campaign: unknown): Promise<void> {
    const problems = await service.problems(JSON.stringify(campaign));
    const messages = problems.map((problem) => problem.message);
    assert.equal(messages.length === 0, validate(campaign), JSON.stringify([messages, validate.errors]));
  }

  for (const [mode, campaign] of Object.entries(bases)) it(mode, () => sameVerdict(campaign));
  for (const [title, campaign] of allowed) it(title, () => sameVerdict(campaign));
  for (const { title, campaign } of faults) it(title, () => sameVerdict(campaign));

  it("any value at any place", async () => {
    const pointers = describedProperties().map(({ path }) => `/${path.join("/")}`);
    // The service only looks for a dot: 1.5e9 is not an integer for it and 1e-5 is one, unlike in JSON Schema.
    const json = fc.jsonValue({ maxDepth: 2 }).filter((any) => !/\de[+-]/.test(JSON.stringify(any)));
    const value = fc.oneof(
      json,
      fc.integer({ min: -1, max: 1500 }),
      fc.constantFrom("1", "Preview", "Agentless", "WEEKLY", "DAILY", "MO", "9:00 AM", "no", undefined),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(bases)),
        fc.constantFrom(...pointers),
        value,
        (base, pointer, changed) => sameVerdict(put(base, pointer, changed)),
      ),
      { numRuns: 500 },
    );
  });
});
