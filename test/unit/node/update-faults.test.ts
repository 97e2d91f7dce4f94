import assert from "node:assert/strict";
import { created } from "./account-run";
import { preview, UpdateScene, type Fault } from "./update-scene";

describe("campaign-json update, when something fails", () => {
  let scene: UpdateScene;
  beforeEach(async () => (scene = await UpdateScene.open()));
  afterEach(() => scene.close());

  const page = "<html><h1>Bad Gateway</h1></html>";
  const json = { "content-type": "application/json" };
  const faults: readonly (readonly [
    what: string,
    fault: Fault,
    outcome: string,
    code: number,
    entry: string,
  ])[] = [
    ["a reset before an answer", (response) => void response.destroy(), "unknown", 5, "unknown"],
    [
      "a gateway's page",
      (response) => void response.writeHead(502, { "content-type": "text/html" }).end(page),
      ...(["unknown", 5, "unknown"] as const),
    ],
    [
      "an answer that is cut off",
      (response) => {
        response.writeHead(200, { ...json, "content-length": "1000" });
        response.write('{"status":"success"');
        setImmediate(() => response.destroy());
      },
      ...(["unknown", 5, "unknown"] as const),
    ],
    [
      "success that is not JSON",
      (response) => void response.writeHead(200, json).end("ok"),
      ...(["unknown", 5, "unknown"] as const),
    ],
    [
      "another status word",
      (response) => void response.writeHead(200, json).end('{"status":"queued"}'),
      ...(["unknown", 5, "unknown"] as const),
    ],
    [
      "a refusal",
      (response) =>
        void response.writeHead(400, json).end('{"errors":[{"msg":"priority is not editable","code":400}]}'),
      ...(["rejected", 3, "rejected"] as const),
    ],
    [
      "an unknown address",
      (response) => void response.writeHead(404, json).end('{"errors":[{"msg":"Not Found","code":404}]}'),
      ...(["rejected", 3, "rejected"] as const),
    ],
    [
      "401",
      (response) =>
        void response.writeHead(401, json).end('{"errors":[{"msg":"Invalid JWT token","code":4002}]}'),
      ...(["unauthorized", 3, "unauthorized"] as const),
    ],
    [
      "429",
      (response) => void response.writeHead(429, json).end('{"errors":[{"msg":"Too many","code":429}]}'),
      ...(["rate-limited", 3, "rate-limited"] as const),
    ],
    [
      "a redirect",
      (response) => void response.writeHead(307, { location: "https://example.com/" }).end(),
      ...(["redirected", 3, "redirected"] as const),
    ],
  ];
  for (const [what, answer, outcome, code, entry] of faults)
    it(`sends one request at most with ${what}, and records it as ${entry}`, async () => {
      await created(scene.practice, preview);
      scene.write({ ...preview, priority: "2" });
      scene.fault = answer;
      const ran = await scene.report();
      assert.deepEqual([ran.outcome, ran.code, scene.puts().length], [outcome, code, 1]);
      assert.deepEqual(await scene.recorded(), [`update ${entry}`]);
      const secret = scene.practice.connection.credential.token;
      assert.ok(!`${ran.out}${ran.err}`.includes(secret));
    });

  it("reads the campaign after a lost answer, and reports that the update took effect", async () => {
    const campaignId = await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    scene.fault = (response, forward) => void forward().then(() => response.destroy());
    const { code, outcome, message, differences } = await scene.report();
    assert.deepEqual([code, outcome, differences, scene.puts().length], [0, "accepted", [], 1]);
    assert.ok(
      message.startsWith(
        `Campaign updated: ${campaignId}. The response was lost or unclear, so the campaign was read.`,
      ),
    );
    const [entry] = await scene.entries();
    assert.ok(entry?.state === "unknown" && entry.resolution?.kind === "found");
    const again = await scene.report();
    assert.deepEqual([again.outcome, scene.puts().length], ["exists", 1]);
  });

  it("waits before it sends again what had no answer, and then reads first", async () => {
    await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    scene.fault = (response) => void response.destroy();
    assert.equal((await scene.report()).outcome, "unknown");
    scene.fault = undefined;
    const soon = await scene.report();
    assert.deepEqual(
      [soon.code, soon.outcome, soon.reason, scene.puts().length],
      [5, "unknown", "unresolved", 1],
    );
    assert.match(soon.nextStep, /^Try again after /);
    const later = await scene.report(["--yes"], { now: () => Date.now() + 120_000 });
    assert.deepEqual([later.outcome, scene.puts().length], ["accepted", 2]);
  });

  it("sends nothing while the account or the ledger can't be read", async () => {
    await created(scene.practice, preview);
    scene.write({ ...preview, priority: "2" });
    const broken = {
      read: () => Promise.reject(new Error("gone")),
      update: () => Promise.reject(new Error("gone")),
    };
    const first = await scene.report(["--yes"], { ledgerStore: () => broken });
    assert.deepEqual([first.code, first.outcome, first.reason], [4, "not-sent", "not-noted"]);
    await scene.practice.close();
    await scene.server.close();
    const second = await scene.report();
    assert.deepEqual([second.code, second.outcome], [4, "not-sent"]);
    assert.equal(scene.puts().length, 0);
  });
});
