import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "jsonc-parser";
import { parseEditorKind } from "../host/obtain.mjs";
import { selfSigned } from "../unit/node/self-signed";
import { billing, inWindow, type CampaignWindow } from "./campaign-window";
import { commandTitle } from "./command-titles";
import { addConnection } from "./connect";
import { startProxied, type Proxied } from "./proxy";
import { acceptedAs, tokenUntil } from "./vendor";

const submit = commandTitle("submit");
/** VS Code bypasses the proxy for loopback hosts, so this is a public one. The proxy answers in its place. */
const host = "platform.kore.ai";
const target = `${host}:443`;
const isCreate = ({ url }: { readonly url?: string | undefined }): boolean =>
  /\/st-6\/campaign\?/.test(url ?? "");

/** Three certificates of one host: untrusted, trusted through an option of Node, trusted by the system. */
const untrusted = selfSigned(host);
const givenToNode = selfSigned(host);
const inSystemStore = selfSigned(host);

/** Only Node 24 lets a test replace the system's store, and announces a request before it has a connection. */
const inNewest =
  parseEditorKind(process.env["CAMPAIGN_JSON_EDITOR"] ?? "newest") === "newest" ? it : it.skip.bind(it);

describe("Behind a proxy", () => {
  const token = tokenUntil(Date.now() + 7 * 24 * 3600 * 1000);
  const id = "cd-6";
  let folder: string;
  let certificates: NodeJS.ProcessEnv;
  let proxied: Proxied;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "certificates-"));
    const file = async (name: string, { cert }: { readonly cert: string }): Promise<string> => {
      await writeFile(path.join(folder, name), cert);
      return path.join(folder, name);
    };
    certificates = {
      NODE_EXTRA_CA_CERTS: await file("node.pem", givenToNode),
      SSL_CERT_FILE: await file("system.pem", inSystemStore),
    };
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    proxied = await startProxied((request) =>
      isCreate(request)
        ? acceptedAs(id).body
        : JSON.stringify({ status: "success", data: { id, status: "Ready" } }),
    );
  });
  afterEach(() => proxied.close());

  const inConnected = (
    use: (window: CampaignWindow) => Promise<void>,
    settings: Readonly<Record<string, unknown>> = {},
  ): Promise<void> =>
    inWindow(
      async (window) => {
        await addConnection(window, {
          ...{ name: "Six", host, accountId: "acc-6", streamId: "st-6", production: false },
          credential: { token },
        });
        await use(window);
      },
      { settings: { "http.proxy": proxied.proxy, ...settings }, env: certificates },
    );
  const submitOpen = async (window: CampaignWindow): Promise<void> => {
    await window.runCommand(submit);
    assert.match(await window.dialogText(), /Host: https:\/\/platform\.kore\.ai/);
    await window.clickDialogButton("Submit");
  };
  const notSent = async (window: CampaignWindow): Promise<string> => {
    await submitOpen(window);
    const words = await window.notified("submit.not-sent");
    assert.match(words, /^Not sent/);
    return words;
  };
  /** The lines of the output that explain it. */
  const explained = async (window: CampaignWindow): Promise<string> => {
    const shown = await window.untilPanelShows(/\nResult +Not sent[^]*\nNext /);
    return shown.slice(shown.lastIndexOf("\nResult "));
  };
  /** The proxy received one CONNECT, and no request arrived behind it. */
  const assertNothingArrived = (): void =>
    assert.deepEqual([proxied.targets, proxied.arrived], [[target], []]);
  /** Each request has its own connection: one to submit, one to read the state. */
  const assertCreated = async (window: CampaignWindow): Promise<void> => {
    await submitOpen(window);
    await window.untilPanelShows(`(${id}): Ready`);
    assert.deepEqual(proxied.targets, [target, target]);
    assert.deepEqual(proxied.arrived.map(isCreate), [true, false]);
    const [{ method, url, headers, body } = assert.fail()] = proxied.arrived;
    const createPath = "/campaign/api/v2/public/st-6/campaign?accountId=acc-6&campaignType=voice";
    assert.deepEqual([method, url], ["POST", createPath]);
    const { auth, iid, accountid, host: named, "content-type": type } = headers;
    assert.deepEqual([auth, iid, accountid, named, type], [token, "st-6", "acc-6", host, "application/json"]);
    assert.deepEqual(JSON.parse(body), parse(await readFile(path.join(window.folder, billing), "utf8")));
  };

  it("that is not reachable, nothing is sent and its password is not shown", async () => {
    const gone = await startProxied(() => "");
    await gone.close();
    const nobody = gone.proxy.replace("//", "//me:pass-of-the-proxy@");
    await inConnected(
      async (window) => {
        const words = await notSent(window);
        assert.match(words, /proxy refused/);
        assert.match(await explained(window), /http\.proxy\b.*http\.proxySupport/);
        const shown = await window.untilPanelShows(/Detail .*proxies: PROXY 127\.0\.0\.1:/);
        assert.doesNotMatch(`${words}\n${shown}`, /pass-of-the-proxy/);
      },
      { "http.proxy": nobody },
    );
  });

  it("nothing is sent to a host with an untrusted certificate, and the message names the setting that helps", () =>
    inConnected(async (window) => {
      proxied.show(untrusted);
      const words = await notSent(window);
      assert.match(words, /certificate could not be verified/);
      const why = await explained(window);
      assert.match(why, /self-signed certificate/);
      assert.match(why, /http\.systemCertificates/);
      assertNothingArrived();
      await window.press("submit.not-sent", "Open Settings");
      await window.page.locator(".settings-editor", { hasText: "System Certificates" }).waitFor();
    }));

  it("that refuses, nothing is sent and the message names the proxy as the cause", () =>
    inConnected(async (window) => {
      for (const refusal of ["407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"]) {
        proxied.forget();
        proxied.refuseWith(refusal);
        await notSent(window);
        const shown = await window.untilPanelShows(new RegExp(`${refusal}\\.[^]*\nNext `));
        const report = shown.slice(shown.lastIndexOf("\nResult "));
        assert.match(report, /^\nResult +Not sent/);
        assert.match(report, /proxy .*refused/i);
        assert.match(report, /http\.proxy\b/);
        assertNothingArrived();
      }
    }));

  inNewest("a campaign is sent once to a host that the system's store trusts", () =>
    inConnected(async (window) => {
      proxied.show(inSystemStore);
      await assertCreated(window);
    }),
  );

  it("nothing is sent to that host with http.systemCertificates off, whatever http.proxyStrictSSL is", () =>
    inConnected(
      async (window) => {
        proxied.show(inSystemStore);
        await notSent(window);
        assert.match(await explained(window), /http\.proxyStrictSSL/);
        assertNothingArrived();
      },
      { "http.systemCertificates": false, "http.proxyStrictSSL": false },
    ));

  inNewest("that does not answer, nothing was sent when the submission is canceled", () =>
    inConnected(async (window) => {
      proxied.refuseWith("");
      await submitOpen(window);
      while (proxied.targets.length === 0) await window.page.waitForTimeout(25);
      await window.press("submit.sending", "Cancel");
      await window.notified("submit.cancelled");
      await window.untilPanelShows(/Cancell?ed: nothing was sent/);
      assertNothingArrived();
    }),
  );

  it("a campaign is sent once to a host whose certificate is in NODE_EXTRA_CA_CERTS", () =>
    inConnected(async (window) => {
      proxied.show(givenToNode);
      await assertCreated(window);
    }));
});
