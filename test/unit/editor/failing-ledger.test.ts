import { fake, newWindow, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import type { Connections } from "../../../src/editor/connections/register";
import type { Submissions } from "../../../src/editor/submission/ledger";
import { createLookUp } from "../../../src/editor/submission/look-up";
import { registerOrphaned } from "../../../src/editor/submission/orphaned";
import { attempt, begun, computer, START, unknown } from "../submission/attempts";
import { connection, found } from "../submission/run-scene";
import { log } from "./workspace";

/** The disk's error, and the words that would report it as a bug of the extension. */
const disk = "EIO: i/o error, read";
const bug = /Something went wrong|unexpected/i;

describe("A ledger on a disk that fails", () => {
  const begin = async () => {
    newWindow();
    const own = computer();
    const ledger = own.window();
    const entry = begun(await ledger.begin(attempt(), []));
    await ledger.finish(entry, unknown);
    const submissions = {
      ledger: () => Promise.resolve(ledger),
      changed: () => undefined,
    } as unknown as Submissions;
    const fail = (): void => void (own.store.broken = new Error(disk));
    return { own, entry, submissions, fail };
  };
  const oneMessage = (): { readonly level: string; readonly text: string } => {
    assert.equal(fake.messages.length, 1, JSON.stringify(fake.messages));
    const [message] = fake.messages;
    assert.ok(message !== undefined);
    assert.match(message.text, /EIO/);
    assert.doesNotMatch(message.text, bug);
    return message;
  };

  it("is reported once when a window looks for submissions without a response", async () => {
    const { submissions, fail } = await begin();
    fail();
    const started = registerOrphaned({
      ...{ mayHave: () => Promise.resolve(true), submissions, log },
      lookUp: () => assert.fail("nothing was read"),
    });
    await settled();
    assert.match(oneMessage().text, /^Earlier submissions couldn’t be checked\./);
    started.dispose();
  });

  for (const [when, failing] of [
    ["before a look-up", "read"],
    ["after the account has answered", "write"],
  ] as const)
    it(`is reported ${when}, and no message claims that something was recorded`, async () => {
      const { own, entry, submissions, fail } = await begin();
      if (failing === "read") fail();
      own.now = START + 3_600_000;
      const module = await import("../../../src/submitting");
      const findCampaign = () => {
        if (failing === "write") fail();
        return Promise.resolve(found);
      };
      const lookUp = createLookUp({
        connections: {
          forAccount: () => Promise.resolve(connection),
          redact: (text: string) => text,
        } as unknown as Connections,
        submissions,
        loadSubmitting: () => Promise.resolve({ ...module, findCampaign } as never),
        output: undefined as never,
        log,
      });
      await lookUp(entry);
      oneMessage();
      own.store.broken = undefined;
      assert.doesNotMatch(own.store.text ?? "", /"resolved"|"resolution"/);
    });
});
