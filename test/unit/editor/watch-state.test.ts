import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { PolledState } from "../../../src/core/platform/poll-status";
import type { FinishedEntry } from "../../../src/core/ledger/entry";
import { followedIn } from "../../../src/editor/submission/followed";
import { registerResume } from "../../../src/editor/submission/resume-watch";
import { registerStatusWatch, type StatusWatch } from "../../../src/editor/submission/watch-status";
import type { Submissions } from "../../../src/editor/submission/ledger";
import type { SubmissionModule } from "../../../src/editor/submission/submission-module";
import { log } from "./workspace";
import { accepted, attempt, begun, computer, type Computer } from "../submission/attempts";
import { acme, connectionsOf, recordOf, SecretStorage } from "./secret-storage";

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

/** A window of a folder whose state outlives it. */
class Followed {
  readonly saved = new Map<string, unknown>();
  readonly polled: (readonly [campaignId: string, maxMs: number | undefined])[] = [];
  readonly computer: Computer = computer();
  readonly secrets = new SecretStorage(acme);
  /** How often the ledger was opened. */
  ledgers = 0;
  #end: (polled: PolledState) => void = () => undefined;
  #dispose: () => void = () => undefined;

  /** Records an accepted submission. */
  async submitted(): Promise<FinishedEntry> {
    const ledger = this.computer.window();
    const { host, accountId } = acme;
    return ledger.finish(begun(await ledger.begin(attempt({ host, accountId }), [])), accepted);
  }

  /** Loads the window again, and returns what starts following. */
  async load({ trusted = true } = {}): Promise<StatusWatch> {
    this.#dispose();
    await settled();
    newWindow().trusted = trusted;
    const state = {
      get: (key: string) => this.saved.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void this.saved.set(key, value)),
    } as unknown as vscode.Memento;
    const submissions = {
      ledger: () => {
        this.ledgers++;
        return Promise.resolve(this.computer.window());
      },
      changed: () => undefined,
    } as unknown as Submissions;
    const output = { appendLine: () => undefined } as unknown as vscode.OutputChannel;
    const followed = followedIn(state);
    const watch = registerStatusWatch({ submissions, followed, output, log, redact: (text) => text });
    const resume = registerResume({
      ...{ followed, watch, submissions, log, connections: connectionsOf(this.secrets) },
      loadSubmitting: () => Promise.resolve(this.submitting),
    });
    this.#dispose = () => {
      resume.dispose();
      watch.dispose();
    };
    await settled();
    return watch;
  }

  readonly submitting = {
    pollState: ({ campaignId, signal, maxMs }: Parameters<SubmissionModule["pollState"]>[0]) => {
      this.polled.push([campaignId, maxMs]);
      return new Promise<PolledState>((resolve) => {
        this.#end = resolve;
        signal.addEventListener("abort", () => resolve({ kind: "cancelled" }));
      });
    },
    readFailure: () => "the connection failed",
  } as unknown as SubmissionModule;

  async end(polled: PolledState): Promise<void> {
    this.#end(polled);
    await settled();
  }
}

describe("A campaign that is followed when its window is reloaded", () => {
  it("is followed for the rest of its time, until it is ready, and then no longer", async () => {
    const scene = new Followed();
    const watch = await scene.load();
    watch.start(await scene.submitted(), acme, scene.submitting);
    await settled();
    await scene.load();
    await scene.load();
    assert.deepEqual(
      scene.polled.map(([id, maxMs = 0]) => [id, maxMs > 500_000 && maxMs <= 600_000]),
      [1, 2, 3].map(() => ["cd-1", true]),
    );
    await scene.end({ kind: "settled", state: "Ready" });
    assert.match(fake.messages.at(-1)!.text, /is Ready\. Start it\?/);
    await scene.load();
    assert.equal(scene.polled.length, 3);
  });

  it("is not followed after the person stopped that, or once its time is over", async () => {
    const scene = new Followed();
    const watch = await scene.load();
    const entry = await scene.submitted();
    watch.start(entry, acme, scene.submitting);
    await settled();
    await fake.run("campaignJson.stopWatching");
    await settled();
    (await scene.load()).start(entry, acme, scene.submitting, Date.now());
    await settled();
    await scene.load();
    assert.equal(scene.polled.length, 2);
    assert.deepEqual([...scene.saved.values()], [[]]);
  });

  it("is not followed, and no credential is read, before the workspace is trusted", async () => {
    const scene = new Followed();
    (await scene.load()).start(await scene.submitted(), acme, scene.submitting);
    await settled();
    const { reads } = scene.secrets;
    await scene.load({ trusted: false });
    assert.deepEqual([scene.polled.length, scene.secrets.reads], [1, reads]);
    fake.trusted = true;
    fake.on.trusted.fire();
    await settled();
    assert.equal(scene.polled.length, 2);
  });

  it("is not followed through a connection that needs a question, or that leads to another account", async () => {
    const expired = `e30.${Buffer.from('{"exp":1}').toString("base64url")}.c2ln`;
    for (const changes of [
      { accountId: "acc-2" },
      { credential: { kind: "token", token: expired } },
      { host: "https://platform.example" },
    ] as const) {
      const scene = new Followed();
      (await scene.load()).start(await scene.submitted(), acme, scene.submitting);
      await settled();
      scene.secrets.kept.set(recordOf(acme), JSON.stringify({ ...acme, ...changes }));
      await scene.load();
      assert.deepEqual([scene.polled.length, fake.messages, fake.asked], [1, [], []]);
    }
  });

  it("costs nothing if there is none", async () => {
    const scene = new Followed();
    await scene.submitted();
    await scene.load();
    assert.deepEqual([scene.secrets.reads, scene.ledgers, scene.polled.length], [0, 0, 0]);
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
    followed: { add: () => undefined, remove: () => undefined },
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
