import { readFile } from "node:fs/promises";
import path from "node:path";
import { repositoryRoot } from "../host/cache.mjs";
import { billing, changeFile, openExamplesWindow, untilLine, type CampaignWindow } from "./campaign-window";
import { commandTitle, focusCampaignsView, focusHistoryView, historyPane } from "./command-titles";
import { addConnection } from "./connect";
import { openFixes, pressUntil } from "./press-until";
import { tokenUntil } from "./vendor";

/** Takes the pictures of the README with CAMPAIGN_JSON_SCREENSHOTS=1. */
const themes = [
  ["Default Dark Modern", ""],
  ["Default Light Modern", "-light"],
] as const;
const wanted = process.env["CAMPAIGN_JSON_SCREENSHOTS"] === "1";

for (const [theme, suffix] of wanted ? themes : [])
  describe(`Pictures in ${theme}`, () => {
    let window: CampaignWindow;
    before(async () => {
      window = await openExamplesWindow({ theme, settings: { "window.title": "${folderName}" } });
    });
    after(() => window.close());
    const take = (name: string): Promise<void> =>
      window.screenshot(path.join(repositoryRoot, "images", `${name}${suffix}.png`));
    const textOf = (file: string): Promise<string> => readFile(path.join(window.folder, file), "utf8");
    /** Changes an open file. The line with the words is visible after the change only. */
    const change = (file: string, text: string, words: string): Promise<void> =>
      changeFile(window, file, text, (ms) => untilLine(window, words, ms));
    const submit = async (): Promise<void> => {
      await window.runCommand(commandTitle("submit"));
      await window.dialogText();
    };

    it("editing", async () => {
      const text = await textOf(billing);
      const faulty = text
        .replace(
          '"day": "MO", "start": "9:00 AM", "end": "6:00 PM"',
          '"day": "MO", "start": "9:00 AM", "end": "6:00 AM"',
        )
        .replace("+18165550100", "+181633xxxxx");
      await window.openFile(billing);
      await change(billing, faulty, "+181633xxxxx");
      await window.runCommand("Problems: Focus on Problems View");
      const problem = window.page.locator(".markers-panel .monaco-list-row", { hasText: "Monday ends" });
      await problem.dblclick();
      await window.page.locator(".part.statusbar", { hasText: "Ln 16, Col" }).waitFor();
      // Fixes are offered once the editor has the focus.
      await pressUntil(window.page, openFixes, window.page.locator(".action-widget .monaco-list-row"));
      // The tooltip of this row would cover the next one.
      await window.page.mouse.move(20, 600);
      await window.page.locator(".workbench-hover-container .workbench-hover").waitFor({ state: "hidden" });
      await take("editing");
      await window.page.keyboard.press("Escape");
      await change(billing, text, "+18165550100");
      await window.runCommand("View: Hide Panel");
    });

    it("response", async () => {
      await window.page.keyboard.press("Control+B");
      await submit();
      await window.clickDialogButton("Submit");
      await window.notified("submit.accepted");
      await window.untilPanelShows("Next");
      await window.ended("submit.sending");
      await window.page
        .locator(".notification-list-item", { hasText: "Submitting" })
        .waitFor({ state: "detached" });
      await take("response");
      await window.runCommand("Notifications: Clear All Notifications");
      await window.runCommand("View: Hide Panel");
    });

    it("history", async () => {
      const text = await textOf(billing);
      const later = '"day": "FR", "start": "10:00 AM", "end": "5:00 PM"';
      const changed = text.replace('"day": "FR", "start": "9:00 AM", "end": "6:00 PM"', later);
      await change(billing, changed, "10:00 AM");
      await window.runCommand(focusHistoryView);
      await window.runCommand(commandTitle("compareWithSent"));
      await window.acceptFirstItem("Select a submission to compare with its file");
      // The comparison opens at the first difference.
      await window.page.locator(".part.statusbar", { hasText: "Ln 20, Col 1" }).waitFor();
      const view = historyPane(window.page);
      await view.getByRole("treeitem").first().waitFor();
      await window.page.mouse.move(640, 20);
      await take("history");
      await window.runCommand("View: Close All Editors");
      await window.openFile(billing);
      await change(billing, text, '"FR", "start": "9:00 AM"');
      await window.page.keyboard.press("Control+B");
    });

    it("campaigns", async () => {
      const clear = (): Promise<void> => window.runCommand("Notifications: Clear All Notifications");
      /** Runs a command on the open campaign and presses a button of its question. */
      const run = async (command: string, button: string, ends: string): Promise<void> => {
        await window.runCommand(commandTitle(command));
        await window.clickDialogButton(button);
        await window.notified(ends);
      };
      await window.notified("state.known");
      for (const file of ["renewal-progressive.campaign.json", "feedback-agentless.campaign.json"]) {
        await window.openFile(file);
        await run("submit", "Submit", "submit.accepted");
        await window.notified("state.known");
        await run("start", "Start Campaign", "start.accepted");
        if (file.startsWith("renewal")) await run("stop", "Stop Campaign", "stop.accepted");
        await clear();
      }
      await window.runCommand("View: Hide Panel");
      await window.runCommand(focusCampaignsView);
      await window.runCommand(commandTitle("refreshCampaigns"));
      const rows = window.page.locator(".pane", { hasText: "Campaigns in Practice" }).getByRole("treeitem");
      await rows.nth(2).waitFor();
      // The commands change the size of the part that has the focus.
      await rows.nth(1).click();
      for (let times = 0; times < 3; times++) await window.runCommand("Increase Current View Size");
      await window.page.mouse.move(900, 740);
      await window.ended("campaigns.reading");
      await clear();
      await take("campaigns");
      await window.runCommand("View: Close All Editors");
    });

    it("compared", async () => {
      const text = await textOf(billing);
      const changed = text.replace('"priority": "5"', '"priority": "2"').replace('Record": 3', 'Record": 4');
      await window.openFile(billing);
      await change(billing, changed, '"priority": "2"');
      await window.page.keyboard.press("Control+B");
      await window.runCommand(commandTitle("compareWithAccount"));
      await window.notified("compare.account-differs");
      await window.page.getByRole("tab", { name: /Practice ↔ file/ }).waitFor();
      await window.page.locator(".part.statusbar", { hasText: "Ln 7, Col 1" }).waitFor();
      const notice = (hasText: string) => window.page.locator(".notification-list-item", { hasText });
      for (const progress of ["Looking for", "Reading"])
        await notice(progress).waitFor({ state: "detached" });
      await notice("differs from Practice in 2 values").waitFor();
      await take("compared");
      await window.runCommand("View: Close All Editors");
      await window.openFile(billing);
      await change(billing, text, '"priority": "5"');
      await window.page.locator(".codelens-decoration", { hasText: "up to 3 times" }).waitFor();
    });

    it("confirm", async () => {
      const token = tokenUntil(Date.now() + 30 * 24 * 3600 * 1000);
      const ids = { accountId: "acc-5d2f8a", streamId: "st-7b1c0e" };
      await addConnection(window, {
        ...{
          name: "Acme Telecom",
          host: "platform.kore.ai",
          ...ids,
          production: true,
          credential: { token },
        },
      });
      await window.runCommand("Notifications: Clear All Notifications");
      await submit();
      await take("confirm");
      await window.clickDialogButton("Cancel");
    });
  });
