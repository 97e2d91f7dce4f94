import assert from "node:assert/strict";
import { fuzzOne } from "./fuzz";

describe("A thousand documents", () => {
  it("break no reader of text", function () {
    this.timeout(180_000);
    for (let seed = 1; seed <= 1000; seed++) {
      const [failure] = fuzzOne(seed);
      if (failure !== undefined)
        assert.fail(`npm run fuzz -- --seed ${failure.seed}\n${failure.target}: ${String(failure.error)}`);
    }
  });
});
