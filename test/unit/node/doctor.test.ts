import assert from "node:assert/strict";
import type { DoctorDeps } from "../../../src/cli/commands/doctor";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { checked, doctor, environment } from "./doctor-run";

const HOUR = 3_600_000;

describe("campaign-json doctor", () => {
  describe("with a practice server", () => {
    let server: PracticeServer;
    beforeEach(async () => (server = await startPracticeServer()));
    afterEach(() => server.close());

    it("passes with two read requests, and creates nothing", async () => {
      const { code, failed, details } = await checked(environment(server.origin));
      assert.deepEqual([code, failed], [0, []]);
      assert.equal(details.host, `${server.origin} responded.`);
      assert.match(details.token, /^The token was accepted\. It expires on 2100-01-01 /);
      assert.deepEqual(
        server.requests.map(({ method, url }) => `${method} ${url.replace(/\?.*/, "")}`),
        [
          "POST /campaign/api/v2/public/st-1/campaign/contactList/getAllListDetails",
          "GET /agentassist/api/v1/public/st-1/queues",
        ],
      );
    });

    it("prints one line for each check", async () => {
      const { code, out } = await doctor([], { env: environment(server.origin) });
      assert.equal(code, 0);
      const names = out
        .trimEnd()
        .split("\n")
        .map((line) => line.split(/ {2,}/).slice(0, 2).join(" "));
      assert.deepEqual(names, [
        ...["ok proxy", "ok host", "ok clock", "ok token", "ok campaign-management", "ok configuration"],
      ]);
    });

    it("mints a token from the client ID and secret, and shows neither", async () => {
      const { clientId, clientSecret } = server.client;
      const env = {
        ...environment(server.origin, ""),
        ...{ CAMPAIGN_JSON_CLIENT_ID: clientId, CAMPAIGN_JSON_CLIENT_SECRET: clientSecret },
      };
      const { code, out, err } = await doctor(["--format", "json"], { env });
      assert.equal(code, 0);
      assert.match(out, /minted from the client ID and secret was accepted/);
      for (const part of [clientSecret, "eyJ"]) assert.ok(!`${out}${err}`.includes(part));
      const wrong = await checked({ ...env, CAMPAIGN_JSON_CLIENT_SECRET: "another-secret-of-some-length" });
      assert.deepEqual([wrong.code, wrong.failed], [3, ["token", "campaign-management", "configuration"]]);
      assert.match(wrong.details.token, /^The token minted for the call was rejected\./);
    });

    it("does not send an expired token, and still checks host and clock", async () => {
      const token = mintPracticeToken({ exp: Math.floor(Date.now() / 1000) - 60 });
      const { code, failed, details } = await checked(environment(server.origin, token));
      assert.deepEqual([code, failed], [3, ["token", "campaign-management", "configuration"]]);
      assert.match(details.token, /^The token expired on .+, so it was not sent\. Set CAMPAIGN_JSON_TOKEN/);
      assert.deepEqual([server.requests.length, server.requests[0]?.headers["auth"]], [1, undefined]);
    });

    it("reports a token that is valid only once, and both scopes if the app has none", async () => {
      const now = Math.floor(Date.now() / 1000);
      const once = mintPracticeToken({ jti: "once", iat: now, exp: now + 600 });
      const single = await checked(environment(server.origin, once));
      assert.deepEqual([single.code, single.failed], [3, ["configuration"]]);
      assert.match(single.details.configuration, /can be used only once and was already used/);
      const none = await checked(environment(server.origin, mintPracticeToken({ scope: "none" })));
      assert.deepEqual([none.code, none.failed], [3, ["campaign-management", "configuration"]]);
      assert.match(
        none.details["campaign-management"],
        /lacks the API scope “Campaign Management”\. Grant it/,
      );
      assert.match(none.details.configuration, /lacks the API scope “Configuration”/);
    });

    it("makes one call if the account has reached its rate limit", async () => {
      for (let call = 0; call < 30; call++) await doctor([], { env: environment(server.origin) });
      const { failed, details } = await checked(environment(server.origin));
      assert.deepEqual(failed, ["token", "campaign-management", "configuration"]);
      assert.match(
        details.configuration,
        /^Not checked: the account reached its limit of 60 calls a minute\./,
      );
      assert.equal(server.requests.length, 61);
    });

    it("reports a clock that is off by hours, and the direction", async () => {
      const ahead = await checked(environment(server.origin), { now: () => Date.now() + 3 * HOUR });
      assert.deepEqual([ahead.code, ahead.failed], [3, ["clock"]]);
      assert.match(ahead.details.clock, /clock is [23] hours ahead of the server's.+Set the clock\.$/);
      const behind = await checked(environment(server.origin), { now: () => Date.now() - 50 * HOUR });
      assert.match(behind.details.clock, /clock is 2 days behind the server's/);
    });

    it("checks a practice server of its own, and accepts no other target with it", async () => {
      const own = await doctor(["--practice"]);
      assert.deepEqual([own.code, own.err], [0, ""]);
      const both = await doctor(["--practice", "--host", server.origin]);
      assert.deepEqual([both.code, both.out], [2, ""]);
      assert.match(both.err, /--practice can't be combined/);
    });

    it("needs a complete connection", async () => {
      const { code, out, err } = await doctor([], {
        env: { ...environment(server.origin), CAMPAIGN_JSON_TOKEN: "" },
      });
      assert.deepEqual([code, out, server.requests.length], [2, "", 0]);
      assert.match(err, /The credential is missing: set CAMPAIGN_JSON_TOKEN/);
    });

    it("names all missing values at once", async () => {
      const { code, err } = await doctor([], { env: { CAMPAIGN_JSON_STREAM_ID: "st-1" } });
      assert.equal(code, 2);
      const names = [...err.matchAll(/the ([a-z ]+) \([^)]*CAMPAIGN_JSON_/g)].map(([, name]) => name);
      assert.deepEqual(names, ["host", "account id", "credential"]);
    });

    it("exits with 130 if it is interrupted", async () => {
      const interrupted: DoctorDeps["onInterrupt"] = (listener) => {
        listener();
        return () => undefined;
      };
      const { code, out } = await doctor([], { env: environment(server.origin), onInterrupt: interrupted });
      assert.deepEqual([code, out, server.requests.length], [130, "", 0]);
    });

    it("sends no credential to an unfamiliar host that only the environment names", async () => {
      const env = environment("https://platform.example.com");
      const unreached = { kind: "failed", left: false, reason: "dns", detail: "" } as const;
      let calls = 0;
      const transport = () => {
        calls++;
        return Promise.resolve(unreached);
      };
      const { code, err } = await doctor([], { env, transport });
      assert.deepEqual([code, calls], [2, 0]);
      assert.match(
        err,
        /CAMPAIGN_JSON_HOST is https:\/\/platform\.example\.com, .*Pass --host to confirm it/,
      );
      await doctor(["--host", "https://platform.example.com"], { env, transport });
      assert.ok(calls > 0);
    });
  });
});
