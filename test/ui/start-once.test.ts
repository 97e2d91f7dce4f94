import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { untilDone } from "../host/deadline.mjs";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { addConnection } from "./connect";
import { untilConnectionIsStored, watchSecrets } from "./stored";
import { startVendor, tokenUntil, type Vendor } from "./vendor";

const start = commandTitle("start");
const name = "Billing Reminder Voice Campaign1";
const isStart = ({ url }: { readonly url: string }): boolean => url.includes("trigger=play");

describe("The same campaign of an account", () => {
  let folder: string;
  let vendor: Vendor;
  let release: () => void;
  /** As the account has it. */
  let state: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
    state = "Ready";
    const held = new Promise<void>((resolve) => (release = resolve));
    vendor = await startVendor(async (call) => {
      if (isStart(call)) {
        await held;
        state = "Active";
        return answered({ status: state, message: "Campaign Started", campaignInstanceId: "cid-1" });
      }
      const campaign = { _id: "cd-7", id: "cd-7", name, status: state, dialingMode: "Preview" };
      return call.url.includes("/status?") || !call.url.includes("getAllCampaignDetails")
        ? answered({ status: "success", data: campaign })
        : answered({ status: "success", data: { results: [campaign], totalResults: 1, hasMore: false } });
    });
  });
  afterEach(async () => {
    release();
    await vendor.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answered = (body: object) => ({ status: 200, body: JSON.stringify(body) });
  /** Windows with a shared ledger. */
  const inConnected = (use: (window: CampaignWindow) => Promise<void>): Promise<void> =>
    inWindow(
      async (window) => {
        await watchSecrets(window);
        await addConnection(window, {
          ...{ name: "Seven", host: vendor.origin, accountId: "acc-7", streamId: "st-7" },
          production: false,
          credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
        });
        await use(window);
      },
      { env: { CAMPAIGN_JSON_LEDGER: folder } },
    );
  const started = (): number => vendor.calls.filter(isStart).length;

  it("is started once by two windows at the same time", () =>
    inConnected((one) =>
      inConnected(async (other) => {
        await one.runCommand(start);
        await one.dialogText();
        await other.runCommand(start);
        await other.dialogText();
        await one.clickDialogButton("Start Campaign");
        await vendor.untilArrived(isStart, 1);
        await other.clickDialogButton("Start Campaign");
        await other.notified("start.under-way");
        release();
        assert.match(await one.notified("start.accepted"), /^Campaign started: cd-7/);
        assert.equal(started(), 1);
        await other.runCommand(start);
        await other.notified("start.exists");
        assert.equal(started(), 1);
      }),
    ));

  it("is not started again after its window crashed before the response", () =>
    inConnected(async (window) => {
      await untilConnectionIsStored(window, "Seven");
      await window.runCommand(start);
      await window.clickDialogButton("Start Campaign");
      await vendor.untilArrived(isStart, 1);
      await window.killExtensionHosts();
      state = "Active";
      await window.reload();
      const ends = async (): Promise<readonly string[]> =>
        (await window.shown())
          .map(({ id }) => id)
          .filter((id) => id === "start.under-way" || id === "start.exists");
      // The lease of the crashed window expires after half a minute. Until then, the start is in progress.
      for (let last: string | undefined; last !== "start.exists"; last = (await ends()).at(-1)) {
        const before = (await ends()).length;
        await window.runCommand(start);
        await untilDone(async () => assert.ok((await ends()).length > before), 90_000);
        await window.page.waitForTimeout(3000);
      }
      assert.equal(started(), 1);
    }));
});
