import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readLedger, writeLedger } from "../../src/core/ledger/ledger-text";
import { ledgerFile } from "../../src/node/ledger/ledger-file";
import { billing, campaigns, changeFile, inWindow, untilLine, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { addConnection } from "./connect";
import { acceptedAs, startVendor, tokenUntil, type Vendor, type VendorCall } from "./vendor";

interface Answer {
  readonly status: number;
  readonly body: string;
}

const submit = commandTitle("submit");
const isCreate = ({ url }: VendorCall): boolean => /\/st-6\/campaign\?/.test(url);
const isList = ({ url }: VendorCall): boolean => url.includes("getAllCampaignDetails");

const timeout = (seconds: number): string =>
  JSON.stringify({ "campaignJson.submit.timeoutSeconds": seconds });

const nothing = new Promise<never>(() => undefined);
const gatewayPage: Answer = { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>" };
const broken: Answer = { status: 500, body: "<html><h1>500</h1></html>" };
const emptyList: Answer = {
  status: 200,
  body: JSON.stringify({ status: "success", data: { results: [], totalResults: 0 } }),
};

describe("A submission without a clear response", () => {
  let content: string;
  let profileDir: string;
  let vendor: Vendor;
  let create: () => Promise<Answer>;
  let list: Answer;
  /** Time of the last read of the account, in milliseconds since 1970. */
  let lastLook: number;

  beforeEach(async () => {
    list = emptyList;
    vendor = await startVendor((call) => {
      if (isCreate(call)) return create();
      lastLook = Date.now();
      return Promise.resolve(list);
    });
    // A workspace cannot set it, so 600 has no effect; the settings of the machine that runs the extension can.
    content = await mkdtemp(path.join(tmpdir(), "patient-"));
    await mkdir(path.join(content, ".vscode"));
    await writeFile(path.join(content, ".vscode", "settings.json"), timeout(600));
    profileDir = await mkdtemp(path.join(tmpdir(), "impatient-"));
    for (const data of ["user-data", "user-data/server/data"]) {
      const machine = path.join(profileDir, data, "Machine");
      await mkdir(machine, { recursive: true });
      await writeFile(path.join(machine, "settings.json"), timeout(8));
    }
  });
  afterEach(async () => {
    await vendor.close();
    await rm(content, { recursive: true });
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const inConnected = (use: (window: CampaignWindow) => Promise<void>, file = billing): Promise<void> =>
    inWindow(
      async (window) => {
        await addConnection(window, {
          ...{ name: "Six", host: vendor.origin, accountId: "acc-6", streamId: "st-6", production: false },
          credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
        });
        await use(window);
      },
      { file, profileDir },
      [...campaigns, content],
    );
  const created = (): number => vendor.calls.filter(isCreate).length;
  const looked = (): number => vendor.calls.filter(isList).length;

  const submitted = async (window: CampaignWindow): Promise<void> => {
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
    assert.match(await window.notified("submit.unknown"), /may have been created/);
  };

  /** Refuses without a question. */
  const refused = async (window: CampaignWindow): Promise<void> => {
    const before = created();
    await window.runCommand(submit);
    assert.match(await window.notified("submit.unresolved"), /^Not(hing was)? sent/);
    assert.equal(await window.page.locator(".monaco-dialog-box").count(), 0);
    assert.equal(created(), before);
  };

  /** Moves the entry that far into the past, as a test cannot set the clock. Returns when the submission timed out. */
  const sentEarlier = async ({ profileDir }: CampaignWindow, ms: number): Promise<number> => {
    let timedOutAt = NaN;
    await ledgerFile(path.join(profileDir, "user-data", "ledger")).update((text) => {
      const entries = readLedger(text).entries.map((entry) => {
        if (entry.state === "pending") return entry;
        timedOutAt = entry.finishedAt - ms;
        return { ...entry, at: entry.at - ms, finishedAt: timedOutAt };
      });
      return { text: writeLedger(entries) };
    });
    return timedOutAt;
  };

  it("is not sent again before it is looked up, and the look-up can be canceled", () =>
    inConnected(async (window) => {
      create = () => nothing;
      await submitted(window);
      await refused(window);
      await window.press("submit.unresolved");
      await window.notified("lookup.looking");
      await vendor.untilArrived(isList, 1);
      // The platform may still be creating it, so the look-up takes a minute.
      await window.press("lookup.looking", "Cancel");
      await window.ended("lookup.looking");
      await refused(window);
      assert.ok(
        !(await window.shown()).some(({ kind, id }) => kind === "notification" && /^lookup/.test(id)),
      );
      assert.equal(created(), 1);
    }));

  it("is looked up until the platform must be done, and can be submitted again when it is not in the account", () =>
    inConnected(async (window) => {
      create = () => nothing;
      await submitted(window);
      await refused(window);
      const timedOutAt = await sentEarlier(window, 45_000);
      await window.press("submit.unresolved");
      assert.match(await window.notified("lookup.not-found"), /is not in the account/);
      // The platform may need a minute. Before that, a missing campaign proves nothing.
      assert.ok(lastLook >= timedOutAt + 60_000, `${lastLook - timedOutAt} ms`);
      assert.equal(created(), 1);
      create = () => Promise.resolve(acceptedAs("cd-6"));
      await window.press("lookup.not-found");
      const asked = await window.dialogText();
      assert.match(asked, /Billing Reminder Voice Campaign1/);
      assert.doesNotMatch(asked, /got no response|already created/);
      await window.clickDialogButton("Submit");
      assert.match(await window.notified("submit.accepted"), /cd-6/);
      assert.equal(created(), 2);
    }));

  it("stays unresolved when the account cannot be read, until a person resolves it", () =>
    inConnected(async (window) => {
      create = () => Promise.resolve(gatewayPage);
      list = broken;
      await submitted(window);
      await window.press("submit.unknown");
      assert.match(await window.notified("lookup.cannot-tell"), /“Number to come”/);
      list = { status: 400, body: JSON.stringify({ errors: [{ msg: "not now", code: 400 }] }) };
      const before = looked();
      await window.press("lookup.cannot-tell");
      assert.match(await window.notified("lookup.cannot-tell"), /\b400\b/);
      assert.ok(looked() > before);
      await window.press("lookup.cannot-tell", "Resolve Manually…");
      assert.match(await window.dialogText(), /“Number to come” in the account acc-6/);
      await window.clickDialogButton("Cancel");
      await refused(window);

      await window.press("submit.unresolved");
      await window.notified("lookup.cannot-tell");
      await window.press("lookup.cannot-tell", "Resolve Manually…");
      await window.clickDialogButton("Mark as Not Created");
      assert.match(await window.notified("lookup.noted"), /“Number to come” .*not created/);
      create = () => Promise.resolve(acceptedAs("cd-6-2"));
      await window.runCommand(submit);
      assert.match(await window.dialogText(), /marked .*not created.* duplicate/s);
      assert.equal(created(), 1);
      await window.clickDialogButton("Submit");
      assert.match(await window.notified("submit.accepted"), /cd-6-2/);
      assert.equal(created(), 2);
    }, "placeholder.campaign.json"));

  it("does not turn the name of the campaign into a link while it is looked up", () =>
    inConnected(async (window) => {
      const name = "[Stop](command:workbench.action.toggleZenMode)";
      const text = await readFile(path.join(window.folder, billing), "utf8");
      const named = text.replace(/"name": ".*?"/, () => `"name": ${JSON.stringify(name)}`);
      await changeFile(window, billing, named, (ms) => untilLine(window, "[Stop]", ms));
      create = () => nothing;
      await submitted(window);
      await window.press("submit.unknown");
      assert.match(await window.notified("lookup.looking"), /“\[Stop\] \(command:/);
      await vendor.untilArrived(isList, 1);
      const looking = window.page.locator(".notifications-center .notification-list-item-message").filter({
        hasText: (await window.shown()).findLast(({ id }) => id === "lookup.looking")?.text ?? "",
      });
      await looking.waitFor();
      assert.equal(await looking.locator("a").count(), 0);
      await window.press("lookup.looking", "Cancel");
      await window.ended("lookup.looking");
    }));
});
