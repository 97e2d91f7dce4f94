import assert from "node:assert/strict";
import { jwtVerify } from "jose";
import { inWindow, type CampaignWindow } from "./campaign-window";
import { watched } from "./canary";
import { commandTitle } from "./command-titles";
import { addConnection, clientAndSecret, typeConnection, type TypedConnection } from "./connect";
import { refuseSecrets } from "./refuse-secrets";
import { untilConnectionIsRemembered, untilSecretsInclude, watchSecrets } from "./stored";
import { acceptedAs, startVendor, tokenUntil, type Vendor } from "./vendor";

const client = { clientId: "cs-ui", clientSecret: watched("a-client-secret-of-some-length") };
const submit = commandTitle("submit");
/** The expiry is shown in whole days and the tests before take minutes, so this is an hour more. */
const nextWeek = Date.now() + (7 * 24 + 1) * 3600 * 1000;
const token = tokenUntil(nextWeek);
const name = "Billing Reminder Voice Campaign1";

interface Answer {
  readonly status: number;
  readonly body: string;
}

const isCreate = ({ url }: { readonly url: string }): boolean => /\/st-7\/campaign\?/.test(url);

/** The account contains the campaign, and its state is Ready. */
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
  const untilStatusBarShows = ({ page }: CampaignWindow, words: string | RegExp): Promise<void> =>
    page.locator(".part.statusbar .statusbar-item", { hasText: words }).waitFor();

  /** Confirms a submission that calls real people. */
  const confirmProduction = async (window: CampaignWindow): Promise<void> => {
    await window.clickDialogButton("Submit to Acme…");
    await window.acceptQuickInput(name, /real people/i);
  };

  it("start with Practice alone", () =>
    inWindow(async (window) => {
      await untilStatusBarShows(window, "Practice");
      await window.runCommand(commandTitle("removeConnection"));
      await window.notified("connection.none");
    }));

  it("are added by keyboard, survive a reload, and are removed only after a confirmation", () =>
    inWindow(async (window) => {
      await watchSecrets(window);
      await addConnection(window, acme());
      await untilStatusBarShows(window, "Acme: calls real people");
      const item = window.page.locator(".part.statusbar .statusbar-item", { hasText: "Acme" });
      assert.match((await item.getAttribute("class")) ?? "", /error-kind/);
      await window.runCommand(commandTitle("switchConnection"));
      await window.quickInput(/connection/i);
      const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
      for (const part of ["in use", "calls real people", "7 days", vendor.origin, "acc-7"])
        assert.match(await row.innerText(), new RegExp(part));
      await window.cancelQuickInput();
      await untilConnectionIsRemembered(window, "another");
      await untilSecretsInclude(window, "Acme");
      await window.reload();
      await untilStatusBarShows(window, "Acme: calls real people");
      assert.ok(!(await window.page.content()).includes(token));

      for (const button of ["Cancel", "Remove Connection"]) {
        await window.runCommand(commandTitle("removeConnection"));
        await window.acceptFirstItem(/remove/i);
        assert.match(await window.dialogText(), /“Acme”\?/);
        await window.clickDialogButton(button);
      }
      assert.match(await window.notified("connection.removed"), /^“Acme” /);
      await untilStatusBarShows(window, "Practice");
      await untilSecretsInclude(window, "Acme", false);
      await untilConnectionIsRemembered(window, "practice");
      await window.reload();
      await untilStatusBarShows(window, "Practice");
    }));

  it("are edited by keyboard, except for their host, and tested", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await window.runCommand(commandTitle("editConnection"));
      await window.acceptFirstItem(/edit/i);
      await window.acceptQuickInput("Acme Test", "(1/4)");
      await window.acceptQuickInput("acc-9", "(2/4)");
      await window.acceptQuickInput("st-9", "(3/4)");
      await window.pickQuickItem(/^No\b/, "(4/4)");
      assert.match(await window.notified("connection.edited"), /^“Acme Test” was saved/);
      await untilStatusBarShows(window, "Acme Test (test)");
      await window.runCommand(commandTitle("testConnection"));
      assert.match(await window.notified("connection.tested"), /^“Acme Test” /);
      assert.deepEqual(
        vendor.calls.map(({ url, auth }) => [/\/st-9\//.test(url), auth]),
        [
          [true, token],
          [true, token],
        ],
      );
    }));

  it("to production warn about real people and send exactly once to their own host", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await window.runCommand(submit);
      const words = await window.dialogText();
      for (const part of ["Acme", vendor.origin, "acc-7", "st-7"]) assert.ok(words.includes(part), words);
      assert.ok(!words.includes(token));
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit to Acme…"]);
      await window.clickDialogButton("Submit to Acme…");
      await window.acceptQuickInput(name.toUpperCase(), /real people/i);
      await window.quickInput(/so nothing (is|was) sent/);
      assert.equal(vendor.calls.length, 0);
      await window.acceptQuickInput(` ${name} `);
      assert.match(await window.notified("submit.accepted"), /cd-7/);
      assert.equal(created(), 1);
      assert.equal(vendor.calls[0]?.auth, token);
      assert.match(vendor.calls[0].url, /^\/campaign\/api\/v2\/public\/st-7\/campaign\?accountId=acc-7/);
    }));

  it("accept one submission of a campaign at a time", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      answer = () => held.then(() => acceptedAs("cd-8"));
      await window.runCommand(submit);
      await confirmProduction(window);
      assert.match(await window.notified("submit.sending"), /Acme/);
      await window.runCommand(submit);
      assert.match(await window.notified("submit.already"), /being submitted/);
      release();
      assert.match(await window.notified("submit.accepted"), /cd-8/);
      assert.equal(created(), 1);
    }));

  it("never turn a server’s text into a link, an escape sequence or a token", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      const msg = `[Look](command:workbench.action.quit) \u001b[31mred\u202e ${token}`;
      answer = () => Promise.resolve({ status: 400, body: JSON.stringify({ errors: [{ msg, code: 400 }] }) });
      await window.runCommand(submit);
      await confirmProduction(window);
      const message = await window.notified("submit.rejected");
      assert.match(message, /^Rejected \(400\)/);
      assert.match(message, /\[Look\] \(command:/);
      const shown = await window.untilPanelShows("<U+001B>[31mred<U+202E>");
      const words = (await window.inCenter("submit.rejected")).locator(".notification-list-item-message");
      await words.filter({ hasText: "[Look] (command:" }).waitFor();
      assert.equal(await words.locator("a").count(), 0);
      await window.press("submit.rejected");
      for (const text of [message, shown, await window.page.locator("body").innerText()])
        assert.ok(!text.includes(token.slice(0, 30)), text);
    }));

  it("report a submission canceled after it was sent as unknown", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      answer = () => new Promise(() => undefined);
      await window.runCommand(submit);
      await confirmProduction(window);
      await vendor.untilArrived(isCreate, 1);
      await window.press("submit.sending", "Cancel");
      assert.match(await window.notified("submit.unknown"), /may have been created/);
      await window.runCommand(submit);
      assert.match(await window.notified("submit.unresolved"), /^Not(hing was)? sent/);
      await window.press("submit.unresolved");
      assert.match(await window.notified("lookup.found"), /was created: cd-lost, Ready\b/);
    }));

  it("mint tokens after a client has replaced their token", () =>
    inWindow(async (window) => {
      await addConnection(window, acme());
      await window.runCommand(commandTitle("updateCredentials"));
      await window.acceptFirstItem(/connection/i);
      await window.pickQuickItem(clientAndSecret, "(1/2)");
      await window.acceptQuickInput(client.clientId, "(2/3)");
      await window.quickInput("(3/3)");
      assert.ok((await window.describeQuickInput()).password);
      await window.acceptQuickInput(client.clientSecret, "(3/3)");
      assert.match(await window.notified("connection.renewed"), /^“Acme” /);
      await window.runCommand(commandTitle("switchConnection"));
      const row = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Acme" });
      await row.filter({ hasText: /mint/i }).waitFor();
      await window.cancelQuickInput();
      await window.runCommand(submit);
      await confirmProduction(window);
      await window.notified("submit.accepted");
      const key = new TextEncoder().encode(client.clientSecret);
      const { auth } = vendor.calls.find(isCreate) ?? assert.fail();
      const { payload } = await jwtVerify(auth, key, { algorithms: ["HS256"] });
      assert.equal(payload["appId"], client.clientId);
      assert.ok(!(await window.page.content()).includes(client.clientSecret));
    }));

  it("to an unfamiliar host are confirmed once, when they are added", () =>
    inWindow(async (window) => {
      const host = "https://campaigns.acme.example";
      await addConnection(window, {
        ...acme(),
        ...{ name: "Elsewhere", host, isUnfamiliarHost: true, production: false },
      });
      await window.runCommand(submit);
      const words = await window.dialogText();
      assert.match(words, /Host: https:\/\/campaigns\.acme\.example/);
      assert.deepEqual((await window.dialogButtons()).toSorted(), ["Cancel", "Submit"]);
      await window.clickDialogButton("Submit");
      assert.match(await window.notified("submit.not-sent"), /^Not sent/);
      assert.ok(!(await window.shown()).some(({ id }) => id === "connection.host"));
    }));

  it("are used in this window alone when secret storage fails, and forgotten when it closes", () =>
    inWindow(async (window) => {
      await watchSecrets(window);
      await addConnection(window, { ...acme(), name: "Elsewhere" });
      await untilSecretsInclude(window, "Elsewhere");
      await untilConnectionIsRemembered(window, "another");
      await refuseSecrets(window);
      await window.reload();
      await untilStatusBarShows(window, /Saved connection/i);
      await typeConnection(window, { ...acme(), name: "Once", production: false });
      const words = await window.dialogText();
      for (const part of ["“Once”", "Access is denied"]) assert.ok(words.includes(part), words);
      assert.ok(!words.includes(token));
      await window.picture("use-once");
      await window.clickDialogButton("Use in This Window Only");
      assert.match(await window.notified("connection.saved"), /“Once”.* until/);
      await untilStatusBarShows(window, "Once");
      await window.runCommand(submit);
      await window.clickDialogButton("Submit");
      await window.notified("submit.accepted");
      const [call, ...more] = vendor.calls.filter(isCreate);
      assert.equal(call?.auth, token);
      assert.deepEqual(more, []);
      await window.runCommand(commandTitle("switchConnection"));
      const unreadable = /secret storage/;
      // One warning while the name was typed, one now.
      assert.match(await window.notified("connection.storage-unreadable"), unreadable);
      assert.match(await window.notified("connection.storage-unreadable"), unreadable);
      const rows = window.page.locator(".quick-input-list .monaco-list-row");
      await rows
        .filter({ hasText: "Once" })
        .filter({ hasText: /this window/ })
        .waitFor();
      assert.equal(await rows.filter({ hasText: "Elsewhere" }).count(), 0);
      await window.cancelQuickInput();
      await untilConnectionIsRemembered(window, "practice");
      await window.reload();
      await untilStatusBarShows(window, "Practice");
    }));
});
