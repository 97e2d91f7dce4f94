import assert from "node:assert/strict";
import * as a from "./answers";
import { buildProgram, campaign, type Program } from "./program";
import { startBystander, startFaultServer, type Misbehaviour } from "./server";

/** The terminal output if the next step differs from the editor's, or if the message is not from the platform. */
describe("After a failed submission, the terminal", () => {
  let program: Program;
  before(async () => {
    program = await buildProgram();
  });
  after(() => program.remove());

  const shown = async (server: Misbehaviour, scheme = "http"): Promise<string> => {
    const bystander = await startBystander();
    const counted = await startFaultServer(server, bystander);
    const host = ["--host", `${scheme}://127.0.0.1:${counted.port}`];
    const env = {
      CAMPAIGN_JSON_CLIENT_ID: "cs-1",
      CAMPAIGN_JSON_CLIENT_SECRET: "a-secret-of-some-length",
      CAMPAIGN_JSON_ACCOUNT_ID: "account-1",
      CAMPAIGN_JSON_STREAM_ID: "st-1",
    };
    const { out } = await program.run(["submit", campaign, "--yes", ...host], { env });
    await Promise.all([counted.close(), bystander.close()]);
    return out;
  };

  it("shows the first lines of an HTML response as text, without its tags", async () => {
    const out = await shown(a.page(502, "Bad Gateway"));
    assert.match(out, /not the platform's JSON.*\n {2}Bad Gateway\n {2}nginx\n/);
    assert.doesNotMatch(out, /<|alert/);
  });

  it("shows the first lines of an HTML response with a success status too", async () => {
    assert.match(await shown(a.page(200, "Sign in")), /may have been created[^]*\n {2}Sign in\n/);
  });

  it("shows the first lines of JSON in an unknown format, and the message of JSON in a known one", async () => {
    assert.match(
      await shown(a.json(400, { fault: { text: "no list" } })),
      /The response begins:\n {2}\{\n {4}"fault": \{\n {6}"text": "no list"\n/,
    );
    const unclear = await shown(a.json(504, { message: "Endpoint request timed out" }));
    assert.match(
      unclear,
      /may have been created[^]*The server said: Endpoint request timed out\.[^]*The response begins:/,
    );
  });

  it("shows messages of another kind of server at the lines of the fields they name", async () => {
    const errors = { "dialingStrategy.maxRingTime": ["must be between 5 and 120"] };
    const out = await shown(a.json(400, { title: "Validation errors occurred.", status: 400, errors }));
    assert.match(out, /spring\.campaign\.json:\d+:\d+: error: must be between 5 and 120\n/);
  });

  it("reports that a gateway rejected the request, not the platform", async () => {
    assert.match(
      await shown(a.page(403, "Request blocked")),
      /A gateway refused the request, not the platform/,
    );
  });

  it("does not ask for fixes in the campaign after a timeout at a gateway", async () => {
    const out = await shown(a.json(408, { error: "Request timed out while waiting for upstream" }));
    assert.match(out, /may have been created/);
    assert.doesNotMatch(out, /Fix the campaign|nothing was created/);
  });

  it("escapes the server's control characters", async () => {
    const hostile = "\u001b[2J\u001b]0;title\u0007\r\nAccepted\u202e";
    const page = await shown(a.answer(404, hostile));
    const message = await shown(a.json(400, { errors: [{ msg: hostile }] }));
    for (const out of [page, message]) {
      assert.doesNotMatch(out, /[\u001b\u0007\r\u202e]/);
      assert.match(out, /<U\+001B>\[2J/);
    }
    assert.doesNotMatch(message, /^Accepted/m);
  });

  it("names the variable for a certificate, and advises against disabling the check", async () => {
    const out = await shown(a.encrypted(a.json(200, {})), "https");
    assert.match(out, /self-signed certificate/);
    assert.match(out, /NODE_EXTRA_CA_CERTS/);
    assert.match(out, /Do not turn the check off/);
    assert.doesNotMatch(out, /http\.proxy/);
  });

  it("explains that the CLI ignores HTTPS_PROXY", async () => {
    assert.match(await shown(a.page(407, "Proxy Authentication Required")), /ignores HTTPS_PROXY/);
  });

  it("shows how long to wait", async () => {
    assert.match(await shown(a.answer(429, "", { "retry-after": "17" })), /Wait 17 seconds/);
  });
});
