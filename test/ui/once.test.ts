import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { billing, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { addConnection } from "./connect";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const submit = "Campaign: Submit Campaign…";
const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-8\/campaign\?/.test(url);

describe("The same campaign", () => {
  let folder: string;
  let vendor: Vendor;
  let release: () => void;
  let held: Promise<void>;
  const windows: CampaignWindow[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
    vendor = await startVendor(async (call) => {
      if (!isCreate(call)) return { status: 200, body: JSON.stringify(listed()) };
      await held;
      return acceptedAs("cd-8");
    });
  });
  beforeEach(() => {
    held = new Promise((resolve) => (release = resolve));
  });
  after(async () => {
    release();
    for (const window of windows) await window.close();
    await vendor.close();
    await rm(folder, { recursive: true, force: true });
  });

  const openWithConnection = async (): Promise<CampaignWindow> => {
    const window = await openCampaignWindow({ env: { CAMPAIGN_JSON_LEDGER: folder } });
    windows.push(window);
    const token = tokenUntil(Date.now() + 7 * 24 * 3600 * 1000);
    await window.openFile(billing);
    await addConnection(window, {
      ...{ name: "Eight", host: vendor.origin, accountId: "acc-8", streamId: "st-8" },
      production: false,
      credential: { token },
    });
    await window.clearNotifications();
    return window;
  };
  /** Every campaign that arrived was created, whether or not its answer did. */
  const listed = (): object => {
    const results = vendor.calls.filter(isCreate).map(({ body }, index) => ({
      _id: `cd-8-${index}`,
      name: (JSON.parse(body) as { readonly name: string }).name,
      createdAt: new Date().toISOString(),
      status: "Ready",
    }));
    return { status: "success", data: { results, total: results.length } };
  };
  const created = (): number => vendor.calls.filter(isCreate).length;

  it("is sent once by two windows that submit it at the same time, and told of when it is submitted again", async () => {
    const one = await openWithConnection();
    const other = await openWithConnection();
    await one.runCommand(submit);
    await other.runCommand(submit);
    await other.dialogText();
    await one.clickDialogButton("Submit");
    await one.page.locator(".notification-toast", { hasText: "Submitting to Eight" }).waitFor();
    while (created() === 0) await one.page.waitForTimeout(50);
    await other.clickDialogButton("Submit");
    await other.notification("is being submitted to this account already");
    release();
    await one.notification("Campaign accepted");
    assert.equal(created(), 1);
    await other.clearNotifications();
    await other.runCommand(submit);
    const asked = await other.dialogText();
    assert.match(asked, /was already created in Eight\. Create a duplicate\?/);
    assert.match(
      asked,
      /Exactly this campaign was already created in this account .*cd-8.*creates a duplicate/,
    );
    assert.deepEqual((await other.dialogButtons()).toSorted(), [
      "Cancel",
      "Create Duplicate",
      "Show Earlier Submission",
    ]);
    // Enter presses the button that has the focus, which sends nothing.
    await other.page.keyboard.press("Enter");
    await other.page.locator(".tab", { hasText: ".response.json" }).waitFor();
    assert.equal(created(), 1);
  });

  it("is asked about at the next start when its window broke down before the answer", async () => {
    const [window] = windows;
    assert.ok(window !== undefined);
    const before = created();
    await window.clearNotifications();
    await window.openFile("placeholder.campaign.json");
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
    while (created() === before) await window.page.waitForTimeout(50);
    await window.killExtensionHosts();
    await window.reload();
    await window.openFile("placeholder.campaign.json");
    // Only when nobody has renewed its lease for half a minute is it taken for left behind.
    const message = window.page.locator(".notification-toast", { hasText: "was being sent to the account" });
    await message.waitFor({ timeout: 60_000 });
    assert.match((await message.textContent()) ?? "", /Number to come/);
    await window.clickNotificationButton("was being sent", "Look It Up");
    await window.notification("was created: cd-8-1, Ready. Do not send it again.");
    await window.clearNotifications();
    await window.runCommand(submit);
    assert.match(await window.dialogText(), /Exactly this campaign was already created .*cd-8-1/);
    await window.clickDialogButton("Cancel");
    assert.equal(created(), before + 1);
  });
});
