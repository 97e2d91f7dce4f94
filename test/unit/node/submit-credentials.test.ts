import assert from "node:assert/strict";
import { startPracticeServer, type PracticeServer } from "../../../src/node/practice/server";
import { sample, submit } from "./submit-run";

describe("campaign-json submit with a client id and secret", () => {
  let server: PracticeServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startPracticeServer();
    env = {
      CAMPAIGN_JSON_HOST: server.origin,
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
      CAMPAIGN_JSON_TOKEN: server.connection.credential.token,
    };
  });
  afterEach(() => server.close());

  /** The environment with a client instead of the token. */
  const withClient = (clientSecret: string): Record<string, string> => {
    return {
      ...env,
      CAMPAIGN_JSON_TOKEN: "",
      CAMPAIGN_JSON_CLIENT_ID: server.client.clientId,
      CAMPAIGN_JSON_CLIENT_SECRET: clientSecret,
    };
  };

  it("mints a token from the client ID and secret, and shows neither", async () => {
    const { code, out, err } = await submit([sample, "--yes", "--format", "json"], {
      env: withClient(` ${server.client.clientSecret}\n`),
    });
    assert.deepEqual([code, (JSON.parse(out) as { outcome: string }).outcome], [0, "accepted"]);
    for (const part of [server.client.clientSecret, "eyJ"]) assert.ok(!`${out}${err}`.includes(part));
  });

  it("reports invalid client credentials if the secret is wrong, and does not show it", async () => {
    const secret = "another-secret-of-some-length";
    const { code, out } = await submit([sample, "--yes"], { env: withClient(secret) });
    assert.equal(code, 3);
    assert.match(out, /client id or secret is wrong/);
    assert.ok(!out.includes(secret));
  });

  it("shows a dry run of a client without minting", async () => {
    const { code, out } = await submit([sample, "--dry-run"], {
      env: withClient(server.client.clientSecret),
    });
    assert.equal(code, 0);
    for (const part of [server.client.clientSecret, "eyJ"]) assert.ok(!out.includes(part));
    assert.equal(server.requests.length, 0);
  });

  const clientUsage: readonly (readonly [what: string, env: Record<string, string>, words: RegExp])[] = [
    [
      "a token and a client",
      { CAMPAIGN_JSON_CLIENT_ID: "cs-1", CAMPAIGN_JSON_CLIENT_SECRET: "s3cret-long-enough" },
      /Unset CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET .* or unset CAMPAIGN_JSON_TOKEN/,
    ],
    [
      "a token and half a client",
      { CAMPAIGN_JSON_CLIENT_SECRET: "s3cret-long-enough" },
      /unset CAMPAIGN_JSON_TOKEN/,
    ],
    [
      "a client id alone",
      { CAMPAIGN_JSON_TOKEN: "", CAMPAIGN_JSON_CLIENT_ID: "cs-1" },
      /set CAMPAIGN_JSON_CLIENT_SECRET/,
    ],
    [
      "a client secret alone",
      { CAMPAIGN_JSON_TOKEN: "", CAMPAIGN_JSON_CLIENT_SECRET: "s3cret-long-enough" },
      /set CAMPAIGN_JSON_CLIENT_ID/,
    ],
    [
      "a secret that was cut",
      { CAMPAIGN_JSON_TOKEN: "", CAMPAIGN_JSON_CLIENT_ID: "cs-1", CAMPAIGN_JSON_CLIENT_SECRET: "s3cret" },
      /CAMPAIGN_JSON_CLIENT_SECRET: .*too short/,
    ],
  ];
  for (const [what, changes, words] of clientUsage)
    it(`sends nothing and exits 2: ${what}`, async () => {
      const { code, out, err } = await submit([sample, "--yes"], { env: { ...env, ...changes } });
      assert.deepEqual([code, out, server.requests.length], [2, "", 0]);
      assert.match(err, words);
      assert.ok(!err.includes("s3cret"), err);
    });
});
