import assert from "node:assert/strict";
import { assertFlat, FEWEST_TURNS } from "./heap";

describe("The comparison of the heap", () => {
  it("fails if each turn leaves something", async () => {
    const kept: number[][] = [];
    const leak = (turn: number): number => kept.push(Array.from({ length: 32_768 }, () => turn));
    await assert.rejects(assertFlat("leak", FEWEST_TURNS, leak), /leak: the heap grew from/);
    assert.equal(kept.length, FEWEST_TURNS);
  });

  it("passes if a turn leaves nothing", async () => {
    await assertFlat("turn", FEWEST_TURNS, (turn) => Array.from({ length: 32_768 }, () => turn).length);
  });

  it("refuses too few turns, instead of comparing nothing", async () => {
    await assert.rejects(
      assertFlat("turn", FEWEST_TURNS - 1, () => undefined),
      /too few/,
    );
  });
});
