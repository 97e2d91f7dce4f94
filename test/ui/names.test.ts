import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { addConnection } from "./connect";
import { pressOn } from "./press-until";
import { untilConnectionIsStored, watchSecrets } from "./stored";
import { startVendor, tokenUntil, type Vendor } from "./vendor";

const file = "names.campaign.json";
const refresh = commandTitle("refreshAccount");
const answered = (value: object): { readonly status: number; readonly body: string } => ({
  status: 200,
  body: JSON.stringify(value),
});
const isLists = ({ url }: { readonly url: string }): boolean => url.includes("/contactList/");
const lists = [
  { _id: "cl-1", name: "Bills of August", status: "Ready", totalRecordCount: 1204, campaignInUse: [] },
  { _id: "cl-2", name: "Bills of July", status: "Invalid", totalRecordCount: 3, campaignInUse: [] },
];

describe("Names from the account", () => {
  let vendor: Vendor;
  /** Resolves when the account may answer. */
  let mayAnswer: Promise<void>;

  beforeEach(async () => {
    mayAnswer = Promise.resolve();
    vendor = await startVendor(async (call) => {
      await mayAnswer;
      if (isLists(call)) return answered({ status: "success", data: lists });
      if (call.url.includes("/queues"))
        return answered({ results: [{ name: "Service", isActive: true }], totalResults: 1 });
      return answered({ status: "success", data: { results: [], totalResults: 0 } });
    });
  });
  afterEach(() => vendor.close());

  const list = (window: CampaignWindow) => window.page.locator(".suggest-widget.visible .monaco-list-row");
  const focused = (window: CampaignWindow, text: string) =>
    list(window).and(window.page.locator(".focused")).filter({ hasText: text });

  const prepare = (folder: string): Promise<void> =>
    writeFile(path.join(folder, file), '{\n  "contactLists": [""]\n}\n');

  const inNamed = (use: (window: CampaignWindow) => Promise<void>): Promise<void> =>
    inWindow(use, { prepare });

  const connect = async (window: CampaignWindow): Promise<void> => {
    await watchSecrets(window);
    await addConnection(window, {
      ...{ name: "Nine", host: vendor.origin, accountId: "acc-9", streamId: "st-9", production: false },
      credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
    });
  };
  const allow = async (window: CampaignWindow): Promise<void> => {
    await window.runCommand(refresh);
    await window.dialogText();
    await window.clickDialogButton("Suggest Names");
  };
  /** Waits until a reload keeps the connection and the permission. */
  const untilStored = (window: CampaignWindow): Promise<void> =>
    untilConnectionIsStored(window, "namesAllowed");

  /** Opens the file with the cursor in the quotes of its only contact list. */
  const inList = async (window: CampaignWindow): Promise<void> => {
    await window.openFile(file);
    await window.page.locator(".editor-instance .view-lines").first().click();
    for (const key of ["Control+Home", "ArrowDown", "End", "ArrowLeft", "ArrowLeft"])
      await window.page.keyboard.press(key);
    await window.page.locator(".part.statusbar", { hasText: "Ln 2, Col 21" }).waitFor();
  };

  /** Requests suggestions until a row matches. The first request loads the completion. */
  const suggested = (window: CampaignWindow, text: string | RegExp): Promise<void> =>
    untilDone(async () => {
      await window.page.keyboard.press("Escape");
      await window.page.keyboard.press("Control+Space");
      await list(window).filter({ hasText: text }).first().waitFor({ timeout: 5_000 });
    }, 60_000);

  it("are read once a person allows it, and are accepted from the list", () =>
    inNamed(async (window) => {
      await connect(window);
      await inList(window);
      await suggested(window, "CL Only 2020 Dec 4");
      await window.page.keyboard.press("Escape");
      assert.deepEqual(vendor.calls, []);

      await window.press("connection.saved", "Suggest Names…");
      assert.match(
        await window.dialogText(),
        /account acc-9 at http:\/\/127\.0\.0\.1:\d+.*60 calls a minute/s,
      );
      await window.picture("names-question");
      await window.clickDialogButton("Cancel");
      assert.deepEqual(vendor.calls, []);

      await allow(window);
      assert.match(
        await window.notified("account.names-read"),
        /^Read 2 contact lists, 1 queue and 0 do-not-call lists from “Nine”\./,
      );
      assert.equal(vendor.calls.length, 3);
      await window.runCommand("Notifications: Clear All Notifications");

      await inList(window);
      await suggested(window, /Bills of August.*Contact list in Nine/);
      await window.picture("names-offered");
      await list(window)
        .filter({ hasText: /Bills of July.*Invalid contact list in Nine/ })
        .waitFor();
      await pressOn(window.page, "Enter", focused(window, "Bills of August"));
      await window.untilEditorShows('["Bills of August"]');
      assert.equal(vendor.calls.length, 3);

      await window.runCommand("Show or Focus Hover");
      const hover = window.page.locator(".monaco-hover:visible", { hasText: "1,204 contacts" });
      await hover.waitFor();
      assert.match(await hover.innerText(), /Nine: 1,204 contacts; ready; linked to no campaign\. Read/);
      await window.picture("names-hover");
    }));

  it("join the open list with the next character when the account is slow", () =>
    inNamed(async (window) => {
      await connect(window);
      await allow(window);
      await window.notified("account.names-read");
      await untilStored(window);
      await window.reload();
      let answer = (): void => undefined;
      mayAnswer = new Promise((resolve) => (answer = resolve));
      const before = vendor.calls.length;
      await inList(window);
      await suggested(window, "CL Only 2020 Dec 4");
      await vendor.untilArrived(isLists, 2);
      assert.equal(await list(window).filter({ hasText: "Bills of" }).count(), 0);
      const read = async (): Promise<number> =>
        (await window.log()).filter((line) => line.includes("[info] Read 2 contact lists from “Nine”"))
          .length;
      const readBefore = await read();
      answer();
      await untilDone(async () => assert.equal(await read(), readBefore + 1), 90_000);
      // Each character filters the list that the person requested.
      for (const key of "Bil") {
        await window.page.keyboard.type(key);
        await list(window).filter({ hasText: "Bills of August" }).waitFor();
      }
      await window.picture("names-late");
      await pressOn(window.page, "Enter", focused(window, "Bills of August"));
      await window.untilEditorShows('["Bills of August"]');
      assert.equal(vendor.calls.length, before + 1);
    }));

  it("are not read in Restricted Mode, even with the permission", async () => {
    const profileDir = await mkdtemp(path.join(tmpdir(), "names-"));
    await inWindow(
      async (window) => {
        await connect(window);
        await allow(window);
        await window.notified("account.names-read");
        await untilStored(window);
      },
      { profileDir, prepare },
    );
    const before = vendor.calls.length;
    await inWindow(
      async (window) => {
        await window.runCommand(commandTitle("switchConnection"));
        await window.pickQuickItem(/^Nine\b/, "connection for this window");
        await window.page.locator(".part.statusbar", { hasText: "Nine (test)" }).waitFor();
        await inList(window);
        await suggested(window, "CL Only 2020 Dec 4");
        assert.equal(await list(window).filter({ hasText: "in Nine" }).count(), 0);
        assert.equal(vendor.calls.length, before);
      },
      {
        ...{ profileDir, prepare, workspaceTrust: true },
        settings: { "security.workspace.trust.startupPrompt": "never" },
      },
    );
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });
});
