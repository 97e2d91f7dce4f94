import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readLedger, writeLedger } from "../../src/core/ledger/ledger-text";
import { ledgerFile } from "../../src/node/ledger-file";
import { billing, campaigns, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { addConnection } from "./connect";
import { acceptedAs, startVendor, tokenUntil, type Vendor, type VendorCall } from "./vendor";

interface Answer {
  readonly status: number;
  readonly body: string;
}

const submit = "Campaign: Submit Campaign…";
const placeholder = "placeholder.campaign.json";
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

describe("After an answer that does not say whether the campaign was created", () => {
  let content: string;
  let profileDir: string;
  let window: CampaignWindow;
  let vendor: Vendor;
  let create: () => Promise<Answer>;
  let list: Answer = emptyList;

  before(async () => {
    // As far away as a platform is: of messages that come within a moment VS Code shows only the first few.
    const listed = (): Promise<Answer> => new Promise((resolve) => setTimeout(() => resolve(list), 1_000));
    vendor = await startVendor((call) => (isCreate(call) ? create() : listed()));
    // A workspace cannot set it, so 600 has no effect; the settings of the machine that runs the extension can.
    content = await mkdtemp(path.join(tmpdir(), "patient-"));
    await mkdir(path.join(content, ".vscode"));
    await writeFile(path.join(content, ".vscode", "settings.json"), timeout(600));
    profileDir = await mkdtemp(path.join(tmpdir(), "impatient-"));
    for (const data of ["user-data", "user-data/server/data"]) {
      const machine = path.join(profileDir, data, "Machine");
      await mkdir(machine, { recursive: true });
      await writeFile(path.join(machine, "settings.json"), timeout(2));
    }
    window = await openCampaignWindow({ profileDir }, [...campaigns, content]);
    await window.openFile(billing);
    await addConnection(window, {
      ...{ name: "Six", host: vendor.origin, accountId: "acc-6", streamId: "st-6", production: false },
      credential: { token: tokenUntil(Date.now() + 7 * 24 * 3600 * 1000) },
    });
  });
  after(async () => {
    await window.close();
    await vendor.close();
    await rm(content, { recursive: true });
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });
  beforeEach(() => window.clearNotifications());

  const created = (): number => vendor.calls.filter(isCreate).length;
  const looked = (): number => vendor.calls.filter(isList).length;
  const looking = () => window.page.locator(".notification-toast", { hasText: "Looking for" });

  /** Nobody may have to say no to what is refused. */
  const refused = async (): Promise<void> => {
    const before = created();
    await window.runCommand(submit);
    const words = await window.notification("Nothing was sent: exactly this campaign was sent");
    assert.match(words, /Look it up first\./);
    assert.equal(await window.page.locator(".monaco-dialog-box").count(), 0);
    assert.equal(created(), before);
  };

  /** As if it had been sent that much earlier: the clock of an editor cannot be set. */
  const sentEarlier = (ms: number): Promise<void> =>
    ledgerFile(path.join(window.profileDir, "user-data", "ledger")).update((text) => {
      const entries = readLedger(text).entries.map((entry) =>
        entry.state === "pending"
          ? entry
          : { ...entry, at: entry.at - ms, finishedAt: entry.finishedAt - ms },
      );
      return { text: writeLedger(entries) };
    });

  it("it is not sent again before somebody has looked, and looking can be stopped", async () => {
    create = () => nothing;
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
    await window.notification("Unknown: the campaign may have been created.");
    await window.clearNotifications();
    await refused();
    await window.clickNotificationButton("Nothing was sent", "Look It Up");
    await vendor.untilArrived(isList, 1);
    // The platform may still be at it, so this goes on for a minute.
    await window.clickNotificationButton("Looking for", "Cancel");
    await looking().waitFor({ state: "detached" });
    assert.deepEqual(await window.notifications(), []);
    await refused();
    assert.equal(created(), 1);
  });

  it("it is looked up until the platform must be done, and what is not there is sent once more", async () => {
    await refused();
    const before = looked();
    await sentEarlier(55_000);
    await window.clickNotificationButton("Nothing was sent", "Look It Up");
    const words = await window.notification("is not in the account, so it was not created.");
    assert.match(words, /It can be sent again\./);
    // Twice when the minute is not over yet; on a slow machine it may be.
    assert.ok(looked() > before);
    assert.equal(created(), 1);
    create = () => Promise.resolve(acceptedAs("cd-6"));
    await window.clickNotificationButton("is not in the account", "Submit Again…");
    const asked = await window.dialogText();
    assert.match(asked, /Billing Reminder Voice Campaign1/);
    assert.doesNotMatch(asked, /got no response|already created/);
    await window.clickDialogButton("Submit");
    await window.notification("Campaign accepted: cd-6");
    assert.equal(created(), 2);
  });

  it("it stays open where the account cannot be read, until a person knows", async () => {
    create = () => Promise.resolve(gatewayPage);
    list = broken;
    await window.openFile(placeholder);
    await window.runCommand(submit);
    await window.clickDialogButton("Submit");
    await window.notification("Unknown: the campaign may have been created.");
    const [sent, before] = [created(), looked()];
    await window.clickNotificationButton("Unknown", "Look It Up");
    const cannotTell = "Couldn't determine whether “Number to come” was created";
    assert.match(await window.notification(cannotTell), /Don't send it again until you have looked/);
    list = { status: 400, body: JSON.stringify({ errors: [{ msg: "not now", code: 400 }] }) };
    await window.clickNotificationButton(cannotTell, "Look Again");
    await vendor.untilArrived(isList, before + 2);
    await window.notification("was created: the server answered 400.");
    await window.clickNotificationButton(cannotTell, "Resolve Manually…");
    assert.match(await window.dialogText(), /Is “Number to come” in the account acc-6\?/);
    await window.clickDialogButton("Cancel");
    await refused();

    await window.clickNotificationButton("Nothing was sent", "Look It Up");
    await window.clickNotificationButton(cannotTell, "Resolve Manually…");
    await window.clickDialogButton("Mark as Not Created");
    await window.notification("“Number to come” is marked as not created.");
    create = () => Promise.resolve(acceptedAs("cd-6-2"));
    await window.runCommand(submit);
    const words = await window.dialogText();
    assert.match(words, /Exactly this campaign was sent to .* a person marked it as not created/);
    assert.match(words, /submitting it may create a duplicate/);
    assert.equal(created(), sent);
    await window.clickDialogButton("Submit");
    await window.notification("Campaign accepted: cd-6-2");
    assert.equal(created(), sent + 1);
  });
});
