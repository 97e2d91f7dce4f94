import assert from "node:assert/strict";
import { billing, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { addConnection } from "./connect";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const submit = "Campaign: Submit Campaign…";
const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-9\/campaign\?/.test(url);
const answered = (value: object): { readonly status: number; readonly body: string } => ({
  status: 200,
  body: JSON.stringify(value),
});

const isState =
  (id: string) =>
  ({ url }: { readonly url: string }): boolean =>
    url.includes(`/campaign/${id}/status?`);

/** What the account holds: the list is empty, the queue is asleep. */
function read({ url }: { readonly url: string }): { readonly status: number; readonly body: string } {
  if (url.includes("/contactList/"))
    return answered({
      status: "success",
      data: [{ _id: "cl-1", name: "CL Only 2020 Dec 4", status: "Ready", totalRecordCount: 0 }],
    });
  if (url.includes("/queues"))
    return answered({ results: [{ name: "Default Queue", id: "qu-1", isActive: false }], totalResults: 1 });
  if (url.includes("getAllCampaignDetails"))
    return answered({ status: "success", data: { results: [], totalResults: 0 } });
  return stateOf("Ready");
}

function stateOf(status: string): { readonly status: number; readonly body: string } {
  return answered({ status: "success", data: { id: "cd-9", status, name: "Billing" } });
}

describe("After a submission", () => {
  let window: CampaignWindow;
  let vendor: Vendor;
  let answer: { readonly status: number; readonly body: string };
  /** Ids of campaigns that the platform has not prepared yet. */
  const preparing = new Set<string>();

  before(async () => {
    vendor = await startVendor((call) => {
      if (isCreate(call)) return Promise.resolve(answer);
      return Promise.resolve(
        [...preparing].some((id) => isState(id)(call)) ? stateOf("Preparing") : read(call),
      );
    });
    window = await openCampaignWindow();
    await window.openFile(billing);
    await addConnection(window, {
      ...{ name: "Nine", host: vendor.origin, accountId: "acc-9", streamId: "st-9", production: false },
      credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
    });
    await window.clearNotifications();
  });
  after(async () => {
    await window.close();
    await vendor.close();
  });
  afterEach(() => window.clearNotifications());

  const problem = (words: string) =>
    window.page.locator(".markers-panel .monaco-list-row", { hasText: words });
  const view = () => window.page.locator(".pane", { hasText: "Campaign Submissions" });
  const entries = () => view().getByRole("treeitem");
  const submitted = async (): Promise<void> => {
    await window.openFile(billing);
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
  };

  it("a rejection that names a property stands on its line until that changes", async () => {
    const msg = "priority must be one of [1, 2, 3, 4, 5]";
    answer = { status: 400, body: JSON.stringify({ errors: [{ msg, code: 412 }] }) };
    await submitted();
    await window.notification("Rejected (400): nothing was created.");
    await window.runCommand("Problems: Focus on Problems View");
    await problem("The platform said: priority must be one of").getByText("priority must be").dblclick();
    await window.page.locator(".part.statusbar", { hasText: "Ln 7, Col" }).waitFor();
    await window.picture("rejected");
    // What is selected is the value; typed over, the line is another one.
    await window.page.keyboard.type('"4"');
    await problem("The platform said").waitFor({ state: "detached" });
    await window.runCommand("File: Revert File");
    assert.equal(await problem("The platform said").count(), 0);
  });

  it("the view has it, newest first, with what became of it", async () => {
    answer = acceptedAs("cd-9");
    await submitted();
    await window.notification("Campaign accepted: cd-9");
    await window.runCommand("Explorer: Focus on Campaign Submissions View");
    await entries().filter({ hasText: "created, Ready · Nine" }).waitFor();
    const labels = await entries().evaluateAll((items: { ariaLabel: string | null }[]) =>
      items.map((item) => item.ariaLabel ?? ""),
    );
    assert.equal(labels.length, 2, labels.join("\n"));
    assert.match(labels[0] ?? "", /created, Ready, Nine, .*from billing-reminder\.campaign\.json/);
    assert.match(labels[1] ?? "", /rejected, Nine/);
    await window.picture("history");
  });

  it("the view is used by keyboard: Enter opens the response, the file is compared with what was sent", async () => {
    await window.runCommand("Explorer: Focus on Campaign Submissions View");
    await view().locator(".monaco-list:focus").waitFor();
    await window.page.keyboard.press("Home");
    await view().locator(".monaco-list-row.focused", { hasText: "created" }).waitFor();
    await window.page.keyboard.press("Enter");
    await window.page.getByRole("tab", { name: /Billing Reminder.*\.response\.json/ }).waitFor();
    assert.match(await window.editorText(), /"id": "cd-9"/);

    await window.openFile(billing);
    await window.page.keyboard.press("Control+Home");
    await window.page.keyboard.type("// A remark is no difference\n");
    await window.runCommand("File: Save");
    await window.runCommand("Campaign: Compare File with What Was Sent");
    await window.quickInput("With which submission");
    await window.page.keyboard.press("Enter");
    await window.notification("would be sent exactly as it was then");
    await window.page.getByRole("tab", { name: /sent .* ↔ now/ }).waitFor();
    assert.equal(
      await window.page.locator(".diff-editor .line-delete, .diff-editor .char-delete").count(),
      0,
    );
    await window.picture("compare");
  });

  it("its state is read again on request", async () => {
    const before = vendor.calls.length;
    await window.runCommand("Campaign: Refresh Campaign State");
    await window.quickInput("Which campaign’s state");
    await window.page.keyboard.press("Enter");
    await window.notification("is Ready.");
    const [call] = vendor.calls.slice(before);
    assert.equal(vendor.calls.length, before + 1);
    assert.match(call?.url ?? "", /\/campaign\/cd-9\/status\?/);
  });

  it("the account can be asked, before the next one, for what it names", async () => {
    await window.openFile(billing);
    const created = vendor.calls.filter(isCreate).length;
    await window.runCommand("Campaign: Check Against Account");
    await window.notification(/2 remarks/);
    await window.runCommand("Problems: Focus on Problems View");
    await window.clickNotificationButton("2 remarks", "Show Output");
    const shown = await window.untilPanelShows("Result");
    assert.match(shown, /Line 6 +The contact list “CL Only 2020 Dec 4” has no contacts/);
    assert.match(shown, /Line 30 +The queue “Default Queue” is not active/);
    await window.picture("account");
    assert.equal(vendor.calls.filter(isCreate).length, created);
  });

  it("its state is followed until the platform has prepared it, or somebody does not want to wait", async () => {
    const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Preparing…" });
    for (const id of ["cd-left", "cd-followed"]) preparing.add(id);
    answer = acceptedAs("cd-left");
    await window.openFile("placeholder.campaign.json");
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
    await vendor.untilArrived(isState("cd-left"), 1);
    assert.match((await item.getAttribute("aria-label")) ?? "", /prepared “Number to come”\. Click to stop/);
    await window.picture("preparing");
    await item.click();
    await item.waitFor({ state: "detached" });

    answer = acceptedAs("cd-followed");
    await window.clearNotifications();
    await window.runCommand(submit);
    await window.clickDialogButton("Create Duplicate");
    await vendor.untilArrived(isState("cd-followed"), 1);
    preparing.clear();
    await item.waitFor();
    const shown = await window.untilPanelShows(/Number to come \(cd-followed\): Ready/);
    assert.doesNotMatch(shown, /cd-left\): /);
    await item.waitFor({ state: "detached" });
    const named = entries().filter({ hasText: "Number to come" });
    await named.filter({ hasText: "created, Ready" }).waitFor();
    await named.filter({ hasText: "created, Preparing" }).waitFor();
    // The pause after a first call is as long for each: by now a second one would have come for the other as well.
    assert.equal(vendor.calls.filter(isState("cd-followed")).length, 2);
    assert.equal(vendor.calls.filter(isState("cd-left")).length, 1);
  });
});
