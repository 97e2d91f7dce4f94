import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { parseDocument } from "../../../src/core/campaign/document";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { created, environment, run } from "./account-run";
import { sample } from "./practice-call";
import { httpServer } from "./servers";

const preview = sample as unknown as Campaign;

/** A server that returns this campaign when it lists and when it gets one. */
function accountWith(data: object): ReturnType<typeof httpServer> {
  return httpServer((response, { method }) => {
    const results = { results: [data], hasMore: false, totalResults: 1 };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ status: "success", data: method === "GET" ? data : results }));
  });
}

describe("campaign-json pull", () => {
  let server: PracticeServer;
  let folder: string;
  beforeEach(async () => {
    server = await startPracticeServer();
    folder = mkdtempSync(path.join(tmpdir(), "pull-"));
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const pull = (...args: readonly string[]) =>
    run(["pull", ...args], { env: environment(server.origin), cwd: folder });
  const calls = () =>
    server.requests.slice(1).map(({ method, url }) => `${method} ${url.split("?")[0] ?? ""}`);

  it("prints the campaign with that name, and names the gaps on standard error", async () => {
    const id = await created(server, preview);
    const { code, out, err } = await pull(preview.name);
    assert.equal(code, 0);
    const { value } = parseDocument(out);
    assert.deepEqual(value, {
      ...preview,
      maxSkips: "<not returned>",
      campaignType: "<not returned>",
    });
    assert.equal(err, "note: Not returned by the platform: maxSkips, campaignType.\n");
    const base = "/campaign/api/v2/public/st-1/campaign";
    assert.deepEqual(calls(), [`POST ${base}/getAllCampaignDetails`, `GET ${base}/${id}`]);
  });

  it("finds a campaign by its ID, also if another one has that ID as its name", async () => {
    const id = await created(server, preview);
    await created(server, { ...preview, name: id.slice(0, 48) });
    const { code, out } = await pull(id);
    assert.deepEqual([code, (parseDocument(out).value as Campaign).name], [0, preview.name]);
  });

  it("lists the IDs if several campaigns have the name", async () => {
    const ids = [await created(server, preview), await created(server, preview)];
    const { code, out, err } = await pull(preview.name);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^error: The account has 2 campaigns named “.+”: .+ Pass one of these ids\.\n$/);
    for (const id of ids) assert.ok(err.includes(id));
  });

  it("ends with 3 if the account has no such campaign, also if only the case of its name differs", async () => {
    await created(server, preview);
    const { code, err } = await pull(preview.name.toLowerCase());
    assert.deepEqual([code, err], [3, "error: The account has no such campaign.\n"]);
  });

  it("ends with 5 if the account can't be read, and writes no file", async () => {
    await created(server, preview);
    const env = environment(server.origin, mintPracticeToken({ scope: "none" }));
    const { code, err } = await run(["pull", preview.name, "--output", "new.json"], { env, cwd: folder });
    assert.equal(code, 5);
    assert.match(err, /^error: The campaign could not be read: /);
    assert.deepEqual(readdirSync(folder), []);
  });

  it("never prints the token, even if the account returns it", async () => {
    const secret = environment(server.origin)["CAMPAIGN_JSON_TOKEN"] ?? "";
    const data = { _id: "cd-1", name: "Spring", description: `See ${secret}`, dialingMode: "Agentless" };
    const echo = await accountWith(data);
    try {
      const { code, out, err } = await run(["pull", "Spring"], { env: environment(echo.origin) });
      assert.equal(code, 0);
      assert.ok(!`${out}${err}`.includes(secret.slice(10, 40)));
    } finally {
      await echo.close();
    }
  });

  it("names what a file can't contain of the schedule, in a comment and on standard error", async () => {
    const schedule = { isSchedulingEnabled: true, isRecurrenceEnabled: true };
    const data = { ...preview, _id: "cd-1", schedule };
    const account = await accountWith(data);
    try {
      const { code, out, err } = await run(["pull", "cd-1"], { env: environment(account.origin) });
      assert.equal(code, 0);
      assert.deepEqual((parseDocument(out).value as Campaign).schedule, { isSchedulingEnabled: true });
      assert.match(out, /\/\/ The account's schedule also has isRecurrenceEnabled\. /);
      assert.equal(
        err,
        "note: The account's schedule also has isRecurrenceEnabled, which a campaign file can't contain.\n",
      );
    } finally {
      await account.close();
    }
  });

  it("writes a new file in one step, and never replaces one", async () => {
    const id = await created(server, preview);
    const first = await pull(preview.name, "--output", "spring.campaign.json");
    assert.equal(first.code, 0);
    assert.equal(first.out, "");
    assert.ok(first.err.startsWith(`Wrote “${preview.name}” (${id}, `));
    const file = path.join(folder, "spring.campaign.json");
    assert.equal(readFileSync(file, "utf8"), (await pull(preview.name)).out);
    writeFileSync(file, "mine");
    const second = await pull(preview.name, "--output", "spring.campaign.json");
    assert.equal(second.code, 2);
    assert.match(second.err, /already exists and was not changed\. Choose another file, or pass --force\./);
    assert.equal(readFileSync(file, "utf8"), "mine");
    assert.deepEqual(readdirSync(folder), ["spring.campaign.json"]);
  });

  it("replaces a file with --force, and keeps its mode and the link to it", async () => {
    await created(server, preview);
    writeFileSync(path.join(folder, "real.json"), "old");
    chmodSync(path.join(folder, "real.json"), 0o640);
    symlinkSync("real.json", path.join(folder, "link.json"));
    assert.equal((await pull(preview.name, "--output", "link.json", "--force")).code, 0);
    assert.match(readFileSync(path.join(folder, "real.json"), "utf8"), /"Billing Reminder/);
    assert.equal(statSync(path.join(folder, "real.json")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).sort(), ["link.json", "real.json"]);
    assert.equal((await pull(preview.name, "--output", "new.json", "--force")).code, 0);
    assert.ok(existsSync(path.join(folder, "new.json")));
  });

  it("reports a folder that does not exist", async () => {
    await created(server, preview);
    const { code, err } = await pull(preview.name, "--output", "no/such/file.json");
    assert.equal(code, 2);
    assert.match(err, /The campaign was not written\. This file does not exist\./);
  });

  it("does not send the credential to an unfamiliar host of the environment", async () => {
    const { code, err } = await run(["pull", "x"], { env: environment("https://example.com") });
    assert.equal(code, 2);
    assert.match(err, /outside the domain kore\.ai/);
  });
});
