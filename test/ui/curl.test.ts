import assert from "node:assert/strict";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { readyToken } from "./connect";
import { tokenUntil } from "./vendor";
import { untilClipboard } from "./until-page";

const token = tokenUntil(Date.now() + 24 * 3600 * 1000);
const url =
  "https://platform.kore.ai/campaign/api/v2/public/st-7/campaign?accountId=acc-7&campaignType=voice";
const command = `curl '${url}' \\\n  -H 'auth: ${token}' \\\n  --data '{ "name": "Spring" }'`;

describe("A cURL command", () => {
  const clipboardOf = ({ page }: CampaignWindow): Promise<string> =>
    page.evaluate("navigator.clipboard.readText()");
  const copy = ({ page }: CampaignWindow, text: string): Promise<void> =>
    page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  const accept = async (window: CampaignWindow, step: string, value: string): Promise<void> => {
    assert.equal(await window.acceptSuggestedValue(step), value);
  };

  it("becomes a campaign and, on request, a connection, and its token stays hidden", () =>
    inWindow(async (window) => {
      await copy(window, command);
      await window.runCommand(commandTitle("importCurl"));
      await window.notified("curl.imported");
      await window.page.getByRole("tab", { name: /Untitled-1/ }).waitFor();
      await window.untilEditorShows('"name": "Spring"');
      await window.notified("curl.clipboard");
      await window.press("curl.imported");
      await window.acceptQuickInput("Acme", "(1/7)");
      await accept(window, "(2/7)", "https://platform.kore.ai");
      await accept(window, "(3/7)", "acc-7");
      await accept(window, "(4/7)", "st-7");
      await window.pickQuickItem(/^Yes\b/, "(5/7)");
      await window.pickQuickItem(readyToken, "(6/7)");
      await window.quickInput(/The token (is|expires)/);
      assert.ok((await window.describeQuickInput()).password);
      await accept(window, "(7/7)", token);
      assert.match(await window.notified("connection.saved"), /^“Acme” /);
      assert.ok(!(await window.page.locator("body").innerText()).includes(token));
      assert.ok((await clipboardOf(window)).includes(token));
      await window.press("curl.clipboard");
      await untilClipboard(window, "");
    }));

  it("is requested in a hidden input when the clipboard contains none", () =>
    inWindow(async (window) => {
      await copy(window, "");
      await window.runCommand(commandTitle("importCurl"));
      await window.quickInput(/cURL command/);
      assert.ok((await window.describeQuickInput()).password);
      await window.acceptQuickInput("wget x");
      await window.quickInput(/not a cURL command/);
      await window.acceptQuickInput(command.replaceAll("\n", ""));
      await window.notified("curl.imported");
      await window.page.getByRole("tab", { name: /Untitled-1/ }).waitFor();
      await window.untilEditorShows('"name": "Spring"');
    }));
});
