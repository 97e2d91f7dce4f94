import assert from "node:assert/strict";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";

const update = commandTitle("update");
const compare = commandTitle("compareWithAccount");
const PRIORITY = "priority: “2” in the file, “5” in the account.";
const ATTEMPTS = "dialingStrategy.maxAttemptsPerRecord: “4” in the file, “3” in the account.";

/** Replaces the character before `after`, with which a line ends. `line` counts from 1. */
async function retype(
  { page, focusEditor, acceptQuickInput }: CampaignWindow,
  line: number,
  after: string,
  to: string,
) {
  await focusEditor();
  await page.keyboard.press("Control+G");
  await acceptQuickInput(`:${line}`);
  await page.locator(".part.statusbar", { hasText: `Ln ${line}, Col` }).waitFor();
  await page.keyboard.press("End");
  for (let at = 0; at < after.length; at++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(to);
}

/** Compares the file, closes the diff editor, and returns the message. */
async function compared(window: CampaignWindow, id: "same" | "differs"): Promise<string> {
  await window.runCommand(compare);
  const text = await window.notified(`compare.account-${id}`);
  await window.page.getByRole("tab", { name: /Practice ↔ file/ }).waitFor();
  return text;
}

describe("Updating a campaign from its file, by keyboard", () => {
  it("asks about exactly the differences, reads the campaign again, and refuses an active one", () =>
    inWindow(async (window) => {
      const { page } = window;
      await window.runCommand(commandTitle("submit"));
      await window.clickDialogButton("Submit");
      await window.notified("submit.accepted");
      await window.notified("state.known");

      await retype(window, 7, '",', "2");
      await retype(window, 24, ",", "4");
      assert.match(await compared(window, "differs"), /differs from Practice in 2 values\./);
      await window.press("compare.account-differs", "Show Output");
      await window.untilPanelShows(PRIORITY);
      await window.untilPanelShows(ATTEMPTS);
      await window.runCommand("View: Close Editor");

      await window.runCommand(update);
      const asked = await window.dialogText();
      assert.match(asked, /^Update “Billing Reminder Voice Campaign1” on the practice server\?/);
      const changes = asked.split("\n").filter((line) => line.startsWith("- "));
      assert.deepEqual(changes, [`- ${PRIORITY}`, `- ${ATTEMPTS}`]);
      await window.picture("update-asked");
      await window.clickDialogButton("Update Campaign");
      const done = await window.notified("update.accepted");
      assert.match(done, /^Campaign updated: cd-.* has every value of the file that the account returns\.$/);
      assert.match(await compared(window, "same"), /is the same as in Practice\./);
      await window.runCommand("View: Close Editor");
      await window.runCommand(update);
      assert.match(await window.notified("update.exists"), /^The campaign is up to date: cd-/);

      await window.runCommand(commandTitle("start"));
      await window.clickDialogButton("Start Campaign");
      await window.notified("start.accepted");
      await retype(window, 7, '",', "3");
      await window.runCommand(update);
      const refused = await window.notified("update.refused");
      assert.match(refused, /^Not sent: the campaign was not updated\. Its state is "Active"\./);
      assert.equal(await page.locator(".monaco-dialog-box").count(), 0);
      assert.equal((await window.shown()).filter(({ id }) => id === "update.confirm").length, 2);
    }));
});
