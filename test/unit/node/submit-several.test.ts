import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { outcomes, several, severalScene, yes, type SeveralScene } from "./several-scene";
import { atTerminal, MINUTE } from "./submit-scene";

describe("campaign-json submit, with several files,", () => {
  let { at, cwd, campaignFile, run, close } = {} as SeveralScene;
  beforeEach(async () => ({ at, cwd, campaignFile, run, close } = await severalScene()));
  afterEach(() => close());

  it("submits the campaigns of a folder one after another, and reports each", async () => {
    for (const file of ["a", "sub/b", "c"]) campaignFile(`${file}.campaign.json`);
    writeFileSync(path.join(cwd, ".campaignlint.json"), "{}");
    let underWay = 0;
    let most = 0;
    const ran = await run(["."], yes, {
      transport: async (...call: Parameters<typeof fetchTransport>) => {
        most = Math.max(most, ++underWay);
        const result = await fetchTransport(...call);
        underWay--;
        return result;
      },
    });
    const { results, summary } = several(ran);
    assert.deepEqual(
      results.map(({ file, outcome, httpStatus }) => [file, outcome, httpStatus]),
      ["a", "c", "sub/b"].map((name) => [`${name}.campaign.json`, "accepted", 200]),
    );
    assert.deepEqual([summary["files"], summary["accepted"], summary["exists"]], [3, 3, 0]);
    assert.deepEqual([ran.code, most, at.server.creations()], [0, 1, 3]);
    assert.deepEqual((await at.ledger().history()).entries[0]?.file, "sub/b.campaign.json");
  });

  it("sends nothing the second time", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    assert.equal((await run(["*.campaign.json"])).code, 0);
    at.now += MINUTE;
    const second = await run(["*.campaign.json"]);
    assert.deepEqual([second.code, outcomes(second), at.server.creations()], [0, ["exists", "exists"], 2]);
  });

  it("prints a single report for one file, and a list for one file from a folder or pattern", async () => {
    campaignFile("a.campaign.json");
    assert.equal(
      (JSON.parse((await run(["a.campaign.json"])).out) as Record<string, unknown>)["outcome"],
      "accepted",
    );
    for (const name of [".", "*.campaign.json"]) {
      at.now += MINUTE;
      assert.deepEqual(outcomes(await run([name])), ["exists"]);
    }
  });

  it("creates one of two identical campaigns", async () => {
    campaignFile("a.campaign.json", "Spring");
    campaignFile("b.campaign.json", "Spring");
    const ran = await run(["a.campaign.json", "b.campaign.json"]);
    assert.deepEqual([ran.code, outcomes(ran), at.server.creations()], [0, ["accepted", "exists"], 1]);
    const practised = await run(["."], ["--yes", "--practice"], { env: {} });
    assert.deepEqual([practised.code, outcomes(practised)], [0, ["accepted", "exists"]]);
  });

  it("does not create a second campaign of the same name with --yes", async () => {
    campaignFile("a.campaign.json", "Spring");
    campaignFile("b.campaign.json", "spring");
    const ran = await run(["."]);
    assert.deepEqual([ran.code, outcomes(ran), at.server.creations()], [4, ["accepted", "not-sent"], 1]);
    assert.equal(several(ran).results[1]?.["reason"], "submitted-meanwhile");
  });

  it("continues after a file with errors, and exits with the worst code", async () => {
    writeFileSync(path.join(cwd, "a.campaign.json"), '{ "name": "x" }');
    campaignFile("b.campaign.json");
    const ran = await run(["."]);
    assert.deepEqual([ran.code, outcomes(ran), at.server.creations()], [1, ["invalid-file", "accepted"], 1]);
    assert.ok(Array.isArray(several(ran).results[0]?.["problems"]));
    assert.equal(several(ran).summary["invalid-file"], 1);
  });

  for (const option of ["--again", "--looked-up"])
    it(`sends nothing with ${option}, which applies to one campaign`, async () => {
      for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
      const { code, err } = await run(["."], [...yes, option]);
      assert.equal(code, 2);
      assert.match(err, /apply to one campaign/);
      assert.equal(at.server.creations(), 0);
      assert.equal((await run(["a.campaign.json"], [...yes, option])).code, 0);
    });

  it("needs no connection if every file has errors", async () => {
    for (const file of ["a", "b"]) writeFileSync(path.join(cwd, `${file}.campaign.json`), "{}");
    const ran = await run(["."], yes, { env: {} });
    assert.deepEqual([ran.code, outcomes(ran)], [1, ["invalid-file", "invalid-file"]]);
  });

  for (const [what, paths] of [
    ["a path that does not exist", ["a.campaign.json", "no-such.campaign.json"]],
    ["a pattern without a match", ["a.campaign.json", "no-such-*.campaign.json"]],
    ["a file that cannot be read", ["a.campaign.json", "binary.campaign.json"]],
    ["a folder without campaigns", ["empty"]],
    ["an empty path", ["a.campaign.json", ""]],
  ] as const)
    it(`sends nothing at all and exits 2: ${what}`, async () => {
      campaignFile("a.campaign.json");
      mkdirSync(path.join(cwd, "empty"));
      writeFileSync(path.join(cwd, "binary.campaign.json"), Buffer.from([0xff, 0xfe, 0, 0xd8]));
      const ran = await run(paths);
      assert.deepEqual([ran.code, ran.out, at.server.arrived.length], [2, "", 0]);
      assert.match(ran.err, /^error: /);
    });

  it("stops asking after Ctrl+C at a question", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    let asked = 0;
    const ask = (): Promise<string | undefined> => {
      asked++;
      return Promise.resolve(undefined);
    };
    const ran = await run(["."], [], { ...atTerminal, ask });
    assert.deepEqual([ran.code, outcomes(ran), asked], [130, ["cancelled", "cancelled"], 1]);
    assert.deepEqual([at.server.arrived.length, (await at.ledger().history()).entries], [0, []]);
  });

  it("can be interrupted while it searches folders", async () => {
    campaignFile("a.campaign.json");
    const onInterrupt: SubmitDeps["onInterrupt"] = (listener) => {
      listener();
      return () => undefined;
    };
    const ran = await run(["."], yes, { onInterrupt });
    assert.deepEqual([ran.code, ran.out, ran.err, at.server.arrived.length], [130, "", "", 0]);
  });

  it("sends no further file after an interrupt", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    let interrupt = (): void => undefined;
    const ran = await run(["."], ["--yes", "--format", "text"], {
      onInterrupt: (listener: () => void) => {
        interrupt = listener;
        return () => undefined;
      },
      transport: async (...call: Parameters<typeof fetchTransport>) => {
        const result = await fetchTransport(...call);
        interrupt();
        return result;
      },
    });
    assert.deepEqual([ran.code, at.server.creations()], [130, 1]);
    assert.match(
      ran.out,
      /^a\.campaign\.json\nCampaign accepted: cd-[^]*\n\nb\.campaign\.json\nCanceled: nothing was sent\.\n\n2 files: 1 accepted, 1 cancelled\n$/,
    );
  });

  it("reports what was sent before a bug in the program", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    let out = "";
    let calls = 0;
    const failing = run(["."], yes, {
      out: (text: string) => (out += text),
      transport: (...call: Parameters<typeof fetchTransport>) =>
        calls++ === 0 ? fetchTransport(...call) : Promise.reject(new TypeError("a bug")),
    });
    await assert.rejects(failing, TypeError);
    const { results } = several({ out });
    assert.deepEqual(
      results.map(({ file, outcome }) => [file, outcome]),
      [["a.campaign.json", "accepted"]],
    );
  });

  it("shows the requests of a dry run", async () => {
    for (const file of ["a.campaign.json", "b.campaign.json"]) campaignFile(file);
    const ran = await run(["."], ["--dry-run"]);
    assert.deepEqual([ran.code, outcomes(ran), at.server.arrived.length], [0, ["dry-run", "dry-run"], 0]);
  });
});
