import assert from "node:assert/strict";
import { globalAgent } from "node:https";
import { Socket } from "node:net";
import { toNetworkFailure } from "../../../src/node/http/network-failure";
import { outcomeAt } from "./servers";

describe("behind a proxy", () => {
  /** Like proxy agents, returns the proxy's reply to a failed tunnel as the response, on a separate socket. */
  const playBack = (words: string): Socket => {
    const socket = new Socket({ writable: false });
    setImmediate(() => {
      socket.push(words);
      socket.push(null);
    });
    return socket;
  };

  const success = JSON.stringify({ status: "success", data: { id: "cd-1" } });
  for (const said of [
    "407 Proxy Authentication Required",
    "403 Forbidden",
    "502 Bad Gateway",
    "302 Found\r\nlocation: https://sign-in.example/",
    `201 Created\r\ncontent-type: application/json\r\ncontent-length: ${success.length}\r\n\r\n${success}`,
  ])
    it(`${said.slice(0, 3)} instead of a tunnel comes from the proxy: not sent`, async () => {
      const agent = globalAgent as { createConnection?: unknown };
      agent.createConnection = () => playBack(`HTTP/1.1 ${said}\r\n\r\n`);
      try {
        const [line = ""] = said.split("\r");
        assert.deepEqual(await outcomeAt("https://platform.kore.ai"), {
          kind: "not-sent",
          reason: "proxy",
          detail: `The proxy answered ${line}.`,
        });
      } finally {
        delete agent.createConnection;
      }
    });

  it("that is not running, nothing is sent", async () => {
    const agent = globalAgent as { createConnection?: unknown };
    agent.createConnection = (_: unknown, done: (error: Error) => void) =>
      void setImmediate(() =>
        done(new Error("Failed to establish a socket connection to proxies: PROXY p:1")),
      );
    try {
      const outcome = await outcomeAt("https://platform.kore.ai");
      assert.deepEqual([outcome.kind, "reason" in outcome && outcome.reason], ["not-sent", "proxy"]);
    } finally {
      delete agent.createConnection;
    }
  });

  for (const kind of ["PROXY", "HTTPS", "SOCKS"])
    it(`a ${kind} that is not running is reported as a proxy, without its password`, () => {
      const failure = (who: string): unknown =>
        toNetworkFailure(new Error(`Failed to establish a socket connection to proxies: ${kind} ${who}`));
      const expected = {
        reason: "proxy",
        neverLeft: false,
        detail: `Failed to establish a socket connection to proxies: ${kind} proxy.example:8080`,
      };
      assert.deepEqual(failure("proxy.example:8080"), expected);
      assert.deepEqual(failure("me:p@ss@proxy.example:8080"), expected);
    });

  it("the report leaves out Node's own advice", () => {
    const hint = "; if the root CA is installed locally, try running Node.js with --use-system-ca";
    assert.equal(
      toNetworkFailure(new Error(`self-signed certificate${hint}`)).detail,
      "self-signed certificate",
    );
  });
});
