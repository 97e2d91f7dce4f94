import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { billing, campaigns, changeFile, inWindow, strict, untilLine } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { campaignsAt } from "./practice";
import { pressOn } from "./press-until";
import { untilClipboard } from "./until-page";

const submit = commandTitle("submit");
const placeholder = "placeholder.campaign.json";

describe("Submitting to the practice server", () => {
  const hostIn = (dialog: string): string => /Host: (\S+)/.exec(dialog)?.[1] ?? "";

  it("asks first, names every part, and sends nothing after Cancel", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const words = await window.dialogText();
      const named = [
        ...["Practice", "http://127.0.0.1:", "practice-account", "st-practice"],
        ...["Billing Reminder Voice Campaign1", "Preview", "CL Only 2020 Dec 4", "DNC CL Dec 4"],
        ...["+18165550100", "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata", "up to 3 times, 10 min apart"],
      ];
      for (const part of named) assert.ok(words.includes(part), `“${part}” is not in:\n${words}`);
      assert.doesNotMatch(words, /real people will/);
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
      await window.clickDialogButton("Cancel");
      assert.deepEqual(await campaignsAt(hostIn(words)), []);
      // Its end is recorded when the answer has reached the extension.
      await untilDone(async () =>
        assert.deepEqual(
          (await window.shown()).map(({ kind }) => kind),
          ["dialog", "dialog"],
        ),
      );
    }));

  it("sends once, shows the highlighted response and copies the id, and the focused output still submits the open file", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const host = hostIn(await window.dialogText());
      await window.clickDialogButton("Submit");
      const [id] = /cd-[\w-]+/.exec(await window.notified("submit.accepted")) ?? [];
      assert.ok(id !== undefined);
      const shown = await window.untilPanelShows("Next");
      // The panel shows the end of the report.
      for (const part of [id, "Preparing", "Result", "Next"])
        assert.ok(shown.includes(part), `“${part}” is not in:\n${shown}`);
      // Highlighting splits the line of a fact into its label and its text.
      const spans = window.page
        .locator(".part.panel .view-line", { hasText: "Result" })
        .locator("span > span");
      await untilDone(async () => {
        const [label, ...text] = await spans.evaluateAll((all: { readonly className: string }[]) =>
          all.map(({ className }) => className),
        );
        assert.ok(text.length > 0 && !text.includes(label ?? ""), `${label} and ${text.join(" ")}`);
      });
      await window.picture("response");
      assert.deepEqual(await campaignsAt(host), [id]);
      await window.press("submit.accepted", /^Copy I/);
      await untilClipboard(window, id);
      await window.runCommand("Output: Focus on Output View");
      await window.page.locator(".part.panel .monaco-editor.focused").waitFor();
      await window.runCommand(submit);
      assert.match(await window.dialogText(), /Billing Reminder/);
      await window.clickDialogButton("Cancel");
    }));

  it("rejects a campaign with errors and opens the first of them", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.match(await window.notified("submit.errors"), /wrong-hours\.campaign\.json .*1 error/);
        await window.press("submit.errors");
        await window.page.locator(".markers-panel", { hasText: "Monday" }).waitFor();
        await window.page.locator(".part.statusbar", { hasText: "Ln 16, Col" }).waitFor();
      },
      { file: "wrong-hours.campaign.json" },
    ));

  it("rejects a campaign with an invalid configuration and opens the invalid line", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.match(await window.notified("submit.config-fault"), /campaignlint\.json.* line 3/);
        await window.press("submit.config-fault");
        await window.page.getByRole("tab", { name: ".campaignlint.json" }).waitFor();
        await window.page.locator(".part.statusbar", { hasText: "Ln 3, Col" }).waitFor();
      },
      { file: "strict/strict.campaign.json" },
      [...campaigns, strict],
    ));

  it("reports an error when a button of a notification fails", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        await window.notified("submit.config-fault");
        await rm(path.join(window.folder, "strict", ".campaignlint.json"));
        await window.press("submit.config-fault");
        await window.notified("failure");
      },
      { file: "strict/strict.campaign.json" },
      [...campaigns, strict],
    ));

  it("lists warnings in the question", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.match(await window.dialogText(), /1 warning:\s+• Line 10: .*\+181633xxxxx/);
        await window.clickDialogButton("Cancel");
      },
      { file: placeholder },
    ));

  it("is offered in the editor title, and in the explorer for a file that is not open", () =>
    inWindow(async (window) => {
      const { page } = window;
      await page.locator(".editor-actions").getByRole("button", { name: "Submit Campaign…" }).click();
      assert.match(await window.dialogText(), /Billing Reminder/);
      await window.clickDialogButton("Cancel");
      const menu = page.getByRole("menuitem", { name: "Campaign", exact: true });
      const item = page.getByRole("menuitem", { name: "Submit Campaign…" });
      // A menu ignores the mouse while it opens, so this clicks until it closes.
      await untilDone(async () => {
        if (await page.locator(".monaco-dialog-box").isVisible()) return;
        if (!(await menu.isVisible()))
          await page.getByRole("treeitem", { name: placeholder }).click({ button: "right", timeout: 5_000 });
        if (!(await item.isVisible())) await menu.hover({ timeout: 2_000 });
        await item.click({ timeout: 2_000 });
        await item.waitFor({ state: "hidden", timeout: 2_000 });
      }, 60_000);
      assert.match(await window.dialogText(), /Number to come/);
      await window.clickDialogButton("Cancel");
    }));

  it("does not let text of a file forge a line of the question", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        const words = await window.dialogText();
        assert.equal(words.match(/^Connection: /gm)?.length, 1, words);
        await window.clickDialogButton("Cancel");
      },
      { file: "forged.campaign.json" },
    ));

  it("saves the file and submits the saved text", () =>
    inWindow(async (window) => {
      await window.focusEditor();
      await window.page.keyboard.press("Control+Home");
      await window.page.keyboard.type("// Typed by hand\n");
      await window.runCommand(submit);
      await window.dialogText();
      assert.match(await readFile(path.join(window.folder, billing), "utf8"), /^\/\/ Typed by hand/);
      await window.clickDialogButton("Cancel");
    }));

  it("does not submit an untitled file that is not saved", () =>
    inWindow(async (window) => {
      await window.runCommand("File: New Untitled Text File");
      await window.page.locator('.monaco-editor.focused[data-uri^="untitled:"]').waitFor();
      await window.runCommand("Change Language Mode");
      await window.quickInput("Select Language Mode");
      await window.page.keyboard.type("Campaign JSON");
      const language = window.page.locator(".quick-input-list .monaco-list-row.focused");
      await pressOn(window.page, "Enter", language.filter({ hasText: "Campaign JSON" }));
      await window.page.locator(".part.statusbar", { hasText: "Campaign JSON" }).waitFor();
      await window.runCommand(submit);
      await window.cancelQuickInput("Save As");
      await window.notified("submit.not-saved");
      assert.ok(!(await window.shown()).some(({ id }) => id === "submit.confirm"));
    }));

  it("asks again when the file changes during the question", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const host = hostIn(await window.dialogText());
      const text = await readFile(path.join(window.folder, billing), "utf8");
      const later = text.replace('"end": "6:00 PM"', '"end": "9:00 PM"');
      await changeFile(window, billing, later, (ms) => untilLine(window, "9:00 PM", ms));
      await window.answerDialog("Submit");
      await window.notified("submit.changed");
      await window.notified("submit.confirm");
      assert.match(await window.dialogText(), /Mon 9:00 AM–9:00 PM/);
      await window.clickDialogButton("Cancel");
      assert.deepEqual(await campaignsAt(host), []);
    }));
});

describe("Restricted Mode", () => {
  it("does not offer to submit", () =>
    inWindow(
      async (window) => {
        // Only the visible rows are drawn, so each search narrows the list to one.
        const offered = window.page.locator(".quick-input-list .monaco-list-row");
        const input = window.page.locator(".quick-input-widget:visible .quick-input-box input").first();
        // A window that has just opened may close the list.
        await untilDone(async () => {
          await window.page.keyboard.press("Escape");
          await window.page.keyboard.press("F1");
          await input.fill(">Campaign: S", { timeout: 5_000 });
          await offered.filter({ hasText: commandTitle("switchConnection") }).waitFor({ timeout: 5_000 });
        });
        await input.fill(">Campaign: Submit");
        await offered.filter({ hasText: commandTitle("switchConnection") }).waitFor({ state: "detached" });
        assert.equal(await offered.filter({ hasText: submit }).count(), 0);
        assert.equal(await input.inputValue(), ">Campaign: Submit");
        await window.page.keyboard.press("Escape");
        const actions = window.page.locator(".editor-actions");
        const action = actions.getByRole("button", { name: "Submit Campaign…" });
        assert.equal(await action.getAttribute("aria-disabled"), "true");
      },
      { workspaceTrust: true, settings: { "security.workspace.trust.startupPrompt": "never" } },
    ));
});
