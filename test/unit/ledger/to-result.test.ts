import assert from "node:assert/strict";
import { createLedger } from "../../../src/core/ledger/ledger";
import { toResult } from "../../../src/core/ledger/to-result";
import { attempt } from "../submission/attempts";

describe("A ledger that cannot be read", () => {
  const refused = (): Promise<never> => Promise.reject(new Error("You have no permission for it."));
  const ledger = createLedger({
    store: { read: refused, update: refused },
    now: () => 0,
    owner: "a window",
    onDamage: () => assert.fail("It was not damaged."),
  });

  it("returns the error as a value, for reading and for recording", async () => {
    const no = { ok: false, detail: "You have no permission for it." };
    assert.deepEqual(await toResult(ledger.assess(attempt())), no);
    assert.deepEqual(await toResult(ledger.noteState("e-1", "Ready")), no);
  });

  it("does not change other results, including undefined", async () => {
    assert.deepEqual(await toResult(Promise.resolve(undefined)), { ok: true, value: undefined });
  });
});
