import assert from "node:assert/strict";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { withoutCertificateChecks } from "../../../src/node/http/certificate-checks";
import packageJson from "../../../package.json";
import { said, Scene } from "./submit-scene";

const off = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };

describe("with certificate checks turned off", () => {
  for (const url of ["https://platform.kore.ai/x", "https://10.0.0.1/x", "https://localhost.example.com/"])
    it(`no credentials are sent to ${url}`, () => {
      assert.match(withoutCertificateChecks(url, off) ?? "", /NODE_TLS_REJECT_UNAUTHORIZED=0/);
      assert.equal(withoutCertificateChecks(url, {}), undefined);
      assert.equal(withoutCertificateChecks(url, { NODE_TLS_REJECT_UNAUTHORIZED: "1" }), undefined);
    });

  for (const url of [
    "https://localhost:3000/x",
    "https://127.0.0.1/x",
    "https://[::1]/",
    "http://localhost/",
  ])
    it(`${url} remains usable`, () => assert.equal(withoutCertificateChecks(url, off), undefined));

  describe("in this process", () => {
    const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    beforeEach(() => (process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"));
    afterEach(() => {
      if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
    });

    it("a request is not sent", async () => {
      const result = await fetchTransport(
        { method: "GET", url: "https://platform.kore.ai/", headers: { auth: "x" } },
        { signal: new AbortController().signal, timeoutMs: 1, maxBytes: 1 },
      );
      assert.deepEqual(
        [result.kind, result.kind === "failed" && [result.left, result.reason]],
        ["failed", [false, "tls"]],
      );
    });
  });
});

describe("campaign-json submit", () => {
  let at: Scene;
  beforeEach(async () => (at = await Scene.open()));
  afterEach(() => at.close());

  it("names a host outside the vendor's domain that comes only from the environment", async () => {
    const env = {
      CAMPAIGN_JSON_HOST: "https://kore.example.com",
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: at.practice.connection.credential.token,
    };
    const transport = () =>
      Promise.resolve({ kind: "failed", left: false, reason: "dns", detail: "" } as const);
    const fromEnvironment = await at.run(["--yes"], { env, transport });
    assert.match(fromEnvironment.err, /^warning: The credential is sent to https:\/\/kore\.example\.com,/);
    const spelled = await at.run(["--yes", "--host", "https://kore.example.com"], { env, transport });
    assert.deepEqual([spelled.err, said(spelled).outcome], ["", "not-sent"]);
  });

  it("warns when the environment disables certificate checks", async () => {
    const { origin } = at.server;
    const env = {
      ...off,
      CAMPAIGN_JSON_HOST: origin,
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: at.practice.connection.credential.token,
    };
    const { err, code } = await at.run(["--yes"], { env });
    assert.deepEqual([code, /^warning: NODE_TLS_REJECT_UNAUTHORIZED=0 disables/.test(err)], [0, true]);
  });
});

it("a workspace cannot set how long a submission may take", () => {
  const setting = packageJson.contributes.configuration.properties["campaignJson.submit.timeoutSeconds"];
  assert.equal(setting.scope, "machine");
});
