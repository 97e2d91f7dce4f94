import assert from "node:assert/strict";
import { jwtVerify } from "jose";
import { billing, openCampaignWindow, type CampaignWindow } from "./campaign-window";
import { watched } from "./canary";
import { addConnection, clientAndSecret, readyToken, typeConnection, type TypedConnection } from "./connect";
import { refuseSecrets } from "./refuse-secrets";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const client = { clientId: "cs-ui", clientSecret: watched("a-client-secret-of-some-length") };
const submit = "Campaign: Submit Campaign…";
const add = "Campaign: Add Connection…";
/** An hour more: the files before this one take minutes, and what is left is told in whole days. */
const nextWeek = Date.now() + (7 * 24 + 1) * 3600 * 1000;
const token = tokenUntil(nextWeek);
const name = "Billing Reminder Voice Campaign1";

const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-7\/campaign\?/.test(url);

/** What the account says when it is read: the campaign is there, and ready. */
function read(): { readonly status: number; readonly body: string } {
  const listed = { _id: "cd-lost", name, createdAt: new Date().toISOString(), status: "Ready" };
  const data = { id: "cd-lost", status: "Ready", results: [listed], totalResults: 1 };
  return { status: 200, body: JSON.stringify({ status: "success", message: "read", data }) };
}

describe("Connections", () => {
  let window: CampaignWindow;
  let vendor: Vendor;
  let answer: () => Promise<{ readonly status: number; readonly body: string }>;
  const acme = (): TypedConnection => ({
    name: "Acme",
    host: vendor.origin,
    accountId: "acc-7",
    streamId: "st-7",
    production: true,
    credential: { token },
  });

  before(async () => {
    answer = () => Promise.resolve(acceptedAs("cd-7"));
    vendor = await startVendor((call) => (isCreate(call) ? answer() : Promise.resolve(read())));
    window = await openCampaignWindow();
    await window.openFile(billing);
  });
  after(async () => {
    await window.close();
    await vendor.close();
  });
  afterEach(() => window.clearNotifications());

  const untilStatusBarSays = (words: string): Promise<void> =>
    window.page.locator(".part.statusbar .statusbar-item", { hasText: words }).waitFor();

  /** The page writes its storage a moment after it was told to, and a page that is left cannot wait for that. */
  const reloaded = async (): Promise<void> => {
    await window.page.waitForTimeout(1000);
    await window.reload();
    await window.openFile(billing);
  };

  /** What it takes to send to real people. */
  /** The campaign was created by the first test that submits it, so each later one is a duplicate. */
  const sayYes = async (): Promise<void> => {
    await window.clickDialogButton("Create Duplicate");
    await window.acceptQuickInput(name, "type the name of the campaign");
  };

  it("begin with Practice, and nothing else", async () => {
    await untilStatusBarSays("Practice");
    await window.runCommand("Campaign: Remove Connection…");
    await window.notification("There is no saved connection.");
  });

  it("refuse what is not safe while it is typed, and keep what was typed on the way back", async () => {
    await window.runCommand(add);
    await window.acceptQuickInput("practice", "(1/7)");
    await window.quickInput("There is a connection of this name already.");
    await window.acceptQuickInput("Acme", "(1/7)");
    await window.acceptQuickInput("https://campaigns.acme.example", "(2/7)");
    await window.pickQuickItem(
      "No, type another address",
      "This is not a Kore.ai host: https://campaigns.acme.example",
    );
    await window.acceptQuickInput("http://platform.kore.ai", "(2/8)");
    await window.quickInput("use https://");
    await window.acceptQuickInput("https://platform.kore.ai/", "(2/8)");
    await window.quickInput("(3/7)");
    await window.page.getByRole("button", { name: /^Back/ }).click();
    await window.quickInput("(2/7)");
    await window.quickInput("sent to https://platform.kore.ai and nowhere else");
    assert.equal((await window.describeQuickInput()).value, "https://platform.kore.ai");
    await window.cancelQuickInput();
    assert.deepEqual(await window.notifications(), []);
  });

  it("hide the token, refuse one that has run out, and keep nothing when left with Esc", async () => {
    await window.runCommand(add);
    for (const [text, step] of [
      ["Acme", "(1/7)"],
      ["platform.kore.ai", "(2/7)"],
      ["acc-7", "(3/7)"],
      ["st-7", "(4/7)"],
    ] as const)
      await window.acceptQuickInput(text, step);
    await window.pickQuickItem("Yes, it calls real people", "(5/7)");
    await window.pickQuickItem(readyToken, "(6/7)");
    await window.acceptQuickInput(tokenUntil(Date.now() - 1000), "(7/7)");
    await window.quickInput("This token ran out on");
    assert.ok((await window.describeQuickInput()).password);
    await window.cancelQuickInput();
    await window.runCommand("Campaign: Switch Connection…");
    await window.quickInput("Which connection");
    const { items } = await window.describeQuickInput();
    assert.ok(!items.some((item) => item.includes("Acme")), items.join("\n"));
    await window.cancelQuickInput();
  });

  it("are added by keyboard, and stay when the window is loaded anew", async () => {
    await addConnection(window, acme());
    await untilStatusBarSays("Acme: calls real people");
    const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Acme" });
    assert.match((await item.getAttribute("class")) ?? "", /error-kind/);
    await window.runCommand("Campaign: Switch Connection…");
    await window.quickInput("Which connection");
    const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
    for (const part of ["in use", "calls real people", "expires in 7 days", vendor.origin, "acc-7"])
      assert.match(await row.innerText(), new RegExp(part));
    await window.cancelQuickInput();
    await reloaded();
    await untilStatusBarSays("Acme: calls real people");
    assert.ok(!(await window.page.content()).includes(token));
  });

  it("that call real people say so where it asks, and send exactly once to their own host", async () => {
    await window.runCommand(submit);
    const words = await window.dialogText();
    for (const part of ["Real people will be called", "Acme", vendor.origin, "acc-7", "st-7"])
      assert.ok(words.includes(part), words);
    assert.ok(!words.includes(token));
    assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit to Acme…"]);
    await window.clickDialogButton("Submit to Acme…");
    await window.acceptQuickInput(name.toUpperCase(), "type the name of the campaign");
    await window.quickInput("That is not quite the name, so nothing is sent.");
    assert.equal(vendor.calls.length, 0);
    await window.acceptQuickInput(` ${name} `);
    await window.notification("Campaign accepted: cd-7");
    assert.equal(vendor.calls.length, 1);
    assert.equal(vendor.calls[0]?.auth, token);
    assert.match(vendor.calls[0].url, /^\/campaign\/api\/v2\/public\/st-7\/campaign\?accountId=acc-7/);
  });

  it("take one submission of a campaign at a time", async () => {
    let release = (): void => undefined;
    answer = async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return acceptedAs("cd-8");
    };
    const before = vendor.calls.filter(isCreate).length;
    await window.runCommand(submit);
    await sayYes();
    await window.notification("Submitting to Acme…");
    await window.runCommand(submit);
    await window.notification("This campaign is being submitted already");
    release();
    await window.notification("Campaign accepted: cd-8");
    assert.equal(vendor.calls.filter(isCreate).length, before + 1);
  });

  it("make no link, no escape and no token out of what a server says", async () => {
    const msg = `[Look](command:workbench.action.quit) \u001b[31mred\u202e ${token}`;
    answer = () => Promise.resolve({ status: 400, body: JSON.stringify({ errors: [{ msg, code: 400 }] }) });
    await window.runCommand(submit);
    await sayYes();
    const said = await window.notification("Rejected (400): nothing was created.");
    assert.match(said, /\[Look\] \(command:/);
    const toast = window.page.locator(".notifications-toasts .notification-list-item-message a");
    assert.equal(await toast.filter({ hasText: "Look" }).count(), 0);
    const shown = await window.untilPanelShows("<U+001B>[31mred<U+202E>");
    for (const text of [said, shown]) assert.ok(!text.includes(token.slice(0, 30)), text);
  });

  it("tell a cancelled submission from one that never left", async () => {
    answer = () => new Promise(() => undefined);
    await window.runCommand(submit);
    await sayYes();
    await window.clickNotificationButton("Submitting to Acme…", "Cancel");
    await window.notification("Unknown: the campaign may have been created.");
    await window.clearNotifications();
    await window.runCommand(submit);
    await window.notification("Nothing was sent: exactly this campaign was sent to this account");
    await window.clickNotificationButton("Nothing was sent", "Look It Up");
    await window.notification("was created: cd-lost, Ready. Do not send it again.");
  });

  it("get a client in the place of their token, and mint tokens from then on", async () => {
    await window.runCommand("Campaign: Update Credentials…");
    await window.quickInput("Which connection gets new credentials?");
    await window.page.keyboard.press("Enter");
    await window.pickQuickItem(clientAndSecret, "New Credentials for Acme");
    await window.acceptQuickInput(client.clientId, "(2/3)");
    await window.quickInput("(3/3)");
    assert.ok((await window.describeQuickInput()).password);
    await window.acceptQuickInput(client.clientSecret, "(3/3)");
    await window.notification("“Acme” has new credentials.");
    await window.runCommand("Campaign: Switch Connection…");
    const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
    await row.filter({ hasText: "mints its own tokens" }).waitFor();
    await window.cancelQuickInput();
    answer = () => Promise.resolve(acceptedAs("cd-9"));
    await window.runCommand(submit);
    await sayYes();
    await window.notification("Campaign accepted: cd-9");
    const key = new TextEncoder().encode(client.clientSecret);
    const { payload } = await jwtVerify(vendor.calls.at(-1)?.auth ?? "", key, { algorithms: ["HS256"] });
    assert.equal(payload["appId"], client.clientId);
    assert.ok(!(await window.page.content()).includes(client.clientSecret));
  });

  it("are removed only after a yes, and Practice takes their place", async () => {
    for (const button of ["Cancel", "Remove"]) {
      await window.runCommand("Campaign: Remove Connection…");
      await window.quickInput("Which connection should be removed?");
      await window.page.keyboard.press("Enter");
      assert.match(await window.dialogText(), /Remove the connection “Acme”\?/);
      await window.clickDialogButton(button);
    }
    await window.notification("“Acme” has been removed, with its credentials.");
    await untilStatusBarSays("Practice");
    await reloaded();
    await untilStatusBarSays("Practice");
  });

  it("to a host that is not the vendor's are saved with the yes to it, and nobody is asked again", async () => {
    const host = "https://campaigns.acme.example";
    await addConnection(window, {
      ...acme(),
      ...{ name: "Elsewhere", host, isStrangeHost: true, production: false },
    });
    await window.clearNotifications();
    await window.runCommand(submit);
    const words = await window.dialogText();
    assert.match(words, /Host: https:\/\/campaigns\.acme\.example/);
    assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
    await window.clickDialogButton("Submit");
    await window.notification("Not sent: nothing was created.");
  });

  it("are used in this window alone where the secret storage refuses, and forgotten with it", async () => {
    await refuseSecrets(window);
    await window.reload();
    await window.openFile(billing);
    await untilStatusBarSays("Saved connection: not usable");
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
    await window.notification("This window submits to “Once” until it closes.");
    await untilStatusBarSays("Once");
    answer = () => Promise.resolve(acceptedAs("cd-once"));
    const before = vendor.calls.filter(isCreate).length;
    await window.runCommand(submit);
    await window.clickDialogButton("Create Duplicate");
    await window.notification("Campaign accepted: cd-once");
    const [call, ...more] = vendor.calls.filter(isCreate).slice(before);
    assert.equal(call?.auth, token);
    assert.deepEqual(more, []);
    await window.runCommand("Campaign: Switch Connection…");
    await window.notification(
      "This computer’s secret storage cannot be read, so saved connections are missing",
    );
    const rows = window.page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Once" }).filter({ hasText: "kept in this window only" }).waitFor();
    assert.equal(await rows.filter({ hasText: "Elsewhere" }).count(), 0);
    await window.cancelQuickInput();
    await reloaded();
    await untilStatusBarSays("Practice");
  });
});
