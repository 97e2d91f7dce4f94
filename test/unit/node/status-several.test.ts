import assert from "node:assert/strict";
import path from "node:path";
import { gravestCode } from "../../../src/cli/formats/submissions";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { NAME, Scene } from "./life-scene";
import { sample as body } from "./practice-call";
import { sample } from "./submit-run";

describe("The exit code of several results", () => {
  it("is the first of 130, 2, 5, 4, 3, 1, 0", () => {
    const order = [130, 2, 5, 4, 3, 1, 0];
    for (const [index, code] of order.entries())
      assert.equal(gravestCode(order.slice(index).toReversed()), code);
  });
});

describe("campaign-json status of several campaigns", () => {
  let at: Scene;
  afterEach(() => at.close());

  it("reports each of them, and exits 3 when one is unknown", async () => {
    at = await new Scene().open([body, { ...body, name: "Other" }]);
    at.clock += 60_000;
    const two = await at.report("status", "Other", sample);
    assert.equal(two["code"], 0);
    assert.deepEqual(
      (two["results"] as Record<string, unknown>[]).map(({ campaign, outcome, state }) => [
        campaign,
        outcome,
        state,
      ]),
      [
        ["Other", "accepted", "Ready"],
        [sample, "accepted", "Ready"],
      ],
    );
    const summary = two["summary"] as Record<string, number>;
    assert.deepEqual([summary["campaigns"], summary["accepted"], summary["rejected"]], [2, 2, 0]);
    const missing = await at.run(["status", "Nobody", "Other"]);
    assert.equal(missing.code, 3);
    assert.match(missing.out, /^Nobody\n[^]*\n\nOther\n.*Ready/m);
    assert.equal(at.server.triggers(), 0);
  });

  it("exits 2 when it is not certain which one is meant, and reads the others", async () => {
    at = await new Scene().open([body, body, { ...body, name: "Other" }]);
    at.clock += 60_000;
    const { code, results } = await at.report("status", NAME, "Other");
    assert.equal(code, 2);
    const [first, second] = results as Record<string, unknown>[];
    assert.deepEqual([first?.["outcome"], first?.["reason"]], ["not-sent", "ambiguous"]);
    assert.match(String(first?.["message"]), /2 campaigns named/);
    assert.equal(second?.["state"], "Ready");
  });

  it("reads the list once, at the pace of the account, and waits rather than be refused", async () => {
    at = await new Scene().open([body, { ...body, name: "Other" }]);
    at.clock += 60_000;
    const names = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? NAME : "Other"));
    const { out, code } = await at.run(["status", ...names, "--format", "json"], { wait: at.wait });
    const { summary } = JSON.parse(out) as { summary: Record<string, number> };
    assert.deepEqual([code, summary["accepted"]], [0, 60]);
    assert.equal(at.server.arrived.length, 61);
  });

  it("reports what was not read after Ctrl+C, and exits 130 whatever else it found", async () => {
    at = await new Scene().open([body]);
    at.clock += 60_000;
    let interrupt = (): void => undefined;
    const transport: TriggerDeps["transport"] = async (request, options) => {
      const result = await fetchTransport(request, options);
      if (request.url.includes("/status")) interrupt();
      return result;
    };
    const { code, out } = await at.run(["status", "Nobody", NAME, NAME, "--format", "json"], {
      transport,
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => undefined;
      },
    });
    const { results } = JSON.parse(out) as { results: { campaign: string; outcome: string }[] };
    assert.equal(code, 130);
    assert.deepEqual(
      results.map(({ campaign, outcome }) => [campaign, outcome]),
      [
        ["Nobody", "rejected"],
        [NAME, "accepted"],
        [NAME, "cancelled"],
      ],
    );
  });

  it("reads nothing when a file is not a campaign", async () => {
    at = await new Scene().open();
    const { code, out, err } = await at.run(["status", NAME, path.join(__dirname, "life-scene.ts")]);
    assert.deepEqual([code, out, at.server.arrived.length], [2, "", 0]);
    assert.match(err, /life-scene\.ts: .*not a valid campaign/);
  });

  it("names the file of a campaign as seen from the folder of the command", async () => {
    at = await new Scene().open([]);
    await at.submit();
    const fileFrom = async (cwd: string): Promise<unknown> => {
      const { out } = await at.run(["list", "--format", "json"], { cwd });
      return (JSON.parse(out) as { campaigns: { file: string }[] }).campaigns[0]?.file;
    };
    const full = path.resolve(sample);
    assert.equal(await fileFrom(path.dirname(full)), path.basename(full));
    assert.equal(
      await fileFrom(path.dirname(path.dirname(full))),
      path.relative(path.dirname(path.dirname(full)), full),
    );
    assert.equal(await fileFrom(path.join(path.dirname(full), "elsewhere")), full);
  });
});
