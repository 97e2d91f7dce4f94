import assert from "node:assert/strict";
import { accountIdHint, checkId, streamIdHint } from "../../../src/editor/connections/ids";

describe("The IDs of a connection as a person types them", () => {
  for (const [text, id] of [
    [" acc-1 ", "acc-1"],
    ["acc 1", undefined],
    ["acc\u00a01", undefined],
    ["acc\t1", undefined],
    ["", undefined],
  ] as const)
    it(`${JSON.stringify(text)} is ${id ?? "refused"}`, () => {
      const parsed = checkId(text, "account ID");
      assert.equal(parsed.valid ? parsed.value : undefined, id);
    });

  it("get a word when they look like the other kind", () => {
    assert.equal(accountIdHint("acc-1"), undefined);
    assert.match(accountIdHint("st-1") ?? "", /stream ID/);
    assert.equal(streamIdHint("st-1"), undefined);
    assert.match(streamIdHint("acc-1") ?? "", /st-/);
    assert.match(streamIdHint("st-") ?? "", /st-/);
  });
});
