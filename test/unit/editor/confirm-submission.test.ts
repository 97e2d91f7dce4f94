import { fake } from "./fake-vscode";
import assert from "node:assert/strict";
import type { EarlierSubmission } from "../../../src/core/ledger/earlier";
import { confirmationOf, isTypedName } from "../../../src/core/wording/confirmation";
import { askToConfirm } from "../../../src/editor/submission/confirm";
import { campaign, now, rehearsal } from "../wording/scene";

const earlier: EarlierSubmission = {
  ...{ entryId: "1", at: now - 60_000, knownSince: 0, same: "body", created: "yes" },
  ...{ campaign: campaign.name, file: "spring.campaign.json" },
};
const showEarlier = "Show Earlier Submission";

/** The buttons of the question, from the first one, which has the focus, and the answer. */
async function ask(isDuplicate: boolean, press: string) {
  fake.asked.length = 0;
  fake.answers.push({ title: press, button: press });
  const prior = isDuplicate ? [earlier] : [];
  const confirmation = confirmationOf({ connection: rehearsal, campaign, warnings: [], now, prior });
  const toAsk = { id: "submit.confirm", title: "Submit", aim: "submit" };
  const answer = await askToConfirm(confirmation, isDuplicate ? { ...toAsk, instead: showEarlier } : toAsk, {
    isTypedName,
  });
  const [{ options } = { options: undefined }] = fake.asked;
  return { answer, buttons: (options as { readonly buttons: readonly string[] }).buttons };
}

describe("The question before a submission", () => {
  it("offers the earlier submission of a duplicate first, so that Enter sends nothing", async () => {
    const { answer, buttons } = await ask(true, showEarlier);
    assert.deepEqual(buttons, [showEarlier, "Create Duplicate"]);
    assert.equal(answer, "instead");
  });

  it("creates a duplicate only by its own button", async () => {
    assert.equal((await ask(true, "Create Duplicate")).answer, "yes");
  });

  it("has one button for a new campaign", async () => {
    const { answer, buttons } = await ask(false, "Submit");
    assert.deepEqual([answer, buttons], ["yes", ["Submit"]]);
  });
});
