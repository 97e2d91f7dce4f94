import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { Comparison } from "../../../src/core/comparison/compare";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { created, environment, run } from "./account-run";
import { sample } from "./practice-call";
import { submit } from "./submit-run";

const preview = sample as unknown as Campaign;
const file = "spring.campaign.json";

interface Report extends Comparison {
  readonly outcome: string;
  readonly campaignId?: string;
  readonly state?: string;
  readonly message: string;
}

describe("campaign-json diff", () => {
  let server: PracticeServer;
  let folder: string;
  const store = { current: memoryLedger() };
  beforeEach(async () => {
    server = await startPracticeServer({ settleMs: 0 });
    folder = mkdtempSync(path.join(tmpdir(), "diff-"));
    store.current = memoryLedger();
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (campaign: unknown) =>
    writeFileSync(
      path.join(folder, file),
      typeof campaign === "string" ? campaign : JSON.stringify(campaign, undefined, 2),
    );
  const diff = (...args: readonly string[]) =>
    run(["diff", file, ...args], {
      env: environment(server.origin),
      cwd: folder,
      ledgerStore: () => store.current,
    });
  async function report(): Promise<Report & { readonly code: number }> {
    const { code, out } = await diff("--format", "json");
    return { code, ...(JSON.parse(out) as Report) };
  }
  const submitted = (...args: readonly string[]) =>
    submit([path.join(folder, file), "--yes", ...args], {
      env: environment(server.origin),
      ledgerStore: () => store.current,
    });

  it("reports the same values with exit code 0, and what it could not compare", async () => {
    const campaignId = await created(server, preview);
    write(preview);
    const { message, ...rest } = await report();
    assert.deepEqual(rest, {
      ...{ code: 0, outcome: "same", campaignId, state: "Ready" },
      ...{ differences: [], notCompared: ["/maxSkips", "/campaignType"] },
    });
    assert.equal(message, `Same: “${preview.name}” (${campaignId}, Ready) has the values of the file.`);
    const { out } = await diff();
    assert.equal(
      out,
      `${message}\nNot compared, because the platform does not return it: maxSkips, campaignType.\n`,
    );
  });

  it("reports each difference with its place and exit code 3", async () => {
    const campaignId = await created(server, preview);
    const days = preview.dialingStrategy.callingHours.days.slice(0, 4);
    const callingHours = { ...preview.dialingStrategy.callingHours, days };
    write({ ...preview, priority: "2", dialingStrategy: { ...preview.dialingStrategy, callingHours } });
    const { code, outcome, differences, message } = await report();
    assert.deepEqual([code, outcome], [3, "different"]);
    assert.deepEqual(differences, [
      { pointer: "/priority", file: "2", account: "5" },
      {
        pointer: "/dialingStrategy/callingHours/days/-",
        account: { day: "FR", start: "9:00 AM", end: "6:00 PM" },
      },
    ]);
    assert.match(
      message,
      new RegExp(`^Different: “.+” \\(${campaignId}, Ready\\) differs from the file in 2 values`),
    );
    const { out } = await diff();
    const [, first, second] = out.split("\n");
    assert.equal(first, `${file}:10:15: priority: “2” in the file, “5” in the account.`);
    assert.match(
      second ?? "",
      /^spring\.campaign\.json:\d+:15: dialingStrategy\.callingHours\.days: the account also has “\{/,
    );
  });

  it("reports a campaign that the account does not have with exit code 3", async () => {
    write(preview);
    const { code, outcome, campaignId, message } = await report();
    assert.deepEqual([code, outcome, campaignId], [3, "missing", undefined]);
    assert.equal(message, "The account has no such campaign.");
  });

  it("follows the last accepted submission of the file, and not its name", async () => {
    write(preview);
    const { campaignId } = JSON.parse((await submitted("--format", "json")).out) as Report;
    await created(server, preview);
    const same = await report();
    assert.deepEqual([same.code, same.campaignId], [0, campaignId]);
    write({ ...preview, name: "Renamed" });
    const renamed = await report();
    assert.equal(renamed.campaignId, campaignId);
    assert.deepEqual(renamed.differences, [{ pointer: "/name", file: "Renamed", account: preview.name }]);
  });

  it("compares with the campaign of its name, and says so, if the one it created is gone", async () => {
    write(preview);
    await submitted();
    await server.close();
    server = await startPracticeServer({ settleMs: 0, port: Number(new URL(server.origin).port) });
    await created(server, preview);
    const { code, err } = await diff();
    assert.equal(code, 0);
    assert.match(err, /^warning: The account no longer has the campaign cd-[^ ]+ of this file/);
  });

  it("takes the newest of several submissions of the file", async () => {
    write(preview);
    await submitted();
    write({ ...preview, name: "Second" });
    await submitted();
    const { outcome, state } = await report();
    assert.deepEqual([outcome, state], ["same", "Ready"]);
  });

  it("lists the IDs if several campaigns have the name", async () => {
    const ids = [await created(server, preview), await created(server, preview)];
    write(preview);
    const { code, out, err } = await diff("--format", "json");
    assert.deepEqual([code, out], [2, ""]);
    for (const id of ids) assert.ok(err.includes(id));
  });

  it("can't tell without an answer, and says so with exit code 5", async () => {
    write(preview);
    await server.close();
    const { code, outcome, message } = await report();
    assert.deepEqual([code, outcome], [5, "unknown"]);
    assert.equal(message, "The campaign could not be read: the server could not be reached.");
  });

  it("compares a file that has errors, but not one that is not JSON or has no name", async () => {
    await created(server, preview);
    write({ ...preview, maxSkips: "many", dialingStrategy: undefined });
    assert.equal((await report()).outcome, "same");
    for (const [text, reason] of [
      ["{ no", /is not valid JSON/],
      ["[]", /is not valid JSON/],
      ["{}", /has no name/],
    ] as const) {
      write(text);
      const { code, err } = await diff();
      assert.equal(code, 1);
      assert.match(err, reason);
    }
  });

  it("reports a file and a ledger that can't be read", async () => {
    const none = await diff();
    assert.equal(none.code, 2);
    assert.match(none.err, /spring\.campaign\.json: This file does not exist\./);
    write(preview);
    const read = () => Promise.reject(new Error("The disk is gone."));
    const failed = await run(["diff", file], {
      env: environment(server.origin),
      cwd: folder,
      ledgerStore: () => ({ read }),
    });
    assert.equal(failed.code, 2);
    assert.equal(server.requests.length, 0);
  });

  it("changes nothing in the account", async () => {
    await created(server, preview);
    write({ ...preview, priority: "1" });
    await diff();
    const changing = server.requests.slice(1).filter(({ url }) => !url.includes("getAll"));
    assert.deepEqual(new Set(changing.map(({ method }) => method)), new Set(["GET"]));
  });
});
