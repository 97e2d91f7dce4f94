import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { outcomes, several, severalScene, yes, type SeveralScene } from "./several-scene";
import { atTerminal, MINUTE } from "./submit-scene";
import type { Ran } from "./submit-run";

describe("campaign-json submit, with several files at a terminal,", () => {
  let { at, cwd, campaignFile, run, close } = {} as SeveralScene;
  beforeEach(async () => ({ at, cwd, campaignFile, run, close } = await severalScene()));
  afterEach(() => close());

  const file = (name: string): string => `${name}.campaign.json`;
  async function asked(
    answer: string | undefined,
    changes: Partial<SubmitDeps> = {},
  ): Promise<Ran & { readonly questions: readonly string[] }> {
    const questions: string[] = [];
    const ask = (question: string): Promise<string | undefined> => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    const ran = await run(["."], [], { ...atTerminal, ask, ...changes });
    return { ...ran, questions };
  }
  /** One created campaign, one that its file changed since, one with errors, and two new ones. */
  async function prepare(): Promise<void> {
    campaignFile(file("a"));
    campaignFile(file("b"));
    assert.equal((await run([file("a"), file("b")])).code, 0);
    campaignFile(file("b"), "changed");
    writeFileSync(path.join(cwd, file("c")), "{}");
    campaignFile(file("d"));
    campaignFile(file("e"));
    at.now += MINUTE;
  }

  it("prints a line for each file, and asks once for all that are to be created", async () => {
    await prepare();
    const ran = await asked("y");
    const lines = ran.err.split("\n");
    assert.deepEqual(
      lines.filter((line) => /^(create|exists|differs|has-errors) /.test(line)),
      [
        "exists      a.campaign.json",
        "differs     b.campaign.json",
        "has-errors  c.campaign.json",
        "create      d.campaign.json",
        "create      e.campaign.json",
      ],
    );
    assert.ok(lines.includes("Create 2 campaigns in account account-1?"));
    assert.deepEqual(ran.questions, ["Submit them? [y/N]"]);
    assert.deepEqual(outcomes(ran), ["exists", "exists", "invalid-file", "accepted", "accepted"]);
    assert.deepEqual([ran.code, at.server.creations()], [1, 4]);
  });

  for (const args of [[], yes])
    it(`does not create a second campaign from a file that changed, ${args.join("") || "without --yes"}`, async () => {
      campaignFile(file("a"));
      const first = await run([file("a"), file("a")]);
      campaignFile(file("a"), "changed");
      at.now += MINUTE;
      const ran = await run(["."], args, atTerminal);
      const [result] = several(ran).results;
      assert.deepEqual([ran.code, result?.["outcome"], at.server.creations()], [0, "exists", 1]);
      assert.deepEqual(ran.asked, []);
      assert.ok(first.out.includes(String(result?.["campaignId"])));
      assert.match(String(result?.["nextStep"]), /^Run `campaign-json update a\.campaign\.json` /);
      assert.match(ran.err, /^warning: a\.campaign\.json was not sent, .* exists with other values\. /m);
    });

  it("creates another campaign from a changed file that is submitted alone", async () => {
    campaignFile(file("a"));
    await run([file("a")]);
    campaignFile(file("a"), "changed");
    at.now += MINUTE;
    assert.equal((await run([file("a")])).code, 0);
    assert.equal(at.server.creations(), 2);
  });

  it("sends nothing after a no, or after Ctrl+C", async () => {
    for (const name of ["a", "b"]) campaignFile(file(name));
    for (const answer of ["n", undefined]) {
      const ran = await asked(answer);
      assert.deepEqual([ran.code, outcomes(ran)], [130, ["cancelled", "cancelled"]]);
      assert.equal(ran.questions.length, 1);
    }
    assert.deepEqual([at.server.arrived.length, (await at.ledger().history()).entries], [0, []]);
  });

  it("needs the account ID where real people are called", async () => {
    for (const name of ["a", "b"]) campaignFile(file(name));
    let calls = 0;
    const changes: Partial<SubmitDeps> = {
      env: {
        CAMPAIGN_JSON_HOST: "https://platform.kore.ai",
        CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
        CAMPAIGN_JSON_STREAM_ID: "st-1",
        CAMPAIGN_JSON_TOKEN: at.practice.connection.credential.token,
      },
      transport: () => {
        calls++;
        return Promise.resolve({ kind: "answered", status: 400, headers: {}, text: "{}" });
      },
    };
    for (const answer of ["y", "2", "account-2", ""]) {
      const ran = await asked(answer, changes);
      assert.deepEqual([ran.code, ran.questions], [130, ["To submit them, type the account ID:"]]);
      assert.match(ran.err, /Real people will be called\. Create 2 campaigns in account account-1\?/);
      assert.match(ran.err, /The typed ID doesn't match the account ID\./);
    }
    assert.equal(calls, 0);
    await asked("account-1", changes);
    assert.equal(calls, 2);
  });

  it("warns before the question about earlier campaigns of the name, and once", async () => {
    campaignFile(file("a"), "Spring");
    await run([file("a")]);
    campaignFile(file("b"), "spring");
    at.now += MINUTE;
    let before = "";
    const ran = await run(["."], [], {
      ...atTerminal,
      err: (text) => (before += text),
      ask: () => {
        before += "QUESTION";
        return Promise.resolve("y");
      },
    });
    assert.deepEqual([ran.code, outcomes(ran)], [0, ["exists", "accepted"]]);
    const [shown = "", after = ""] = before.split("QUESTION");
    assert.match(shown, /create +b\.campaign\.json\nwarning: .*Spring/);
    assert.doesNotMatch(after, /Spring/);
  });
});
