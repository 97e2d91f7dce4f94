import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { outcomes, several, severalScene, yes, type SeveralScene } from "./several-scene";
import { MINUTE } from "./submit-scene";

describe("campaign-json submit, when one of several files has no response,", () => {
  let { at, cwd, campaignFile, run, close } = {} as SeveralScene;
  beforeEach(async () => ({ at, cwd, campaignFile, run, close } = await severalScene()));
  afterEach(() => close());

  it("stops at the first that may have been created, and exits 5", async () => {
    for (const file of ["a.campaign.json", "d.campaign.json"]) writeFileSync(path.join(cwd, file), "{}");
    for (const file of ["b.campaign.json", "c.campaign.json", "e.campaign.json"]) campaignFile(file);
    at.server.mode = "lose-answers";
    const ran = await run(["."]);
    assert.deepEqual(
      [ran.code, outcomes(ran), at.server.creations()],
      [5, ["invalid-file", "unknown", "not-sent", "invalid-file", "not-sent"], 1],
    );
    const { results, summary } = several(ran);
    assert.deepEqual(
      results.map(({ reason }) => reason === "earlier-unknown"),
      [false, false, true, false, true],
    );
    assert.match(
      String(results[2]?.["message"]),
      /^Not sent, because the outcome of b\.campaign\.json is unknown\. /,
    );
    assert.deepEqual([summary["unknown"], summary["not-sent"], summary["invalid-file"]], [1, 2, 2]);
    // The next run looks it up, and continues.
    at.server.mode = "pass";
    at.now += MINUTE;
    const next = await run(["."]);
    assert.deepEqual(outcomes(next), ["invalid-file", "exists", "accepted", "invalid-file", "accepted"]);
  });

  it("stops at a file that an earlier run left without a response, and says so in the text", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    at.server.mode = "lose-answers";
    assert.equal((await run(["a.campaign.json"])).code, 5);
    at.server.mode = "refuse-reading";
    at.now += MINUTE;
    const ran = await run(["."], ["--yes", "--format", "text"]);
    assert.deepEqual([ran.code, at.server.creations()], [5, 1]);
    assert.match(
      ran.out,
      /\n\nb\.campaign\.json\nNot sent, because the outcome of a\.campaign\.json is unknown\.\n[^]*\n\n2 files: 1 not-sent, 1 unknown\n$/,
    );
  });
});

describe("campaign-json submit, with more files than the account takes calls in a minute,", () => {
  let { at, campaignFile, run, close } = {} as SeveralScene;
  beforeEach(async () => {
    ({ at, campaignFile, run, close } = await severalScene());
    for (let file = 100; file < 152; file++) campaignFile(`${file}.campaign.json`);
  });
  afterEach(() => close());

  it("waits before the 51st call", async () => {
    const waits: [number, number][] = [];
    const wait: SubmitDeps["wait"] = (ms) => {
      waits.push([at.server.creations(), ms]);
      at.now += ms;
      return Promise.resolve();
    };
    const ran = await run(["."], yes, { wait });
    assert.deepEqual([ran.code, several(ran).summary["accepted"], at.server.creations()], [0, 52, 52]);
    assert.deepEqual(waits, [[50, MINUTE]]);
  });

  it("sends nothing more after an interrupt during the wait", async () => {
    let interrupt = (): void => undefined;
    const ran = await run(["."], yes, {
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      wait: () => {
        interrupt();
        return Promise.resolve();
      },
    });
    const { summary } = several(ran);
    assert.deepEqual([ran.code, summary["accepted"], summary["cancelled"]], [130, 50, 2]);
    assert.equal(at.server.creations(), 50);
    // The campaign that waited is not left as one that may have been created.
    const { entries } = await at.ledger().history();
    assert.ok(entries.every(({ state }) => state !== "pending"));
  });
});
