import assert from "node:assert/strict";
import { untilDone } from "../host/deadline.mjs";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle, focusHistoryView, historyPane } from "./command-titles";
import { addConnection } from "./connect";
import { pressUntil } from "./press-until";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const submit = commandTitle("submit");
const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-9\/campaign\?/.test(url);
const answered = (value: object): { readonly status: number; readonly body: string } => ({
  status: 200,
  body: JSON.stringify(value),
});

const isState =
  (id: string) =>
  ({ url }: { readonly url: string }): boolean =>
    url.includes(`/campaign/${id}/status?`);

/** The account: its contact list is empty and its queue is inactive. */
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
  /** Ids of campaigns that are still preparing. */
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
  const view = ({ page }: CampaignWindow) => historyPane(page);
  const entries = (window: CampaignWindow) => view(window).getByRole("treeitem");
  const submitted = async (window: CampaignWindow): Promise<void> => {
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
  };

  it("a rejection that names a property is shown on its line until the line changes", () =>
    inConnected(async (window) => {
      const msg = "priority must be one of [1, 2, 3, 4, 5]";
      answer = { status: 400, body: JSON.stringify({ errors: [{ msg, code: 412 }] }) };
      await submitted(window);
      assert.match(await window.notified("submit.rejected"), /^Rejected \(400\)/);
      await window.press("submit.rejected", "Go to Line");
      await window.page.locator(".part.statusbar", { hasText: "Ln 7, Col" }).waitFor();
      await window.runCommand("Problems: Focus on Problems View");
      // The view takes the focus after it is visible.
      await window.page.locator(".markers-panel .monaco-list:focus").waitFor();
      await problem(window, "Rejected by the platform: priority must be one of")
        .getByText("priority must be")
        .dblclick();
      await window.page.locator(".part.statusbar", { hasText: "Ln 7, Col" }).waitFor();
      await window.page.locator(".editor-instance .monaco-editor.focused").waitFor();
      await window.picture("rejected");
      // The double click selected the value, so typing changes the line.
      await window.page.keyboard.type('"4"');
      await problem(window, "Rejected by the platform").waitFor({ state: "detached" });
      await window.runCommand("File: Revert File");
      assert.equal(await problem(window, "Rejected by the platform").count(), 0);
    }));

  it("the view lists it newest first and works by keyboard, and a command refreshes its state", () =>
    inConnected(async (window) => {
      answer = { status: 400, body: JSON.stringify({ errors: [{ msg: "no", code: 412 }] }) };
      await submitted(window);
      await window.notified("submit.rejected");
      answer = acceptedAs("cd-9");
      await submitted(window);
      assert.match(await window.notified("submit.accepted"), /cd-9/);
      await window.picture("accepted");
      await window.press("submit.accepted", "Show Submissions");
      // The keyboard is on the submission of the notification.
      await view(window)
        .locator(".monaco-list:focus .monaco-list-row.focused.selected", { hasText: "Created" })
        .waitFor();
      await entries(window).filter({ hasText: "Created, Ready" }).waitFor();
      await untilDone(async () => {
        const labels = await entries(window).evaluateAll((items: { ariaLabel: string | null }[]) =>
          items.map((item) => item.ariaLabel ?? ""),
        );
        assert.equal(labels.length, 3, labels.join("\n"));
        assert.match(labels[0] ?? "", /^Nine, 2 submissions/);
        assert.match(labels[1] ?? "", /^Created, Ready, .*, Nine, from billing-reminder\.campaign\.json/);
        assert.match(labels[2] ?? "", /^Rejected, .*, Nine/);
      });
      await window.picture("history");

      const { page } = window;
      // A view takes the focus once it has rows.
      await window.runCommand(focusHistoryView);
      const created = view(window).locator(".monaco-list:focus .monaco-list-row.focused", {
        hasText: "Created",
      });
      await pressUntil(page, ["Home", "ArrowDown"], created);
      const response = page.getByRole("tab", { name: /Billing Reminder.*\.response\.json/ });
      await pressUntil(page, ["Home", "ArrowDown", "Enter"], response);
      await window.untilEditorShows('"id": "cd-9"');

      const before = vendor.calls.length;
      await window.runCommand(commandTitle("refreshStatus"));
      await window.acceptFirstItem(/\b(state|status)\b/i);
      assert.match(await window.notified("state.read"), /\bReady\b/);
      const [call, ...more] = vendor.calls.slice(before);
      assert.match(call?.url ?? "", /\/campaign\/cd-9\/status\?/);
      assert.deepEqual(more, []);
    }));

  it("the file can be compared with the submitted version", () =>
    inConnected(async (window) => {
      await submitted(window);
      await window.notified("submit.accepted");
      await window.focusEditor();
      await window.page.keyboard.press("Control+Home");
      await window.page.keyboard.type("// A comment is not a difference\n");
      await window.runCommand("File: Save");
      await window.runCommand(commandTitle("compareWithSent"));
      await window.acceptFirstItem(/submission|compare/i);
      assert.match(await window.notified("compare.same"), /./);
      await window.page.getByRole("tab", { name: / ↔ / }).waitFor();
      assert.equal(
        await window.page.locator(".diff-editor .line-delete, .diff-editor .char-delete").count(),
        0,
      );
      await window.picture("compare");
    }));

  it("the account can be checked before the next submission", () =>
    inConnected(async (window) => {
      await window.runCommand(commandTitle("checkAccount"));
      assert.match(await window.notified("account.checked"), /^2 .*“CL Only 2020 Dec 4”.*“Default Queue”/);
      await window.press("account.checked");
      const shown = await window.untilPanelShows("Result");
      assert.match(shown, /Line 5 .*“CL Only 2020 Dec 4”.*\(account\//);
      assert.match(shown, /Line 29 .*“Default Queue”.*\(account\//);
      await window.picture("account");
      assert.equal(vendor.calls.filter(isCreate).length, 0);
    }));

  it("its status is watched until the platform has prepared it or the person stops watching", () =>
    inConnected(async (window) => {
      const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Preparing…" });
      for (const id of ["cd-left", "cd-followed"]) preparing.add(id);
      answer = acceptedAs("cd-left");
      await window.openFile("placeholder.campaign.json");
      await submitted(window);
      await vendor.untilArrived(isState("cd-left"), 1);
      assert.match((await item.getAttribute("aria-label")) ?? "", /“Number to come”.*Click/);
      await window.picture("preparing");
      await item.click();
      await item.waitFor({ state: "detached" });

      answer = acceptedAs("cd-followed");
      await window.runCommand(submit);
      await window.clickDialogButton("Create Duplicate");
      assert.match(await window.notified("submit.accepted"), /cd-left/);
      assert.match(await window.notified("submit.accepted"), /cd-followed/);
      const asked = vendor.calls.filter(isState("cd-left")).length;
      await vendor.untilArrived(isState("cd-followed"), 1);
      await item.waitFor();
      preparing.clear();
      const shown = await window.untilPanelShows(/Number to come \(cd-followed\): Ready/);
      assert.doesNotMatch(shown, /cd-left\): /);
      await item.waitFor({ state: "detached" });
      await window.runCommand(focusHistoryView);
      const named = entries(window).filter({ hasText: "Number to come" });
      await named.filter({ hasText: "Created, Ready" }).waitFor();
      await named.filter({ hasText: "Created, Preparing" }).waitFor();
      // Two reads with a pause between them: the canceled watch would have read in that pause.
      assert.ok(vendor.calls.filter(isState("cd-followed")).length >= 2);
      assert.equal(vendor.calls.filter(isState("cd-left")).length, asked);
    }));
});
