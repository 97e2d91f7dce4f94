import { fake, settled } from "./fake-vscode";
import assert from "node:assert/strict";
import { registerOrphaned } from "../../../src/editor/submission/orphaned";
import { START } from "../submission/attempts";
import { connection, found } from "../submission/run-scene";
import { lookUpThrough, unresolved } from "./look-up-scene";
import { log } from "./workspace";

/** The disk's error, and the words that would report it as a bug of the extension. */
const disk = "EIO: i/o error, read";
const bug = /Something went wrong|unexpected/i;

describe("A ledger on a disk that fails", () => {
  const begin = async () => {
    const { own, entry, submissions } = await unresolved();
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
      const loadSubmitting = () => Promise.resolve({ ...module, findCampaign } as never);
      const lookUp = lookUpThrough(connection, { submissions, loadSubmitting });
      await lookUp(entry);
      oneMessage();
      own.store.broken = undefined;
      assert.doesNotMatch(own.store.text ?? "", /"resolved"|"resolution"/);
    });
});
