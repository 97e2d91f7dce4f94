import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { PolledState } from "../../../src/core/platform/poll-status";
import type { FinishedEntry } from "../../../src/core/ledger/entry";
import { registerStatusWatch } from "../../../src/editor/submission/watch-status";
import type { Submissions } from "../../../src/editor/submission/ledger";
import type { SubmissionModule } from "../../../src/editor/submission/submission-module";
import { log } from "./workspace";
import { acme } from "./secret-storage";

const entry = {
  id: "1",
  campaign: "Spring",
  campaignId: "cd-1",
  campaignState: "Preparing",
} as FinishedEntry;

describe("Watching a new campaign", () => {
  for (const [polled, words] of [
    [{ kind: "settled", state: "Ready" }, /“Spring” is Ready\. Start it\?/],
    [{ kind: "settled", state: "Scheduled" }, /“Spring” is Scheduled\.$/],
    [{ kind: "still-preparing" }, /“Spring” is still preparing/],
    [{ kind: "unavailable", outcome: { kind: "cancelled" } }, /Couldn’t read the status of “Spring”/],
  ] as const)
    it(`ends with a message when it is ${"state" in polled ? polled.state : polled.kind}`, async () => {
      const watching: unknown[] = [];
      await follow(polled, watching);
      assert.equal(fake.messages.length, 1);
      assert.match(fake.messages[0]!.text, words);
      assert.deepEqual(watching, [true, false]);
    });

  it("offers to start a campaign that is ready, and only then", async () => {
    await follow({ kind: "settled", state: "Ready" }, []);
    assert.deepEqual(fake.messages[0]!.buttons, ["Start…", "Show Output"]);
    await follow({ kind: "settled", state: "Scheduled" }, []);
    assert.deepEqual(fake.messages[0]!.buttons, ["Show Output"]);
  });

  it("ends without a message if the person stops it", async () => {
    await follow({ kind: "cancelled" }, []);
    assert.deepEqual(fake.messages, []);
  });
});

/** Adds to `watching` each value of the context key that offers the stop command. */
async function follow(polled: PolledState, watching: unknown[]): Promise<void> {
  newWindow().commands.set("setContext", (key, value) => {
    if (key === "campaignJson.watching") watching.push(value);
  });
  const watch = registerStatusWatch({
    submissions: {
      ledger: () => Promise.resolve({ noteState: () => Promise.resolve() }),
      changed: () => undefined,
    } as unknown as Submissions,
    output: { appendLine: () => undefined } as unknown as vscode.OutputChannel,
    log,
    redact: (text) => text,
  });
  watch.start(entry, acme, {
    pollState: () => Promise.resolve(polled),
    readFailure: () => "the connection failed",
  } as unknown as SubmissionModule);
  await settled();
  watch.dispose();
}
