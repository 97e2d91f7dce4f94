import assert from "node:assert/strict";
import { jwtVerify } from "jose";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { watched } from "./canary";
import { addConnection, clientAndSecret, typeConnection, type TypedConnection } from "./connect";
import { refuseSecrets } from "./refuse-secrets";
import { untilConnectionIsRemembered } from "./stored";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const client = { clientId: "cs-ui", clientSecret: watched("a-client-secret-of-some-length") };
const submit = "Campaign: Submit Campaign…";
/** An hour more: the files before this one take minutes, and what is left is told in whole days. */
const nextWeek = Date.now() + (7 * 24 + 1) * 3600 * 1000;
const token = tokenUntil(nextWeek);
const name = "Billing Reminder Voice Campaign1";

interface Answer {
  readonly status: number;
  readonly body: string;
}

const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-7\/campaign\?/.test(url);

/** What the account says when it is read: the campaign is there, and ready. */
function read(): Answer {
  const listed = { _id: "cd-lost", name, createdAt: new Date().toISOString(), status: "Ready" };
  const data = { id: "cd-lost", status: "Ready", results: [listed], totalResults: 1 };
  return { status: 200, body: JSON.stringify({ status: "success", message: "read", data }) };
}

describe("Connections", () => {
  let vendor: Vendor;
  let answer: () => Promise<Answer>;
  const acme = (): TypedConnection => ({
    ...{ name: "Acme", host: vendor.origin, accountId: "acc-7", streamId: "st-7" },
    production: true,
    credential: { token },
  });

  beforeEach(async () => {
    answer = () => Promise.resolve(acceptedAs("cd-7"));
    vendor = await startVendor((call) => (isCreate(call) ? answer() : Promise.resolve(read())));
  });
  afterEach(() => vendor.close());

  const created = (): number => vendor.calls.filter(isCreate).length;
  const untilStatusBarSays = ({ page }: CampaignWindow, words: string): Promise<void> =>
    page.locator(".part.statusbar .statusbar-item", { hasText: words }).waitFor();

  /** What it takes to send to real people. */
  const sayYes = async (window: CampaignWindow): Promise<void> => {
    await window.clickDialogButton("Submit to Acme…");
    await window.acceptQuickInput(name, "type the name of the campaign");
  };

  it("begin with Practice, and nothing else", () =>
    inWindow(async (window) => {
      await untilStatusBarSays(window, "Practice");
      await window.runCommand("Campaign: Remove Connection…");
      assert.match(await window.told("connection.none"), /^No connection is saved\./);
    }));

  it("are added by keyboard, stay when the window is loaded anew, and are removed only after a yes", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await untilStatusBarSays(window, "Acme: calls real people");
      const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Acme" });
      assert.match((await item.getAttribute("class")) ?? "", /error-kind/);
      await window.runCommand("Campaign: Switch Connection…");
      await window.quickInput("Select the connection");
      const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
      for (const part of ["in use", "calls real people", "expires in 7 days", vendor.origin, "acc-7"])
        assert.match(await row.innerText(), new RegExp(part));
      await window.cancelQuickInput();
      await untilConnectionIsRemembered(window, "another");
      await window.reload();
      await untilStatusBarSays(window, "Acme: calls real people");
      assert.ok(!(await window.page.content()).includes(token));

      for (const button of ["Cancel", "Remove Connection"]) {
        await window.runCommand("Campaign: Remove Connection…");
        await window.acceptFirstItem("Select the connection to remove");
        assert.match(await window.dialogText(), /Remove the connection “Acme”\?/);
        await window.clickDialogButton(button);
      }
      assert.equal(await window.told("connection.removed"), "“Acme” and its credentials were removed.");
      await untilStatusBarSays(window, "Practice");
      await untilConnectionIsRemembered(window, "practice");
      await window.reload();
      await untilStatusBarSays(window, "Practice");
    }));

  it("that call real people say so where it asks, and send exactly once to their own host", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await window.runCommand(submit);
      const words = await window.dialogText();
      for (const part of ["Real people will be called", "Acme", vendor.origin, "acc-7", "st-7"])
        assert.ok(words.includes(part), words);
      assert.ok(!words.includes(token));
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit to Acme…"]);
      await window.clickDialogButton("Submit to Acme…");
      await window.acceptQuickInput(name.toUpperCase(), "type the name of the campaign");
      await window.quickInput("The name doesn’t match, so nothing was sent.");
      assert.equal(vendor.calls.length, 0);
      await window.acceptQuickInput(` ${name} `);
      assert.match(await window.told("submit.accepted"), /^Campaign accepted: cd-7/);
      assert.equal(created(), 1);
      assert.equal(vendor.calls[0]?.auth, token);
      assert.match(vendor.calls[0].url, /^\/campaign\/api\/v2\/public\/st-7\/campaign\?accountId=acc-7/);
    }));

  it("take one submission of a campaign at a time", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      answer = () => held.then(() => acceptedAs("cd-8"));
      await window.runCommand(submit);
      await sayYes(window);
      assert.equal(await window.told("submit.sending"), "Submitting to Acme…");
      await window.runCommand(submit);
      assert.match(await window.told("submit.already"), /^This campaign is being submitted already/);
      release();
      assert.match(await window.told("submit.accepted"), /^Campaign accepted: cd-8/);
      assert.equal(created(), 1);
    }));

  it("make no link, no escape and no token out of what a server says", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      const msg = `[Look](command:workbench.action.quit) \u001b[31mred\u202e ${token}`;
      answer = () => Promise.resolve({ status: 400, body: JSON.stringify({ errors: [{ msg, code: 400 }] }) });
      await window.runCommand(submit);
      await sayYes(window);
      const said = await window.told("submit.rejected");
      assert.match(said, /^Rejected \(400\): nothing was created\./);
      assert.match(said, /\[Look\] \(command:/);
      const shown = await window.untilPanelShows("<U+001B>[31mred<U+202E>");
      await window.press("submit.rejected", "Show Response");
      const links = window.page.locator(".notifications-center .notification-list-item-message a");
      assert.equal(await links.filter({ hasText: "Look" }).count(), 0);
      for (const text of [said, shown, await window.page.locator("body").innerText()])
        assert.ok(!text.includes(token.slice(0, 30)), text);
    }));

  it("tell a cancelled submission from one that never left", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      answer = () => new Promise(() => undefined);
      await window.runCommand(submit);
      await sayYes(window);
      await vendor.untilArrived(isCreate, 1);
      await window.press("submit.sending", "Cancel");
      assert.match(await window.told("submit.unknown"), /^Unknown: the campaign may have been created\./);
      await window.runCommand(submit);
      assert.match(
        await window.told("submit.unresolved"),
        /^Nothing was sent: exactly this campaign was sent to this account/,
      );
      await window.press("submit.unresolved", "Look It Up");
      assert.match(
        await window.told("lookup.found"),
        /was created: cd-lost, Ready\. Do not send it again\.$/,
      );
    }));

  it("get a client in the place of their token, and mint tokens from then on", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await window.runCommand("Campaign: Update Credentials…");
      await window.acceptFirstItem("Select the connection to update");
      await window.pickQuickItem(clientAndSecret, "New Credentials for Acme");
      await window.acceptQuickInput(client.clientId, "(2/3)");
      await window.quickInput("(3/3)");
      assert.ok((await window.describeQuickInput()).password);
      await window.acceptQuickInput(client.clientSecret, "(3/3)");
      assert.equal(await window.told("connection.renewed"), "“Acme” has new credentials.");
      await window.runCommand("Campaign: Switch Connection…");
      const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
      await row.filter({ hasText: "mints its own tokens" }).waitFor();
      await window.cancelQuickInput();
      await window.runCommand(submit);
      await sayYes(window);
      await window.told("submit.accepted");
      const key = new TextEncoder().encode(client.clientSecret);
      const { auth } = vendor.calls.find(isCreate) ?? assert.fail();
      const { payload } = await jwtVerify(auth, key, { algorithms: ["HS256"] });
      assert.equal(payload["appId"], client.clientId);
      assert.ok(!(await window.page.content()).includes(client.clientSecret));
    }));

  it("to a host that is not the vendor's are saved with the yes to it, and nobody is asked again", () =>
    inWindow(async (window) => {
      const host = "https://campaigns.acme.example";
      await addConnection(window, {
        ...acme(),
        ...{ name: "Elsewhere", host, isStrangeHost: true, production: false },
      });
      await window.runCommand(submit);
      const words = await window.dialogText();
      assert.match(words, /Host: https:\/\/campaigns\.acme\.example/);
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
      await window.clickDialogButton("Submit");
      assert.match(await window.told("submit.not-sent"), /^Not sent: nothing was created\./);
      assert.ok(!(await window.shown()).some(({ id }) => id === "connection.host"));
    }));

  it("are used in this window alone where the secret storage refuses, and forgotten with it", () =>
    inWindow(async (window) => {
      await addConnection(window, { ...acme(), name: "Elsewhere" });
      await untilConnectionIsRemembered(window, "another");
      await refuseSecrets(window);
      await window.reload();
      await untilStatusBarSays(window, "Saved connection: not usable");
      await typeConnection(window, { ...acme(), name: "Once", production: false });
      const words = await window.dialogText();
      for (const part of [
        "“Once” could not be kept",
        "Access is denied",
        "until it closes. Then it is forgotten",
      ])
        assert.ok(words.includes(part), words);
      assert.ok(!words.includes(token));
      await window.picture("use-once");
      await window.clickDialogButton("Use in This Window Only");
      assert.equal(
        await window.told("connection.saved"),
        "“Once” wasn’t saved. This window submits to it until the window closes.",
      );
      await untilStatusBarSays(window, "Once");
      await window.runCommand(submit);
      await window.clickDialogButton("Submit");
      await window.told("submit.accepted");
      const [call, ...more] = vendor.calls.filter(isCreate);
      assert.equal(call?.auth, token);
      assert.deepEqual(more, []);
      await window.runCommand("Campaign: Switch Connection…");
      const unreadable =
        /^Saved connections are missing, because this computer’s secret storage can’t be read/;
      // Told when a name was typed that may be taken, and now.
      assert.match(await window.told("connection.storage-unreadable"), unreadable);
      assert.match(await window.told("connection.storage-unreadable"), unreadable);
      const rows = window.page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "Once" }).filter({ hasText: "kept in this window only" }).waitFor();
      assert.equal(await rows.filter({ hasText: "Elsewhere" }).count(), 0);
      await window.cancelQuickInput();
      await untilConnectionIsRemembered(window, "practice");
      await window.reload();
      await untilStatusBarSays(window, "Practice");
    }));
});
