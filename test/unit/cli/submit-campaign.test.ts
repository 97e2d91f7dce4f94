import assert from "node:assert/strict";
import path from "node:path";
import { minuteOf } from "../../../src/core/text/local-time";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { atTerminal, MINUTE, said, Scene } from "../node/submit-scene";
import { sample } from "../node/submit-run";

describe("campaign-json submit, after an earlier submission,", () => {
  let at: Scene;
  beforeEach(async () => (at = await Scene.open()));
  afterEach(() => at.close());

  it("creates a duplicate only after an explicit yes, and the default answer is no", async () => {
    const first = await at.run(["--yes"]);
    assert.equal(first.err, "");
    const { campaignId } = said(first);
    at.now += 12 * MINUTE;
    for (const answer of ["n", "", undefined]) {
      const questions: string[] = [];
      const ask = (question: string): Promise<string | undefined> => {
        questions.push(question);
        return Promise.resolve(answer);
      };
      const asked = await at.run([], { ...atTerminal, ask });
      assert.deepEqual([asked.code, questions], [130, ["Create a duplicate? [y/N]"]]);
      const words = `⚠ Exactly this campaign was already created in this account on ${minuteOf(at.now - 12 * MINUTE)}, 12 minutes ago, from ${sample} (${campaignId}): submitting it creates a duplicate.`;
      assert.ok(asked.err.includes(words), asked.err);
    }
    assert.equal(at.server.creations(), 1);
    const yes = await at.run([], { ...atTerminal, ask: () => Promise.resolve("y") });
    assert.deepEqual([yes.code, at.server.creations()], [0, 2]);
  });

  it("does not send an accepted campaign again with --yes, but with --again, in JSON and in text", async () => {
    const { campaignId } = said(await at.run(["--yes"]));
    at.now += MINUTE;
    const again = await at.run(["--yes"]);
    assert.deepEqual(
      [again.code, said(again).outcome, said(again).campaignId, again.err],
      [0, "exists", campaignId, ""],
    );
    assert.match(said(again).nextStep, /--again/);
    const words = await at.run(["--yes", "--format", "text"]);
    assert.match(
      words.out,
      new RegExp(`^The campaign already exists: ${campaignId}\\.\n.*already created.*Nothing was sent\\.\n`),
    );
    assert.equal(at.server.creations(), 1);
    const forced = await at.run(["--yes", "--again"]);
    assert.deepEqual([forced.code, said(forced).outcome, at.server.creations()], [0, "accepted", 2]);
    assert.match(forced.err, /^warning: Exactly this campaign was already created/);
  });

  it("does not apply --again to a submission that was recorded after the run started", async () => {
    const startedAt = at.now;
    at.now += 5;
    const { campaignId } = said(await at.run(["--yes"]));
    at.now += MINUTE;
    const late = await at.run(["--yes", "--again"], { startedAt });
    assert.deepEqual([late.code, said(late).outcome, said(late).campaignId], [0, "exists", campaignId]);
    assert.match(said(late).nextStep, /after this run started/);
    assert.equal(at.server.creations(), 1);
  });

  it("does not apply --again to a submission without a response", async () => {
    await at.unanswered("lose-answers");
    const looked = await at.run(["--yes", "--again"]);
    assert.deepEqual([looked.code, said(looked).outcome, at.server.creations()], [0, "exists", 1]);
    // The look-up marked it as accepted, so it is already in the log of the next run.
    at.now += MINUTE;
    assert.equal(said(await at.run(["--yes"])).outcome, "exists");
    assert.equal(said(await at.run(["--yes", "--again"])).outcome, "accepted");
    assert.equal(at.server.creations(), 2);
  });

  it("recognizes one account under each name of this computer, and sends credentials only to the given name", async () => {
    const { port } = new URL(at.server.origin);
    assert.equal(said(await at.run(["--yes"])).outcome, "accepted");
    for (const host of [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://127.1:${port}`]) {
      at.now += MINUTE;
      const other = await at.run(["--yes", "--host", host, "--stream-id", "st-2"]);
      assert.deepEqual([other.code, said(other).outcome], [0, "exists"], host);
    }
    assert.equal(at.server.creations(), 1);
  });

  it("records the full path of the file, however it was named", async () => {
    const file = path.relative(process.cwd(), sample);
    await at.run(["--yes"], {}, file);
    const [entry] = (await at.ledger().history()).entries;
    assert.deepEqual([entry?.file, entry?.path], [file, path.resolve(sample)]);
  });

  it("asks again if another run creates the campaign during the question", async () => {
    const rounds: string[] = [];
    const ask = async (question: string): Promise<string> => {
      rounds.push(question);
      if (rounds.length === 1) assert.equal((await at.run(["--yes"])).code, 0);
      return "yes";
    };
    const late = await at.run([], { ...atTerminal, ask });
    assert.deepEqual([late.code, rounds.length, at.server.creations()], [0, 2, 2]);
    assert.match(
      late.err,
      /Create “[^]*was already created in account[^]*Exactly this campaign was already created/,
    );
  });

  it("sends nothing while another run sends the same campaign", async () => {
    const first = await at.run(["--yes"], {
      transport: async (request, options) => {
        const second = await at.run(["--yes"]);
        assert.deepEqual(
          [second.code, said(second).outcome, said(second).reason],
          [4, "not-sent", "under-way"],
        );
        return fetchTransport(request, options);
      },
    });
    assert.deepEqual([first.code, at.server.creations()], [0, 1]);
  });

  for (const how of ["--yes", "at a terminal"])
    it(`finds the campaign after a lost response, and does not create a second one (${how})`, async () => {
      await at.unanswered("lose-answers");
      const again = how === "--yes" ? await at.run([how]) : await at.run([], atTerminal);
      const { outcome, campaignId, state, message } = said(again);
      assert.deepEqual([again.code, outcome, again.asked], [0, "exists", []]);
      assert.match(campaignId, /^cd-/);
      assert.equal(state, "Preparing");
      assert.match(message, /A look-up found it in the account\. Nothing was sent\.$/);
      assert.equal(at.server.creations(), 1);
      const [entry] = (await at.ledger().history()).entries;
      assert.deepEqual(entry?.state === "unknown" && entry.resolution?.kind, "found");
      assert.equal(said(await at.run(["--yes"])).campaignId, campaignId);
    });

  it("sends again only if a look-up after the deadline did not find the campaign", async () => {
    await at.unanswered("lose-requests");
    for (const option of ["--yes", "--looked-up"]) {
      const soon = await at.run(["--yes", option]);
      assert.deepEqual([soon.code, said(soon).outcome, said(soon).reason], [5, "unknown", "unresolved"]);
      assert.match(said(soon).nextStep, /again after \d\d:06:00\.$/);
    }
    assert.equal(at.server.creations(), 1);
    at.now += MINUTE;
    const later = await at.run(["--yes"]);
    assert.deepEqual([later.code, said(later).outcome], [0, "accepted"]);
    assert.match(later.err, /A look-up did not find it in the account\.$/m);
    assert.deepEqual([at.server.creations(), at.practice.requests.length > 1], [2, true]);
  });

  it("relies on --looked-up if the account cannot be read", async () => {
    await at.unanswered("lose-requests");
    at.now += 5 * MINUTE;
    at.server.mode = "refuse-reading";
    const doubtful = await at.run(["--yes"]);
    assert.deepEqual(
      [doubtful.code, said(doubtful).outcome, said(doubtful).reason],
      [5, "unknown", "unresolved"],
    );
    assert.match(said(doubtful).nextStep, /Look in the account .*--looked-up/);
    assert.equal(at.server.creations(), 1);
    const sure = await at.run(["--yes", "--looked-up"]);
    assert.deepEqual([sure.code, said(sure).outcome, at.server.creations()], [0, "accepted", 2]);
    assert.match(
      sure.err,
      /It was marked as not created\.\nwarning: Exactly this campaign was sent to .* a person marked it as not created/,
    );
  });

  it("ignores --looked-up if the account contains the campaign", async () => {
    await at.unanswered("lose-answers");
    const again = await at.run(["--yes", "--looked-up"]);
    assert.deepEqual([again.code, said(again).outcome, at.server.creations()], [0, "exists", 1]);
  });

  it("mentions a campaign of the same name that was created at another time", async () => {
    await at.run(["--yes"], { ledgerStore: memoryLedger });
    at.now += 60 * MINUTE;
    await at.unanswered("lose-requests");
    at.now += MINUTE;
    const doubtful = await at.run(["--yes"]);
    assert.deepEqual([doubtful.code, said(doubtful).reason, at.server.creations()], [5, "unresolved", 2]);
    assert.match(said(doubtful).message, /a campaign of that name, created on .* \(cd-/);
  });

  it("can be canceled during the look-up, and sends nothing", async () => {
    await at.unanswered("lose-answers");
    let interrupt = (): void => undefined;
    const stopped = await at.run(["--yes"], {
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      transport: (request, options) => {
        interrupt();
        return fetchTransport(request, options);
      },
    });
    assert.deepEqual([stopped.code, said(stopped).outcome], [130, "cancelled"]);
    assert.equal((await at.run(["--yes"])).code, 0);
  });

  it("reports in text too that nothing was sent", async () => {
    await at.unanswered("lose-requests");
    const { code, out } = await at.run(["--yes", "--format", "text"]);
    assert.equal(code, 5);
    assert.match(out, /^Unknown: nothing was sent now, .*\nThis campaign was sent .*\nRun the same command/);
    at.now += MINUTE;
    await at.run(["--yes"]);
    const exists = await at.run(["--yes", "--unless-exists", "--format", "text"]);
    assert.match(
      exists.out,
      /^The campaign already exists: cd-.*\.\nThe account has a campaign of this name\. Nothing was sent\.\n/,
    );
  });
});
