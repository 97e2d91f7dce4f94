import assert from "node:assert/strict";
import { accountIdHint, checkId, streamIdHint } from "../../../src/editor/connections/ids";

describe("Typed IDs of a connection", () => {
  for (const [text, id] of [
    [" acc-1 ", "acc-1"],
    ["acc 1", undefined],
    ["acc\u00a01", undefined],
    ["acc\t1", undefined],
    ["", undefined],
  ] as const)
    it(`${JSON.stringify(text)} is ${id ?? "rejected"}`, () => {
      const parsed = checkId(text, "account ID");
      assert.equal(parsed.valid ? parsed.value : undefined, id);
    });

  it("get a hint if they look like the other kind", () => {
    assert.equal(accountIdHint("acc-1"), undefined);
    assert.match(accountIdHint("st-1") ?? "", /stream ID/);
    assert.equal(streamIdHint("st-1"), undefined);
    assert.match(streamIdHint("acc-1") ?? "", /st-/);
    assert.match(streamIdHint("st-") ?? "", /st-/);
  });
});
