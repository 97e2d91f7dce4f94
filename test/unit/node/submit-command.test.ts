import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { registerPractice } from "../../../src/cli/commands/practice";
import type { SubmitDeps } from "../../../src/cli/commands/submit";
import { listCampaigns } from "../../../src/core/platform/list-campaigns";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { sample, submit } from "./submit-run";

describe("campaign-json submit", () => {
  let server: PracticeServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startPracticeServer();
    env = {
      CAMPAIGN_JSON_HOST: server.origin,
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: server.connection.credential.token,
    };
  });
  afterEach(() => server.close());

  it("creates a campaign on its own practice server", async () => {
    const { code, out } = await submit([sample, "--practice", "--yes", "--format", "json"]);
    const report = JSON.parse(out) as Record<string, unknown>;
    assert.equal(code, 0);
    assert.deepEqual(
      [report["outcome"], report["httpStatus"], report["state"]],
      ["accepted", 200, "Preparing"],
    );
    assert.match(String(report["campaignId"]), /^cd-/);
    const { method, headers } = report["request"] as { method: string; headers: Record<string, string> };
    assert.deepEqual([method, headers["auth"]], ["POST", "<redacted>"]);
    assert.ok(!out.includes("eyJ"));
  });

  it("uses the environment, and options override the environment", async () => {
    const { code, out } = await submit([sample, "--yes", "--account-id", "account-2"], { env });
    assert.equal(code, 0);
    assert.match(out, /^Campaign accepted: cd-/);
    assert.deepEqual(
      server.requests.map(({ headers }) => headers["accountid"]),
      ["account-2"],
    );
  });

  const usage: readonly (readonly [string, readonly string[], Partial<SubmitDeps>?])[] = [
    ["no terminal and no --yes", [sample]],
    ["no terminal and no --yes, with --practice", [sample, "--practice"]],
    ["no connection", [sample, "--yes"], { env: {} }],
    ["a token that is none", [sample, "--yes"], { env: { CAMPAIGN_JSON_TOKEN: "x" } }],
    ["a file that is not there", ["no-such.campaign.json", "--yes"]],
    ["--practice and --host", [sample, "--practice", "--yes", "--host", "platform.kore.ai"]],
    ["plain http to another computer", [sample, "--yes", "--host", "http://platform.kore.ai"]],
  ];
  for (const [what, args, changes] of usage)
    it(`sends nothing and exits 2: ${what}`, async () => {
      const { code, out, err } = await submit(args, {
        env,
        ...(changes?.env && { env: { ...env, ...changes.env } }),
        ...(what === "no connection" && { env: {} }),
      });
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, /^error: /);
      assert.equal(server.requests.length, 0);
    });

  it("shows a dry run without sending, without a terminal and without a token", async () => {
    delete env["CAMPAIGN_JSON_TOKEN"];
    const { code, out } = await submit([sample, "--dry-run", "--format", "json"], { env });
    const report = JSON.parse(out) as { outcome: string; request: { url: string; body: { name: string } } };
    assert.deepEqual([code, report.outcome], [0, "dry-run"]);
    assert.ok(
      report.request.url.startsWith(
        `${server.origin}/campaign/api/v2/public/st-1/campaign?accountId=account-1`,
      ),
    );
    assert.equal(report.request.body.name, "Billing Reminder Voice Campaign1");
    assert.equal(server.requests.length, 0);
  });

  it("does not send a campaign with an error", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "campaign-"));
    const file = path.join(folder, "bad.campaign.json");
    writeFileSync(file, '{ "name": "x" }');
    const { code, out } = await submit([file, "--yes", "--format", "json"], { env });
    rmSync(folder, { recursive: true });
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as { outcome: string }).outcome, "invalid-file");
    assert.equal(server.requests.length, 0);
  });

  it("asks at a terminal, and sends nothing after a no", async () => {
    const yes = await submit([sample], { env, canAsk: true });
    assert.deepEqual([yes.code, yes.asked.length], [0, 1]);
    assert.match(yes.err, /Create “Billing Reminder.*account-1.*Contact list: CL Only.*127\.0\.0\.1/s);
    assert.ok(!yes.err.includes("eyJ"));
    for (const answer of ["n", "", "yes please", undefined]) {
      const no = await submit([sample], { env, canAsk: true, ask: () => Promise.resolve(answer) });
      assert.equal(no.code, 130);
    }
    assert.equal(server.requests.length, 1);
  });

  it("is canceled by an interrupt before sending", async () => {
    let interrupt = (): void => undefined;
    const onInterrupt = (listener: () => void): (() => void) => {
      interrupt = listener;
      return () => undefined;
    };
    const ask = (): Promise<string> => {
      interrupt();
      return Promise.resolve("y");
    };
    const { code } = await submit([sample], { env, canAsk: true, ask, onInterrupt });
    assert.equal(code, 130);
    assert.equal(server.requests.length, 0);
  });

  const exits: readonly (readonly [outcome: string, code: number, changes: Record<string, string>])[] = [
    ["unauthorized", 3, { CAMPAIGN_JSON_TOKEN: mintPracticeToken({ scope: "none" }) }],
    ["not-sent", 4, { CAMPAIGN_JSON_TOKEN: mintPracticeToken({ exp: 1 }) }],
    ["not-sent", 4, { CAMPAIGN_JSON_HOST: "http://127.0.0.1:1" }],
  ];
  for (const [outcome, expected, changes] of exits)
    it(`exits ${expected} for ${outcome} (${Object.keys(changes).join()})`, async () => {
      const { code, out } = await submit([sample, "--yes", "--format", "json"], {
        env: { ...env, ...changes },
      });
      assert.deepEqual([code, (JSON.parse(out) as { outcome: string }).outcome], [expected, outcome]);
      assert.ok(!out.includes("eyJ"));
    });

  it("rejects an invalid timeout", async () => {
    for (const value of ["0", "-1", "x", "1e9", "Infinity"])
      await assert.rejects(submit([sample, "--yes", "--timeout", value]));
  });
});

describe("campaign-json practice --seed", () => {
  /** Standard error and the exit code for a seed file with this content. */
  const refusalOf = async (content: string): Promise<[string, number]> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "seed-"));
    const file = path.join(folder, "seed.json");
    writeFileSync(file, content);
    let err = "";
    let code = 0;
    const program = new Command().exitOverride();
    registerPractice(program, {
      out: () => undefined,
      err: (text) => (err += text),
      startPracticeServer: () => assert.fail("The server was started."),
      onInterrupt: () => () => undefined,
      setExitCode: (value) => (code = value),
    });
    try {
      await program.parseAsync(["practice", "--seed", file], { from: "user" });
      return [err.replace(file, "FILE"), code];
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const body = readFileSync(sample, "utf8");

  for (const [what, content, reason] of [
    ["no JSON", "[", "The file is not JSON."],
    ["one campaign without an array", body, "The file must contain an array of request bodies."],
    ["an invalid campaign", `[${body}, {}]`, "Campaign 2: name is required;"],
    [
      "an SMS campaign",
      `[${body.replace('"voice"', '"sms"')}]`,
      "Campaign 1: campaignType must be voice at this address.",
    ],
    ["too many campaigns", JSON.stringify(Array(1001).fill({})), "The file contains 1001 campaigns"],
    ["too much text", `[${" ".repeat(1_048_576)}]`, "The file has more than 1048576 characters."],
  ] as const)
    it(`refuses ${what}`, async () => {
      const [err, code] = await refusalOf(content);
      assert.ok(err.startsWith(`error: FILE: ${reason}`), err.slice(0, 300));
      assert.equal(code, 2);
    });
});

describe("campaign-json practice", () => {
  it("prints how to reach it and runs until it is interrupted", async () => {
    let out = "";
    let code = 0;
    let interrupt = (): void => undefined;
    let started: PracticeServer | undefined;
    const program = new Command().exitOverride();
    registerPractice(program, {
      out: (text) => (out += text),
      err: () => undefined,
      startPracticeServer: async (options) => (started = await startPracticeServer(options)),
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
      setExitCode: (value) => (code = value),
    });
    const folder = mkdtempSync(path.join(os.tmpdir(), "seed-"));
    const seed = path.join(folder, "seed.json");
    writeFileSync(seed, `[${readFileSync(sample, "utf8")}]`);
    const running = program.parseAsync(["practice", "--seed", seed], { from: "user" });
    while (!out.includes("CAMPAIGN_JSON_TOKEN")) await new Promise(setImmediate);
    const { origin } = started!;
    assert.ok(out.includes(`CAMPAIGN_JSON_HOST=${origin}`));
    assert.ok(out.includes("CAMPAIGN_JSON_CLIENT_ID=cs-practice-client"));
    const listed = await listCampaigns({
      connection: started!.connection,
      transport: fetchTransport,
      signal: new AbortController().signal,
      timeoutMs: 2000,
      now: Date.now,
    });
    assert.deepEqual(listed.kind === "listed" && listed.items.map(({ name, state }) => [name, state]), [
      ["Billing Reminder Voice Campaign1", "Ready"],
    ]);
    rmSync(folder, { recursive: true });
    interrupt();
    await running;
    assert.equal(code, 0);
    const options = { signal: new AbortController().signal, timeoutMs: 1000, maxBytes: 10 };
    const gone = await fetchTransport({ method: "GET", url: origin, headers: {} }, options);
    assert.ok(gone.kind === "failed" && gone.reason === "refused");
  });
});
