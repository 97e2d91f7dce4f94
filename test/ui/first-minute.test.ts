import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { untilDone } from "../host/deadline.mjs";
import { billing, inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { openFixes, pressOn, pressUntil } from "./press-until";

const create = commandTitle("new");

/**
 * Presses a step of a walkthrough, or a button in it, until what it shows is there. A quarter of a second after a step
 * was selected, VS Code focuses the step, so the button has to keep the focus for longer.
 */
async function pressInStep(
  { page }: Pick<CampaignWindow, "page">,
  button: Locator,
  shown: Locator,
): Promise<void> {
  await untilDone(async () => {
    if (await shown.isVisible()) return;
    await button.focus({ timeout: 5_000 });
    await page.waitForTimeout(600);
    const focused = button.and(page.locator(":focus"));
    assert.equal(await focused.count(), 1, "VS Code moved the focus.");
    await pressOn(page, "Enter", focused);
    await shown.waitFor({ timeout: 10_000 });
  }, 90_000);
}

describe("The first minute", () => {
  it("creates a campaign from mode, name and time zone, with the first value to fill in selected", () =>
    inWindow(async (window) => {
      await window.runCommand(create);
      await window.pickQuickItem("Preview", "(1/4)");
      await window.quickInput("(2/4)");
      await window.picture("new-name");
      await window.acceptQuickInput("March bills", "(2/4)");
      await window.quickInput("(3/4)");
      await window.page.keyboard.type("mumbai");
      await window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Asia/Kolkata" }).waitFor();
      await window.picture("new-zone");
      await window.pickQuickItem(/^Asia\/Kolkata/, "(3/4)");
      await window.quickInput("(4/4)");
      await window.picture("new-path");
      await window.acceptSuggestedValue("(4/4)");
      await window.page.getByRole("tab", { name: "march-bills.campaign.json" }).waitFor();
      await window.page.locator(".view-line", { hasText: '"name": "March bills"' }).waitFor();
      await window.page.keyboard.type("Calls about bills.");
      await window.page.keyboard.press("Tab");
      await window.page.keyboard.type("Bills of March");
      const text = await window.editorText();
      assert.match(text, /"description": "Calls about bills\."/);
      assert.match(text, /"contactLists": \["Bills of March"\]/);
      assert.match(text, /"timezone": "Asia\/Kolkata"/);
      await window.picture("new-campaign");
      await window.runCommand("Problems: Focus on Problems View");
      const values = window.page.locator(".markers-panel .monaco-list-row", { hasText: "placeholder" });
      await untilDone(async () =>
        assert.equal(await values.count(), 2, "the do-not-call list and the caller ID"),
      );
      assert.deepEqual(
        await readdir(window.folder).then((names) => names.filter((each) => /march/.test(each))),
        [],
      );
    }));

  it("opens the walkthrough, whose example shows mistakes that a key fixes", () =>
    inWindow(async (window) => {
      await window.runCommand(commandTitle("openWalkthrough"));
      const walkthrough = window.page.locator(".gettingStartedContainer");
      await walkthrough.getByText("Look at the calling week").waitFor();
      await window.page.setViewportSize({ width: 1600, height: 900 });
      await window.picture("walkthrough");
      const step = walkthrough.getByRole("button", { name: /See a mistake caught/ });
      const button = walkthrough.getByRole("button", { name: "Open a Campaign with Mistakes" });
      await pressInStep(window, step, button);
      await window.picture("walkthrough-mistake");
      const problems = window.page.locator(".markers-panel");
      await pressInStep(window, button, problems.getByText(/before it starts/).first());
      await window.picture("mistakes");
      // The cursor is at the first mistake.
      const fixes = window.page.locator(".action-widget .monaco-list-row", { hasText: "Preview" });
      await pressUntil(window.page, openFixes, fixes);
    }));

  it("finds the open campaign behind the walkthrough", () =>
    inWindow(async (window) => {
      await window.runCommand(commandTitle("openWalkthrough"));
      const walkthrough = window.page.locator(".gettingStartedContainer");
      await walkthrough.getByText("Look at the calling week").waitFor();
      const step = walkthrough.getByRole("button", { name: /Look at the calling week/ });
      const button = walkthrough.getByRole("button", { name: "Show Calling Hours" });
      await pressInStep(window, step, button);
      const hours = window.page.getByRole("tab", { name: "Hours: billing-reminder.campaign.json" });
      await pressInStep(window, button, hours);
    }));

  it("marks a step of the walkthrough as done when its action was done, and no other", () =>
    inWindow(async (window) => {
      // VS Code notices what is done after it has shown a walkthrough for the first time.
      await window.runCommand(commandTitle("openWalkthrough"));
      const stepThat = (title: string, is: "Completed" | "Not completed") =>
        window.page.getByRole("checkbox", { name: `${title}: ${is}`, exact: true });
      await stepThat("Create it on the practice server", "Not completed").waitFor();
      await window.openFile(billing);
      await window.runCommand(commandTitle("submit"));
      await window.clickDialogButton("Submit");
      await window.notified("submit.accepted");
      await window.runCommand(commandTitle("openWalkthrough"));
      await stepThat("Create it on the practice server", "Completed").waitFor();
      for (const other of ["Look at the calling week", "Connect your account"])
        await stepThat(other, "Not completed").waitFor();
    }));

  it("offers one menu in the editor with the actions for a campaign", () =>
    inWindow(async (window) => {
      await window.page.locator(".view-line", { hasText: '"name"' }).first().click({ button: "right" });
      const menu = window.page.locator(".monaco-menu");
      await menu.getByText("Campaign", { exact: true }).click();
      for (const item of [
        "Submit Campaign…",
        "Check Against Account",
        "Show Calling Hours",
        "Preview Request",
        "Copy as cURL",
      ])
        await menu.getByText(item, { exact: true }).waitFor();
      await window.picture("menu");
      await window.page.keyboard.press("Escape");
      await window.page.keyboard.press("Escape");
    }));
});
