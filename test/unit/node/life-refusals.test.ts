import assert from "node:assert/strict";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { mintPracticeToken } from "../../../src/node/practice/server";
import { NAME, Scene } from "./life-scene";

describe("A campaign that may or must not be started or stopped", () => {
  let at: Scene;
  afterEach(() => at.close());

  it("is active according to its state if the response was lost", async () => {
    at = await new Scene().open();
    at.server.mode = "lose-changes";
    const { outcome, state, code, message } = await at.report("start", NAME, "--yes");
    assert.deepEqual([code, outcome, state], [0, "accepted", "Active"]);
    assert.match(String(message), /The response was lost or unclear, so the state was read\./);
    assert.equal(at.server.triggers(), 1);
    assert.match((await at.store.read()) ?? "", /"kind":"found"/);
  });

  it("stays unknown if the request was lost, and is not started again by --yes", async () => {
    at = await new Scene().open();
    const lose: TriggerDeps["transport"] = (request, options) => {
      at.server.mode = request.url.includes("trigger") ? "lose-requests" : "pass";
      return fetchTransport(request, options);
    };
    const { code, out } = await at.run(["start", NAME, "--yes", "--format", "json"], { transport: lose });
    assert.equal(code, 5);
    const lost = JSON.parse(out) as Record<string, unknown>;
    assert.equal(lost["outcome"], "unknown");
    assert.match(String(lost["message"]), /may have been started/);
    at.server.mode = "pass";
    at.clock += 60_000;
    assert.equal(await at.short("start", NAME, "--yes"), "5 unknown unresolved Ready");
    assert.equal(at.server.triggers(), 1);
    assert.equal(await at.short("start", NAME, "--yes", "--looked-up"), "0 accepted Active");
    assert.equal(at.server.triggers(), 2);
  });

  it("names the address that was tried if it does not exist, and tries no other", async () => {
    at = await new Scene().open();
    const missing: TriggerDeps["transport"] = (request, options) => {
      return fetchTransport({ ...request, url: request.url.replace("/trigger/", "/trigger/x/") }, options);
    };
    const { code, out } = await at.run(["start", NAME, "--yes"], { transport: missing });
    assert.equal(code, 3);
    assert.match(out, /Rejected \(404\): the campaign was not started\./);
    assert.match(out, /The request went to \/api\/v2\/public\/st-1\/campaign\/trigger\/cd-[^ ]+\./);
    assert.match(out, /No other address was tried/);
    assert.equal(at.server.triggers(), 1);
  });

  it("is not changed if the account cannot be read", async () => {
    at = await new Scene().open();
    at.server.mode = "refuse-reading";
    assert.equal(await at.short("start", NAME, "--yes"), "4 not-sent not-read");
    assert.equal(await at.short("status", NAME), "4 not-sent not-read");
    assert.equal(await at.short("list"), "4 not-sent not-read");
    at.env["CAMPAIGN_JSON_TOKEN"] = mintPracticeToken({ scope: "none" });
    at.server.mode = "pass";
    for (const args of [["list"], ["status", NAME], ["start", NAME, "--yes"]])
      assert.equal(await at.short(...args), "3 unauthorized");
    assert.equal(at.server.triggers(), 0);
  });

  it("sends no credential to a host of the environment that nobody confirmed", async () => {
    at = await new Scene().open();
    at.env["CAMPAIGN_JSON_HOST"] = "https://evil.example";
    const transport: TriggerDeps["transport"] = () => assert.fail("A request was sent.");
    for (const args of [["list"], ["status", NAME], ["start", NAME]]) {
      const { code, err } = await at.run(args, { transport, canAsk: true });
      assert.equal(code, 2);
      assert.match(err, /outside the domain kore\.ai\. Pass --host to confirm it\./);
    }
  });

  it("is canceled by an interruption before anything was sent", async () => {
    at = await new Scene().open();
    const { code } = await at.run(["start", NAME, "--yes"], {
      onInterrupt: (listener) => {
        listener();
        return () => undefined;
      },
    });
    assert.deepEqual([code, at.server.triggers()], [130, 0]);
  });

  it("is not named by an empty text, a broken file or a folder", async () => {
    at = await new Scene().open();
    for (const [name, reason] of [
      ["", /The name of the campaign is empty/],
      ["package.json", /not a valid campaign/],
    ] as const) {
      const { code, err } = await at.run(["status", name]);
      assert.equal(code, 2);
      assert.match(err, reason);
    }
    assert.equal(await at.short("status", "src"), "3 rejected unknown-campaign");
  });
});
