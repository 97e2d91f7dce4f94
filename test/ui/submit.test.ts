import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { billing, campaigns, openCampaignWindow, strict, type CampaignWindow } from "./campaign-window";
import { campaignsAt } from "./practice";

const submit = "Campaign: Submit Campaign…";

describe("Submitting to the practice server", () => {
  let window: CampaignWindow;
  before(async () => (window = await openCampaignWindow({}, [...campaigns, strict])));
  after(() => window.close());
  afterEach(async () => {
    await window.clearNotifications();
    await window.runCommand("View: Close All Editors");
  });

  const hostIn = (dialog: string): string => /Host: (\S+)/.exec(dialog)?.[1] ?? "";

  it("asks first, naming everything, and sends nothing when the answer is no", async () => {
    await window.openFile(billing);
    await window.runCommand(submit);
    const words = await window.dialogText();
    const named = [
      ...["Practice", "calls nobody", "http://127.0.0.1:", "practice-account", "st-practice"],
      ...["Billing Reminder Voice Campaign1", "Preview", "CL Only 2020 Dec 4", "DNC CL Dec 4"],
      ...["+12025550123", "Mon–Fri 9:00 AM–6:00 PM Asia/Kolkata", "up to 3 times, 10 min apart"],
    ];
    for (const part of named) assert.ok(words.includes(part), `“${part}” is not in:\n${words}`);
    assert.doesNotMatch(words, /real people will/);
    assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
    await window.clickDialogButton("Cancel");
    assert.deepEqual(await campaignsAt(hostIn(words)), []);
    assert.deepEqual(await window.notifications(), []);
  });

  it("sends once, shows the response and copies the id", async () => {
    await window.openFile(billing);
    await window.runCommand(submit);
    const host = hostIn(await window.dialogText());
    await window.clickDialogButton("Submit");
    const [id] = /cd-[\w-]+/.exec(await window.notification("Campaign accepted")) ?? [];
    assert.ok(id !== undefined);
    const shown = await window.untilPanelShows("Next");
    // The end of the report, which the panel shows: what became of it. The beginning is a scroll away.
    for (const part of [id, "Preparing", "Result", "Next"])
      assert.ok(shown.includes(part), `“${part}” is not in:\n${shown}`);
    assert.deepEqual(await campaignsAt(host), [id]);
    await window.clickNotificationButton("Campaign accepted", "Copy Id");
    await window.page.waitForFunction(`navigator.clipboard.readText().then((text) => text === "${id}")`);
  });

  it("is about the file above the panel while the answer in the panel is read", async () => {
    await window.openFile(billing);
    await window.runCommand("Output: Focus on Output View");
    await window.page.locator(".part.panel .monaco-editor.focused").waitFor();
    await window.runCommand(submit);
    assert.match(await window.dialogText(), /Billing Reminder/);
    await window.clickDialogButton("Cancel");
  });

  it("refuses a campaign with errors and leads to the first of them", async () => {
    await window.openFile("wrong-hours.campaign.json");
    await window.runCommand(submit);
    await window.notification("wrong-hours.campaign.json has 1 error, so it was not submitted.");
    await window.clickNotificationButton("1 error", "Show Problems");
    await window.page.locator(".markers-panel", { hasText: "Monday" }).waitFor();
    await window.page.locator(".part.statusbar", { hasText: "Ln 16, Col" }).waitFor();
  });

  it("refuses a campaign whose configuration has a mistake, and leads there", async () => {
    await window.openFile("strict.campaign.json");
    await window.runCommand(submit);
    await window.notification(/Nothing was submitted: .*campaignlint\.json has a mistake in line 3/);
    await window.clickNotificationButton("has a mistake", "Show Mistake");
    await window.page.getByRole("tab", { name: ".campaignlint.json" }).waitFor();
    await window.page.locator(".part.statusbar", { hasText: "Ln 3, Col" }).waitFor();
  });

  it("lists warnings where it asks", async () => {
    await window.openFile("placeholder.campaign.json");
    await window.runCommand(submit);
    assert.match(await window.dialogText(), /1 warning:\s+• Line 10: .*\+181633xxxxx/);
    await window.clickDialogButton("Cancel");
  });

  it("is offered in the title of the editor, and from the explorer for a file that is not open", async () => {
    await window.openFile(billing);
    await window.page.locator(".editor-actions").getByRole("button", { name: "Submit Campaign…" }).click();
    assert.match(await window.dialogText(), /Billing Reminder/);
    await window.clickDialogButton("Cancel");
    const file = window.page.getByRole("treeitem", { name: "placeholder.campaign.json" });
    await file.click({ button: "right" });
    // A menu takes no click in the moment it opens.
    await window.page.getByRole("menuitem", { name: "Submit Campaign…" }).click({ delay: 300 });
    assert.match(await window.dialogText(), /Number to come/);
    await window.clickDialogButton("Cancel");
  });

  it("lets no text of a file forge what is asked", async () => {
    await window.openFile("forged.campaign.json");
    await window.runCommand(submit);
    const words = await window.dialogText();
    assert.equal(words.match(/^Connection: /gm)?.length, 1, words);
    await window.clickDialogButton("Cancel");
  });

  it("saves what was typed, and submits that", async () => {
    await window.openFile(billing);
    await window.page.keyboard.press("Control+Home");
    await window.page.keyboard.type("// Typed by hand\n");
    await window.runCommand(submit);
    await window.dialogText();
    assert.match(await readFile(path.join(window.folder, billing), "utf8"), /^\/\/ Typed by hand/);
    await window.clickDialogButton("Cancel");
  });

  it("submits nothing that has no file", async () => {
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
    await window.notification("The file was not saved, so nothing was submitted.");
  });

  it("asks again when the file changes while it asks", async () => {
    await window.openFile(billing);
    await window.runCommand(submit);
    const host = hostIn(await window.dialogText());
    const before = await campaignsAt(host);
    const file = path.join(window.folder, billing);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"end": "6:00 PM"', '"end": "9:00 PM"'));
    await window.page.locator(".view-line", { hasText: "9:00 PM" }).first().waitFor();
    await window.answerDialog("Submit");
    await window.notification("changed while you were asked");
    assert.match(await window.dialogText(), /Mon 9:00 AM–9:00 PM/);
    await window.clickDialogButton("Cancel");
    assert.deepEqual(await campaignsAt(host), before);
  });
});

describe("Restricted Mode", () => {
  it("does not offer to submit", async () => {
    const settings = { "security.workspace.trust.startupPrompt": "never" };
    const window = await openCampaignWindow({ workspaceTrust: true, settings });
    try {
      await window.openFile(billing);
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
      const action = window.page.locator(".editor-actions").getByRole("button", { name: "Submit Campaign…" });
      assert.equal(await action.getAttribute("aria-disabled"), "true");
    } finally {
      await window.close();
    }
  });
});
