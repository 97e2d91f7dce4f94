import assert from "node:assert/strict";
import { createServer } from "node:https";
import type { ServerResponse } from "node:http";
import { checked, environment } from "./doctor-run";
import { selfSigned } from "./self-signed";
import { httpServer, tcpServer, type TestServer } from "./servers";

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

const contactLists = { status: "success", data: [] };
const queues = { results: [], page: 1, hasMore: false, totalResults: 0 };
const noScope = { errors: [{ msg: "Permission denied. Scope is incorrect!", code: 4002 }] };

describe("campaign-json doctor", () => {
  describe("with a faulty host", () => {
    const servers: TestServer[] = [];
    afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));
    const keep = async (starting: Promise<TestServer>): Promise<TestServer> => {
      const server = await starting;
      servers.push(server);
      return server;
    };
    /** A platform with these responses to the two read requests. */
    const platform = (lists: [number, object], ofQueues: [number, object]): Promise<TestServer> =>
      keep(
        httpServer((response, { url = "" }) =>
          answer(response, ...(url.includes("/queues") ? ofQueues : lists)),
        ),
      );

    it("names the missing scope of the app, also with 403", async () => {
      const first = await platform([403, noScope], [200, queues]);
      const { code, failed, details } = await checked(environment(first.origin));
      assert.deepEqual([code, failed], [3, ["campaign-management"]]);
      assert.match(details.configuration, /^The token's app has the API scope “Configuration”/);
      const second = await platform([200, contactLists], [403, noScope]);
      assert.deepEqual((await checked(environment(second.origin))).failed, ["configuration"]);
    });

    it("reports a token that the platform rejects, and IDs that do not match it", async () => {
      const refusal = (msg: string): [number, object] => [401, { errors: [{ msg, code: 4002 }] }];
      const token = await platform(refusal("Invalid JWT token"), refusal("Invalid JWT token"));
      const rejected = await checked(environment(token.origin));
      assert.deepEqual(rejected.failed, ["token", "campaign-management", "configuration"]);
      assert.match(rejected.details.token, /^The token was rejected\. Set CAMPAIGN_JSON_TOKEN/);
      const ids = await platform(refusal("Invalid SDK credentials"), refusal("Invalid SDK credentials"));
      const mismatch = await checked(environment(ids.origin));
      assert.match(mismatch.details.token, /do not match\. Check --account-id, --stream-id/);
    });

    it("reports a host that is not the platform, or redirects", async () => {
      const other = await platform([404, {}], [404, {}]);
      const { failed, details } = await checked(environment(other.origin));
      assert.deepEqual(failed, ["token", "campaign-management", "configuration"]);
      assert.match(details.configuration, /the server responded with 404/);
      const moved = await keep(
        httpServer((response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end()),
      );
      const redirected = await checked(environment(moved.origin));
      assert.deepEqual(redirected.failed, ["host", "token", "campaign-management", "configuration"]);
      assert.match(
        redirected.details.host,
        /redirects to https:\/\/elsewhere\.example\/\. Redirects are not/,
      );
      assert.equal(moved.arrived.length, 1);
    });

    const nothing = ["host", "clock", "token", "campaign-management", "configuration"];

    it("reports an untrusted certificate, before the credentials are sent", async () => {
      const server = await keep(
        httpServer(
          (response) => answer(response, 200, contactLists),
          (listener) => createServer(selfSigned(), listener),
        ),
      );
      const { code, failed, details } = await checked(environment(server.origin.replace("http:", "https:")));
      assert.deepEqual([code, failed], [3, nothing]);
      assert.match(details.host, /certificate could not be verified/);
      assert.match(details.token, /^Not checked: the server could not be reached\.$/);
      assert.equal(server.arrived.length, 0);
    });

    it("reports a host name that has no address, and the proxy variable that is ignored", async () => {
      const env = {
        ...environment("https://no-such-host.invalid"),
        HTTPS_PROXY: "http://proxy.example:8080",
      };
      const { code, failed, details } = await checked(env, {}, "--host", "https://no-such-host.invalid");
      assert.deepEqual([code, failed], [3, nothing]);
      assert.match(details.host, /could not be resolved/);
      assert.match(details.proxy, /ignores HTTPS_PROXY, which is set\.$/);
    }).timeout(20_000);

    it("reports a host that refuses the connection, and one that does not respond", async () => {
      const closed = await httpServer(() => undefined);
      await closed.close();
      const refused = await checked(environment(closed.origin));
      assert.match(refused.details.host, /no server is listening/);
      const silent = await keep(tcpServer((socket) => socket.once("data", () => socket.destroy())));
      const reset = await checked(environment(silent.origin));
      assert.deepEqual(reset.failed, nothing);
      assert.match(reset.details.host, /did not respond/);
    });

    it("reports a proxy that refuses the connection", async () => {
      const server = await platform([407, {}], [407, {}]);
      const { failed, details } = await checked(environment(server.origin));
      assert.deepEqual(failed, ["proxy", ...nothing]);
      assert.match(details.proxy, /^The proxy refused the request\./);
    });

    it("passes if the server sends no date", async () => {
      const server = await keep(
        httpServer((response, { url = "" }) => {
          response.sendDate = false;
          answer(response, 200, url.includes("/queues") ? queues : contactLists);
        }),
      );
      const { code, details } = await checked(environment(server.origin));
      assert.equal(code, 0);
      assert.match(details.clock, /^Not checked: the server's response contains no time/);
    });
  });
});
