import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { billing, inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { addConnection } from "./connect";
import { untilConnectionIsStored, watchSecrets } from "./stored";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const submit = commandTitle("submit");
const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-8\/campaign\?/.test(url);

describe("The same campaign", () => {
  let folder: string;
  let vendor: Vendor;
  let release: () => void;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
    const held = new Promise<void>((resolve) => (release = resolve));
    vendor = await startVendor(async (call) => {
      if (!isCreate(call)) return { status: 200, body: JSON.stringify(listed()) };
      await held;
      return acceptedAs("cd-8");
    });
  });
  afterEach(async () => {
    release();
    await vendor.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Windows with a shared ledger. */
  const inConnected = (use: (window: CampaignWindow) => Promise<void>, file = billing): Promise<void> =>
    inWindow(
      async (window) => {
        await watchSecrets(window);
        await addConnection(window, {
          ...{ name: "Eight", host: vendor.origin, accountId: "acc-8", streamId: "st-8" },
          production: false,
          credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
        });
        await use(window);
      },
      { env: { CAMPAIGN_JSON_LEDGER: folder }, file },
    );
  /** The account contains every campaign that arrived, even one whose response was lost. */
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

  it("is sent once by two windows at the same time, and a later submission is a duplicate", () =>
    inConnected((one) =>
      inConnected(async (other) => {
        await one.runCommand(submit);
        await other.runCommand(submit);
        await other.dialogText();
        await one.clickDialogButton("Submit");
        await vendor.untilArrived(isCreate, 1);
        await other.clickDialogButton("Submit");
        assert.match(await other.notified("submit.under-way"), /being submitted/);
        release();
        await one.notified("submit.accepted");
        assert.equal(created(), 1);
        await other.runCommand(submit);
        const asked = await other.dialogText();
        for (const part of ["already created", "Eight", "cd-8", "duplicate"])
          assert.ok(asked.includes(part), asked);
        assert.deepEqual((await other.dialogButtons()).toSorted(), [
          "Cancel",
          "Create Duplicate",
          "Show Earlier Submission",
        ]);
        // Enter presses the focused button, which sends nothing.
        assert.equal(await other.acceptDialog(), "Show Earlier Submission");
        await other.page.locator(".tab", { hasText: ".response.json" }).waitFor();
        assert.equal(created(), 1);
      }),
    ));

  it("is reported at the next start when its window crashed before the response", () =>
    inConnected(async (window) => {
      await untilConnectionIsStored(window, "Eight");
      await window.runCommand(submit);
      await window.clickDialogButton("Submit");
      await vendor.untilArrived(isCreate, 1);
      await window.killExtensionHosts();
      await window.reload();
      // The lease of the crashed window expires after half a minute.
      assert.match(await window.notified("submit.left-behind"), /^“Number to come”.* account/);
      await window.press("submit.left-behind");
      assert.match(await window.notified("lookup.found"), /was created: cd-8-0, Ready\b/);
      await window.runCommand(submit);
      assert.match(await window.dialogText(), /already created .*cd-8-0/s);
      await window.clickDialogButton("Cancel");
      assert.equal(created(), 1);
    }, "placeholder.campaign.json"));
});
