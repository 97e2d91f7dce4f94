import assert from "node:assert/strict";
import { inWindow, type CampaignWindow } from "./campaign-window";
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
  let vendor: Vendor;
  let answer: { readonly status: number; readonly body: string };
  /** Ids of campaigns that the platform has not prepared yet. */
  const preparing = new Set<string>();

  beforeEach(async () => {
    preparing.clear();
    answer = acceptedAs("cd-9");
    vendor = await startVendor((call) => {
      if (isCreate(call)) return Promise.resolve(answer);
      return Promise.resolve(
        [...preparing].some((id) => isState(id)(call)) ? stateOf("Preparing") : read(call),
      );
    });
  });
  afterEach(() => vendor.close());

  const inConnected = (use: (window: CampaignWindow) => Promise<void>): Promise<void> =>
    inWindow(async (window) => {
      await addConnection(window, {
        ...{ name: "Nine", host: vendor.origin, accountId: "acc-9", streamId: "st-9", production: false },
        credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
      });
      await use(window);
    });
  const problem = ({ page }: CampaignWindow, words: string) =>
    page.locator(".markers-panel .monaco-list-row", { hasText: words });
  const view = ({ page }: CampaignWindow) => page.locator(".pane", { hasText: "Campaign Submissions" });
  const entries = (window: CampaignWindow) => view(window).getByRole("treeitem");
  const submitted = async (window: CampaignWindow): Promise<void> => {
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
  };

  it("a rejection that names a property stands on its line until that changes", () =>
    inConnected(async (window) => {
      const msg = "priority must be one of [1, 2, 3, 4, 5]";
      answer = { status: 400, body: JSON.stringify({ errors: [{ msg, code: 412 }] }) };
      await submitted(window);
      assert.match(await window.told("submit.rejected"), /^Rejected \(400\): nothing was created\./);
      await window.runCommand("Problems: Focus on Problems View");
      await problem(window, "The platform said: priority must be one of")
        .getByText("priority must be")
        .dblclick();
      await window.page.locator(".part.statusbar", { hasText: "Ln 7, Col" }).waitFor();
      await window.page.locator(".editor-instance .monaco-editor.focused").waitFor();
      await window.picture("rejected");
      // What is selected is the value; typed over, the line is another one.
      await window.page.keyboard.type('"4"');
      await problem(window, "The platform said").waitFor({ state: "detached" });
      await window.runCommand("File: Revert File");
      assert.equal(await problem(window, "The platform said").count(), 0);
    }));

  it("the view has it, newest first, and is used by keyboard; its state is read again on request", () =>
    inConnected(async (window) => {
      answer = { status: 400, body: JSON.stringify({ errors: [{ msg: "no", code: 412 }] }) };
      await submitted(window);
      await window.told("submit.rejected");
      answer = acceptedAs("cd-9");
      await submitted(window);
      assert.match(await window.told("submit.accepted"), /^Campaign accepted: cd-9/);
      await window.runCommand("Explorer: Focus on Campaign Submissions View");
      await entries(window).filter({ hasText: "created, Ready · Nine" }).waitFor();
      const labels = await entries(window).evaluateAll((items: { ariaLabel: string | null }[]) =>
        items.map((item) => item.ariaLabel ?? ""),
      );
      assert.equal(labels.length, 2, labels.join("\n"));
      assert.match(labels[0] ?? "", /created, Ready, Nine, .*from billing-reminder\.campaign\.json/);
      assert.match(labels[1] ?? "", /rejected, Nine/);
      await window.picture("history");

      // A view takes the keyboard once it has lines.
      await window.runCommand("Explorer: Focus on Campaign Submissions View");
      await view(window).locator(".monaco-list:focus").waitFor();
      await window.page.keyboard.press("Home");
      await view(window).locator(".monaco-list-row.focused", { hasText: "created" }).waitFor();
      await window.page.keyboard.press("Enter");
      await window.page.getByRole("tab", { name: /Billing Reminder.*\.response\.json/ }).waitFor();
      assert.match(await window.editorText(), /"id": "cd-9"/);

      const before = vendor.calls.length;
      await window.runCommand("Campaign: Refresh Campaign Status");
      await window.acceptFirstItem("Select a submission to refresh");
      assert.match(await window.told("state.read"), / is Ready\.$/);
      const [call, ...more] = vendor.calls.slice(before);
      assert.match(call?.url ?? "", /\/campaign\/cd-9\/status\?/);
      assert.deepEqual(more, []);
    }));

  it("the file is compared with what was sent", () =>
    inConnected(async (window) => {
      await submitted(window);
      await window.told("submit.accepted");
      await window.runCommand("View: Focus Active Editor Group");
      await window.page.keyboard.press("Control+Home");
      await window.page.keyboard.type("// A remark is no difference\n");
      await window.runCommand("File: Save");
      await window.runCommand("Campaign: Compare with Submitted Version");
      await window.acceptFirstItem("Select a submission to compare");
      assert.match(await window.told("compare.same"), /would be submitted exactly as before\.$/);
      await window.page.getByRole("tab", { name: /sent .* ↔ now/ }).waitFor();
      assert.equal(
        await window.page.locator(".diff-editor .line-delete, .diff-editor .char-delete").count(),
        0,
      );
      await window.picture("compare");
    }));

  it("the account can be asked, before the next one, for what it names", () =>
    inConnected(async (window) => {
      await window.runCommand("Campaign: Check Against Account");
      assert.match(await window.told("account.checked"), /2 remarks/);
      await window.press("account.checked", "Show Output");
      const shown = await window.untilPanelShows("Result");
      assert.match(shown, /Line 5 +The contact list “CL Only 2020 Dec 4” has no contacts/);
      assert.match(shown, /Line 29 +The queue “Default Queue” is not active/);
      await window.picture("account");
      assert.equal(vendor.calls.filter(isCreate).length, 0);
    }));

  it("its state is followed until the platform has prepared it, or somebody does not want to wait", () =>
    inConnected(async (window) => {
      const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Preparing…" });
      for (const id of ["cd-left", "cd-followed"]) preparing.add(id);
      answer = acceptedAs("cd-left");
      await window.openFile("placeholder.campaign.json");
      await submitted(window);
      await vendor.untilArrived(isState("cd-left"), 1);
      assert.match(
        (await item.getAttribute("aria-label")) ?? "",
        /prepared “Number to come”\. Click to stop/,
      );
      await window.picture("preparing");
      await item.click();
      await item.waitFor({ state: "detached" });

      answer = acceptedAs("cd-followed");
      await submitted(window);
      assert.match(await window.told("submit.accepted"), /cd-left/);
      assert.match(await window.told("submit.accepted"), /cd-followed/);
      const asked = vendor.calls.filter(isState("cd-left")).length;
      await vendor.untilArrived(isState("cd-followed"), 1);
      await item.waitFor();
      preparing.clear();
      const shown = await window.untilPanelShows(/Number to come \(cd-followed\): Ready/);
      assert.doesNotMatch(shown, /cd-left\): /);
      await item.waitFor({ state: "detached" });
      await window.runCommand("Explorer: Focus on Campaign Submissions View");
      const named = entries(window).filter({ hasText: "Number to come" });
      await named.filter({ hasText: "created, Ready" }).waitFor();
      await named.filter({ hasText: "created, Preparing" }).waitFor();
      // It was asked about twice, with a pause, in which the other would have been asked about as well.
      assert.ok(vendor.calls.filter(isState("cd-followed")).length >= 2);
      assert.equal(vendor.calls.filter(isState("cd-left")).length, asked);
    }));
});
