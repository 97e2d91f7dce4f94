import assert from "node:assert/strict";
import { loadOnce } from "../../../src/editor/ui/load-once";

describe("What is loaded once", () => {
  it("is loaded again after a failure, and only then", async () => {
    let loads = 0;
    const load = loadOnce(() => (++loads === 1 ? Promise.reject(new Error("busy")) : Promise.resolve(loads)));
    await assert.rejects(load());
    assert.deepEqual(await Promise.all([load(), load()]), [2, 2]);
    assert.equal(await load(), 2);
  });
});
