import assert from "node:assert/strict";
import path from "node:path";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { NAME, Scene } from "./life-scene";
import { sample as body } from "./practice-call";
import { sample } from "./submit-run";

describe("A campaign's life from the terminal", () => {
  let at: Scene;
  afterEach(() => at.close());

  it("is created, prepared, started, stopped, and started again only on purpose", async () => {
    at = await new Scene().open([]);
    const created = await at.submit();
    assert.equal(created.code, 0);
    assert.equal(await at.short("start", sample, "--yes"), "4 not-sent preparing Preparing");
    assert.equal(await at.short("status", sample), "0 accepted Preparing");
    at.clock += 2_000;
    assert.equal(await at.short("start", sample, "--yes"), "0 accepted Active");
    assert.equal(await at.short("start", NAME, "--yes"), "0 exists Active");
    assert.equal(await at.short("stop", NAME, "--yes"), "0 accepted Stopped");
    assert.equal(await at.short("stop", NAME, "--yes"), "0 exists Stopped");
    assert.equal(await at.short("start", NAME, "--yes"), "4 not-sent ran-before Stopped");
    at.clock += 1_000;
    assert.equal(await at.short("start", NAME, "--yes", "--again"), "0 accepted Active");
    at.clock += 60_000;
    assert.equal(await at.short("status", NAME), "0 accepted Completed");
    assert.equal(at.server.triggers(), 3);
  });

  it("is listed with the file that created it", async () => {
    at = await new Scene().open([{ ...body, name: "Other", schedule: { isSchedulingEnabled: true } }]);
    await at.submit();
    at.clock += 2_000;
    const { campaigns, complete, code } = await at.report("list");
    const rows = campaigns as Record<string, unknown>[];
    assert.deepEqual([code, complete, rows.length], [0, true, 2]);
    const { id, ...row } = rows[0] ?? {};
    assert.match(String(id), /^cd-/);
    assert.deepEqual(row, {
      ...{ name: NAME, state: "Ready", mode: "Preview", queue: "Default Queue" },
      ...{ updatedAt: "2026-03-01T10:00:02.000Z", file: path.relative(process.cwd(), sample) },
    });
    assert.ok(!("file" in (rows[1] ?? {})));
    const scheduled = (await at.report("list", "--state", "scheduled"))["campaigns"] as { name: string }[];
    assert.deepEqual(
      scheduled.map(({ name }) => name),
      ["Other"],
    );
    const { out } = await at.run(["list"]);
    assert.match(out, /^Ready {6}Billing Reminder Voice Campaign1 {2}cd-/m);
    assert.equal((await at.run(["list", "--state", "Paused"])).out, "No campaigns.\n");
  });

  it("is unknown, or ambiguous with its ids", async () => {
    at = await new Scene().open([body, body]);
    assert.equal(await at.short("start", "No such campaign", "--yes"), "3 rejected unknown-campaign");
    const { code, err, out } = await at.run(["start", NAME, "--yes"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(
      err,
      /2 campaigns named “.*”: cd-[^ ]+ \(Ready\), cd-[^ ]+ \(Ready\)\. Pass one of these ids\.\n$/,
    );
    const id = /(cd-[^ ]+) \(Ready\)/.exec(err)?.[1] ?? "";
    assert.equal(await at.short("start", id, "--yes"), "0 accepted Active");
    assert.equal(at.server.triggers(), 1);
  });

  it("is the one that its file created, also if another one has the name", async () => {
    at = await new Scene().open();
    const { out } = await at.submit();
    at.clock += 2_000;
    const { campaignId } = await at.report("status", sample);
    assert.ok(out.includes(String(campaignId)));
    assert.equal(await at.short("start", sample, "--yes"), "0 accepted Active");
    assert.equal((await at.report("stop", sample, "--yes"))["campaignId"], campaignId);
    assert.equal((await at.run(["status", NAME])).code, 2);
  });

  it("is the one with the file's name, with a warning, if the one that the file created is gone", async () => {
    at = await new Scene().open();
    await at.recordSubmission("cd-deleted");
    for (const args of [["status"], ["start", "--yes"]]) {
      const { code, err } = await at.run([...args, sample]);
      assert.equal(code, 0);
      assert.match(err, /^warning: The account no longer has the campaign cd-deleted of this file, so the /m);
      assert.match(err, new RegExp(`: “${NAME}” \\(cd-[^ ,]+, Ready\\)\\.\n`));
    }
  });

  it("is looked up by its name, with a warning, if the log can't be read", async () => {
    at = await new Scene().open();
    const read = (): Promise<never> => Promise.reject(new Error("EACCES: no access"));
    const { code, err } = await at.run(["status", sample], { ledgerStore: () => ({ ...at.store, read }) });
    assert.equal(code, 0);
    assert.match(err, /^warning: The campaign was looked up by its name alone: .*no access\n/);
  });

  it("is not started without a question that is answered", async () => {
    at = await new Scene().open();
    const unasked = await at.run(["start", NAME]);
    assert.deepEqual([unasked.code, at.server.arrived.length], [2, 0]);
    assert.match(unasked.err, /not running interactively/);
    for (const [answer, code, triggers] of [
      ["n", 130, 0],
      [undefined, 130, 0],
      ["y", 0, 1],
    ] as const) {
      const ask = (): Promise<string | undefined> => Promise.resolve(answer);
      assert.equal((await at.run(["start", NAME], { canAsk: true, ask })).code, code);
      assert.equal(at.server.triggers(), triggers);
    }
  });

  it("asks with everything that decides who is called and when, as the account has it", async () => {
    at = await new Scene().open();
    const { err, asked } = await at.run(["start", sample], { canAsk: true });
    assert.deepEqual(asked, ["Start it? [y/N]"]);
    for (const words of [
      `Start “${NAME}” in account account-1?`,
      "Contact lists: CL Only 2020 Dec 4",
      "Queue: Default Queue",
      "State: Ready",
      "Calling hours: Mon–Fri 9:00 AM–6:00 PM",
      "Opening: ",
      "Attempts: each contact up to 3 times",
    ])
      assert.ok(err.includes(words), err);
    assert.ok(!err.includes("again"), err);
    await at.run(["stop", NAME, "--yes"]);
    const again = await at.run(["start", NAME], { canAsk: true });
    assert.match(
      again.err,
      /⚠ It ran before\. Starting it calls everyone on its lists again, from the beginning\./,
    );
    const stop = await at.run(["stop", NAME], { canAsk: true });
    assert.match(stop.err, /⚠ Stopping is not pausing/);
    assert.equal(at.server.triggers(), 4);
  });

  it("is started only after its name was typed if real people are called", async () => {
    at = await new Scene().open();
    const real = { CAMPAIGN_JSON_HOST: "https://platform.kore.ai" };
    const redirected: TriggerDeps["transport"] = (request, options) =>
      fetchTransport(
        { ...request, url: request.url.replace("https://platform.kore.ai", at.server.origin) },
        options,
      );
    for (const [typed, code] of [
      ["y", 130],
      [NAME, 0],
    ] as const) {
      const asked: string[] = [];
      const ran = await at.run(["start", NAME], {
        ...{ env: { ...at.env, ...real }, transport: redirected, canAsk: true },
        ask: (question) => {
          asked.push(question);
          return Promise.resolve(typed);
        },
      });
      assert.deepEqual([ran.code, asked], [code, ["To start it, type the campaign's name:"]]);
      assert.match(ran.err, /^Real people will be called\. Start/);
    }
    assert.equal(at.server.triggers(), 1);
  });

  it("is started once it is prepared, with --wait", async () => {
    at = await new Scene().open([]);
    await at.submit();
    const { code, err } = await at.run(["start", sample, "--yes", "--wait"], { wait: at.wait });
    assert.deepEqual([code, err], [0, "Waiting until the campaign is prepared…\n"]);
    assert.equal(at.server.triggers(), 1);
  });

  it("is followed until it is prepared, and is unknown if that takes too long", async () => {
    at = await new Scene().open([]);
    await at.submit();
    const early = await at.run(["status", sample, "--wait", "--format", "json"]);
    assert.equal(early.code, 5);
    assert.equal((JSON.parse(early.out) as { outcome: string }).outcome, "unknown");
    at.clock += 60_000;
    const { code, out } = await at.run(["status", sample, "--wait"], { wait: at.wait });
    assert.equal(code, 0);
    assert.match(out, /: Ready\.\n/);
  });
});
