import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { billing, campaigns, inWindow, strict } from "./campaign-window";
import { campaignsAt } from "./practice";

const submit = "Campaign: Submit Campaign…";
const placeholder = "placeholder.campaign.json";

describe("Submitting to the practice server", () => {
  const hostIn = (dialog: string): string => /Host: (\S+)/.exec(dialog)?.[1] ?? "";

  it("asks first, naming everything, and sends nothing when the answer is no", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const words = await window.dialogText();
      const named = [
        ...["Practice", "calls nobody", "http://127.0.0.1:", "practice-account", "st-practice"],
        ...["Billing Reminder Voice Campaign1", "Preview", "CL Only 2020 Dec 4", "DNC CL Dec 4"],
        ...["+18165550100", "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata", "up to 3 times, 10 min apart"],
      ];
      for (const part of named) assert.ok(words.includes(part), `“${part}” is not in:\n${words}`);
      assert.doesNotMatch(words, /real people will/);
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
      await window.clickDialogButton("Cancel");
      assert.deepEqual(await campaignsAt(hostIn(words)), []);
      assert.deepEqual(
        (await window.shown()).map(({ kind }) => kind),
        ["dialog", "dialog"],
      );
    }));

  it("sends once, shows the response, copies the id, and then means the file above the response", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const host = hostIn(await window.dialogText());
      await window.clickDialogButton("Submit");
      const [id] = /cd-[\w-]+/.exec(await window.told("submit.accepted")) ?? [];
      assert.ok(id !== undefined);
      const shown = await window.untilPanelShows("Next");
      // The end of the report, which the panel shows: what became of it. The beginning is a scroll away.
      for (const part of [id, "Preparing", "Result", "Next"])
        assert.ok(shown.includes(part), `“${part}” is not in:\n${shown}`);
      assert.deepEqual(await campaignsAt(host), [id]);
      await window.press("submit.accepted", "Copy Id");
      await window.page.waitForFunction(`navigator.clipboard.readText().then((text) => text === "${id}")`);
      await window.runCommand("Output: Focus on Output View");
      await window.page.locator(".part.panel .monaco-editor.focused").waitFor();
      await window.runCommand(submit);
      assert.match(await window.dialogText(), /Billing Reminder/);
      await window.clickDialogButton("Cancel");
    }));

  it("refuses a campaign with errors and leads to the first of them", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.equal(
          await window.told("submit.errors"),
          "wrong-hours.campaign.json has 1 error, so it was not submitted.",
        );
        await window.press("submit.errors", "Show Problems");
        await window.page.locator(".markers-panel", { hasText: "Monday" }).waitFor();
        await window.page.locator(".part.statusbar", { hasText: "Ln 16, Col" }).waitFor();
      },
      { file: "wrong-hours.campaign.json" },
    ));

  it("refuses a campaign whose configuration has a mistake, and leads there", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.match(
          await window.told("submit.config-fault"),
          /Nothing was submitted: .*campaignlint\.json has a mistake in line 3/,
        );
        await window.press("submit.config-fault", "Show Mistake");
        await window.page.getByRole("tab", { name: ".campaignlint.json" }).waitFor();
        await window.page.locator(".part.statusbar", { hasText: "Ln 3, Col" }).waitFor();
      },
      { file: "strict/strict.campaign.json" },
      [...campaigns, strict],
    ));

  it("says so when the button of a message cannot do what it promises", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        await window.told("submit.config-fault");
        await rm(path.join(window.folder, "strict", ".campaignlint.json"));
        await window.press("submit.config-fault", "Show Mistake");
        assert.match(await window.told("failure"), /^Internal error: /);
      },
      { file: "strict/strict.campaign.json" },
      [...campaigns, strict],
    ));

  it("lists warnings where it asks", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        assert.match(await window.dialogText(), /1 warning:\s+• Line 10: .*\+181633xxxxx/);
        await window.clickDialogButton("Cancel");
      },
      { file: placeholder },
    ));

  it("is offered in the title of the editor, and from the explorer for a file that is not open", () =>
    inWindow(async (window) => {
      const { page } = window;
      await page.locator(".editor-actions").getByRole("button", { name: "Submit Campaign…" }).click();
      assert.match(await window.dialogText(), /Billing Reminder/);
      await window.clickDialogButton("Cancel");
      await page.getByRole("treeitem", { name: placeholder }).click({ button: "right" });
      const item = page.getByRole("menuitem", { name: "Submit Campaign…" });
      await item.waitFor();
      // A menu takes no click in the moment it opens: it is open until it has taken one.
      await untilDone(async () => {
        await item.click({ timeout: 2_000 });
        await item.waitFor({ state: "hidden", timeout: 2_000 });
      });
      assert.match(await window.dialogText(), /Number to come/);
      await window.clickDialogButton("Cancel");
    }));

  it("lets no text of a file forge what is asked", () =>
    inWindow(
      async (window) => {
        await window.runCommand(submit);
        const words = await window.dialogText();
        assert.equal(words.match(/^Connection: /gm)?.length, 1, words);
        await window.clickDialogButton("Cancel");
      },
      { file: "forged.campaign.json" },
    ));

  it("saves what was typed, and submits that", () =>
    inWindow(async (window) => {
      await window.runCommand("View: Focus Active Editor Group");
      await window.page.keyboard.press("Control+Home");
      await window.page.keyboard.type("// Typed by hand\n");
      await window.runCommand(submit);
      await window.dialogText();
      assert.match(await readFile(path.join(window.folder, billing), "utf8"), /^\/\/ Typed by hand/);
      await window.clickDialogButton("Cancel");
    }));

  it("submits nothing that has no file", () =>
    inWindow(async (window) => {
      await window.runCommand("File: New Untitled Text File");
      await window.runCommand("Change Language Mode");
      await window.quickInput("Select Language Mode");
      await window.page.keyboard.type("Campaign JSON");
      const language = window.page.locator(".quick-input-list .monaco-list-row.focused");
      await language.filter({ hasText: "Campaign JSON" }).waitFor();
      await window.page.keyboard.press("Enter");
      await window.page.locator(".part.statusbar", { hasText: "Campaign JSON" }).waitFor();
      await window.runCommand(submit);
      await window.cancelQuickInput("Save As");
      assert.equal(
        await window.told("submit.not-saved"),
        "Not submitted: the file wasn’t saved. Save it, then submit again.",
      );
    }));

  it("asks again when the file changes while it asks", () =>
    inWindow(async (window) => {
      await window.runCommand(submit);
      const host = hostIn(await window.dialogText());
      const file = path.join(window.folder, billing);
      const text = await readFile(file, "utf8");
      await writeFile(file, text.replace('"end": "6:00 PM"', '"end": "9:00 PM"'));
      await window.page.locator(".view-line", { hasText: "9:00 PM" }).first().waitFor();
      await window.answerDialog("Submit");
      assert.match(await window.told("submit.changed"), /changed while you were asked/);
      await window.told("submit.confirm");
      assert.match(await window.dialogText(), /Mon 9:00 AM–9:00 PM/);
      await window.clickDialogButton("Cancel");
      assert.deepEqual(await campaignsAt(host), []);
    }));
});

describe("Restricted Mode", () => {
  it("does not offer to submit", () =>
    inWindow(
      async (window) => {
        await window.page.keyboard.press("F1");
        await window.quickInput();
        // Only the rows in view are drawn, so each is looked for by its own words.
        const offered = window.page.locator(".quick-input-list .monaco-list-row");
        await window.page.keyboard.type("Campaign: S");
        await offered.filter({ hasText: "Campaign: Switch Connection…" }).waitFor();
        await window.page.keyboard.type("ubmit");
        await offered.filter({ hasText: "Campaign: Switch Connection…" }).waitFor({ state: "detached" });
        assert.equal(await offered.filter({ hasText: submit }).count(), 0);
        await window.page.keyboard.press("Escape");
        const actions = window.page.locator(".editor-actions");
        const action = actions.getByRole("button", { name: "Submit Campaign…" });
        assert.equal(await action.getAttribute("aria-disabled"), "true");
      },
      { workspaceTrust: true, settings: { "security.workspace.trust.startupPrompt": "never" } },
    ));
});
