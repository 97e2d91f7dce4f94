import { fake } from "./fake-vscode";
import assert from "node:assert/strict";
import { attempt } from "../submission/attempts";
import { lookUpThrough, unresolved } from "./look-up-scene";

describe("A submission that only a person can look up", () => {
  const ask = async (answer: string | undefined) => {
    const { ledger, entry, submissions, changes } = await unresolved();
    const loadSubmitting = () => import("../../../src/submitting");
    const lookUp = lookUpThrough(undefined, { submissions, loadSubmitting });
    fake.answers.push(answer && { title: answer, button: answer });
    await lookUp(entry);
    const [resolved] = (await ledger.history()).entries;
    const created = resolved?.state === "unknown" ? resolved.resolution?.created : "not resolved";
    return { begin: () => ledger.begin(attempt(), []), created, changes };
  };

  it("is recorded as created, and counts as a duplicate then", async () => {
    const { begin, created, changes } = await ask("Mark as Created");
    assert.deepEqual(
      fake.asked.map(({ options }) => (options as { buttons: string[] }).buttons),
      [["Mark as Created", "Mark as Not Created"]],
    );
    assert.equal(created, true);
    assert.match(fake.messages.at(-1)?.text ?? "", /created/);
    assert.doesNotMatch(fake.messages.at(-1)?.text ?? "", /not created/);
    assert.equal(changes(), 1);
    assert.notEqual((await begin()).kind, "begun");
  });

  it("is recorded as not created, and can be submitted again", async () => {
    const { created } = await ask("Mark as Not Created");
    assert.equal(created, false);
    assert.match(fake.messages.at(-1)?.text ?? "", /not created/);
  });

  it("stays as it is when the question is canceled", async () => {
    const { created, changes } = await ask(undefined);
    assert.equal(created, undefined);
    assert.equal(changes(), 0);
  });
});
