import assert from "node:assert/strict";
import { loadOnce } from "../../../src/editor/ui/load-once";

describe("loadOnce", () => {
  it("loads again only after a failure", async () => {
    let loads = 0;
    const load = loadOnce(() => (++loads === 1 ? Promise.reject(new Error("busy")) : Promise.resolve(loads)));
    await assert.rejects(load());
    assert.deepEqual(await Promise.all([load(), load()]), [2, 2]);
    assert.equal(await load(), 2);
  });
});
