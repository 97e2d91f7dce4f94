import assert from "node:assert/strict";
import { openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { readyToken } from "./connect";
import { tokenUntil } from "./vendor";

const token = tokenUntil(Date.now() + 24 * 3600 * 1000);
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-7/campaign?accountId=acc-7&campaignType=voice";
const command = `curl '${url}' \\\n  -H 'auth: ${token}' \\\n  --data '{ "name": "Spring" }'`;

describe("A cURL command", () => {
  let window: CampaignWindow;
  before(async () => {
    window = await openCampaignWindow();
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  after(() => window.close());

  const clipboard = (): Promise<string> => window.page.evaluate("navigator.clipboard.readText()");
  const accept = async (step: string, value: string): Promise<void> => {
    await window.quickInput(step);
    assert.equal((await window.describeQuickInput()).value, value);
    await window.page.keyboard.press("Enter");
  };

  it("becomes a campaign and, on request, a connection, and its token is shown nowhere", async () => {
    await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(command)})`);
    await window.runCommand("Campaign: Import cURL…");
    await window.page.getByRole("tab", { name: /Untitled-1/ }).waitFor();
    await window.clickNotificationButton("The campaign is open and not saved yet.", "Save as Connection…");
    await window.acceptQuickInput("Acme", "(1/7)");
    await accept("(2/7)", "https://platform.kore.ai");
    await accept("(3/7)", "acc-7");
    await accept("(4/7)", "st-7");
    await window.pickQuickItem("Yes, it calls real people", "(5/7)");
    await window.pickQuickItem(readyToken, "(6/7)");
    await window.quickInput("The token is good until");
    assert.ok((await window.describeQuickInput()).password);
    await accept("(7/7)", token);
    await window.notification("“Acme” is saved.");
    assert.ok(!(await window.page.locator("body").innerText()).includes(token));
  });

  it("can be taken off the clipboard, where its token still is", async () => {
    assert.ok((await clipboard()).includes(token));
    await window.clickNotificationButton("still on the clipboard", "Clear Clipboard");
    await window.page.waitForFunction("navigator.clipboard.readText().then((text) => text === '')");
    await window.clearNotifications();
  });

  it("is asked for when there is none, and shown as dots", async () => {
    await window.runCommand("Campaign: Import cURL…");
    await window.quickInput("Paste the cURL command");
    assert.ok((await window.describeQuickInput()).password);
    await window.acceptQuickInput("wget x");
    await window.quickInput("This is not a cURL command");
    await window.acceptQuickInput(command.replaceAll("\n", ""));
    await window.page.getByRole("tab", { name: /Untitled-2/ }).waitFor();
  });
});
