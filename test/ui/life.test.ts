import assert from "node:assert/strict";
import { untilDone } from "../host/deadline.mjs";
import { pressButton } from "../host/press-button.mjs";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle, focusCampaignsView, historyPane } from "./command-titles";
import { pressUntil } from "./press-until";

const campaignsPane = ({ page }: CampaignWindow) =>
  page.locator(".pane", { hasText: "Campaigns in Practice" });

const rowOf = (window: CampaignWindow, state: string) =>
  campaignsPane(window).getByRole("treeitem", {
    name: new RegExp(`^Billing Reminder Voice Campaign1, ${state}, Preview, `),
  });

/** Opens the menu of the campaign's row with the keyboard, and closes it again. Returns its items. */
async function menuOf(window: CampaignWindow, state: string): Promise<string[]> {
  const { page } = window;
  await window.runCommand(focusCampaignsView);
  await rowOf(window, state).waitFor();
  const focused = rowOf(window, state).and(page.locator(".monaco-list:focus .focused"));
  await pressUntil(page, ["Home"], focused);
  const items = page.locator(".monaco-menu").getByRole("menuitem");
  await pressUntil(page, ["Escape", "Home", "Shift+F10"], items);
  const names = await items.allInnerTexts();
  await untilDone(async () => {
    await page.keyboard.press("Escape");
    await items.first().waitFor({ state: "detached", timeout: 5_000 });
  });
  return names.map((name) => name.trim());
}

describe("The life of a campaign, by keyboard", () => {
  for (const theme of ["Default Dark Modern", "Default Light Modern"])
    it(`is created, ready, started, active, stopped and compared in ${theme}`, () =>
      inWindow(
        async (window) => {
          const { page } = window;
          await window.runCommand(commandTitle("submit"));
          await window.clickDialogButton("Submit");
          await window.notified("submit.accepted");
          assert.match(await window.notified("state.known"), /is Ready\. Start it\?$/);
          await window.press("state.known", "Start…");
          const asked = await window.dialogText();
          for (const part of [
            "Start “Billing Reminder Voice Campaign1” on the practice server?",
            "State: Ready",
            "Calling hours: Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata (45 h a week)",
          ])
            assert.ok(asked.includes(part), asked);
          await window.picture(`life-start-${theme.replaceAll(" ", "-")}`);
          await window.clickDialogButton("Start Campaign");
          assert.match(await window.notified("start.accepted"), /^Campaign started: cd-/);

          await window.runCommand(focusCampaignsView);
          const welcome = page.getByRole("button", { name: "Show Campaigns" });
          await welcome.waitFor();
          await window.picture(`life-welcome-${theme.replaceAll(" ", "-")}`);
          await pressButton(page, welcome, 90_000);
          await rowOf(window, "Active").waitFor();
          const active = await menuOf(window, "Active");
          assert.ok(active.includes("Stop Campaign…"), active.join());
          assert.ok(!active.includes("Start Campaign…"), active.join());

          await window.focusEditor();
          await window.runCommand(commandTitle("stop"));
          assert.match(await window.dialogText(), /Stopping is not pausing/);
          await window.clickDialogButton("Stop Campaign");
          assert.match(await window.notified("stop.accepted"), /^Campaign stopped: cd-/);
          const stopped = await menuOf(window, "Stopped");
          assert.ok(stopped.includes("Start Campaign…"), stopped.join());
          assert.ok(!stopped.includes("Stop Campaign…"), stopped.join());
          await window.picture(`life-stopped-${theme.replaceAll(" ", "-")}`);

          await window.focusEditor();
          await window.runCommand(commandTitle("start"));
          assert.match(await window.dialogText(), /Starting it calls everyone on its lists again/);
          // Enter presses the focused button, which sends nothing.
          assert.equal(await window.acceptDialog(), "Show Submissions");
          await historyPane(page).locator(".monaco-list:focus .focused.selected").waitFor();
          await window.focusEditor();
          await window.runCommand(commandTitle("compareWithAccount"));
          assert.match(await window.notified("compare.account-same"), /is the same as in Practice/);
          await page.getByRole("tab", { name: /Practice ↔ file/ }).waitFor();
          await window.picture(`life-compared-${theme.replaceAll(" ", "-")}`);
          assert.ok(!(await window.shown()).some(({ id }) => id === "start.exists"));
          await rowOf(window, "Stopped").waitFor();
        },
        { theme },
      ));
});
