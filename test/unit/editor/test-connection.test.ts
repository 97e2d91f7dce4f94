import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { Connection } from "../../../src/core/connection/connection";
import type { HttpResult } from "../../../src/core/platform/transport";
import { diagnose, firstFailure } from "../../../src/core/account/doctor";
import { doctorInShort, doctorReportOf } from "../../../src/core/wording/account/doctor-report";
import { registerTestConnection } from "../../../src/editor/connections/test-connection";
import { mintPracticeToken } from "../../../src/node/practice/server";
import { acme, connectionsOf, SecretStorage } from "./secret-storage";

type Answer = { readonly status: number; readonly body: object } | HttpResult;

const lists: Answer = { status: 200, body: { status: "success", data: [] } };
const queues: Answer = { status: 200, body: { results: [], page: 1, hasMore: false, totalResults: 0 } };
const refused = (msg: string): Answer => ({ status: 401, body: { errors: [{ msg, code: 4002 }] } });

interface Tested {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly level: string;
  readonly report: string;
  readonly calls: number;
}

/** Runs the command against a platform with these answers, in their order. */
async function test(connection: Connection, ...answers: readonly Answer[]): Promise<Tested> {
  const connections = connectionsOf(new SecretStorage(connection), connection.id);
  let report = "";
  let calls = 0;
  const command = registerTestConnection({
    connections,
    loadDiagnosis: () =>
      Promise.resolve({
        firstFailure,
        doctorInShort,
        doctorReportOf,
        diagnose: (parameters) =>
          diagnose({
            ...parameters,
            now: Date.now,
            transport: () => {
              const answer = answers[calls++] ?? assert.fail("One call too many.");
              if (!("body" in answer)) return Promise.resolve(answer);
              const { status, body } = answer;
              return Promise.resolve({ kind: "answered", status, headers: {}, text: JSON.stringify(body) });
            },
          }),
      }),
    output: { append: (text) => (report += text), show: () => undefined },
    log: { error: () => undefined } as unknown as vscode.LogOutputChannel,
  });
  await fake.run("campaignJson.testConnection");
  command.dispose();
  connections.dispose();
  const message = fake.messages.at(-1) ?? assert.fail("No message.");
  return { ...message, report, calls };
}

describe("Test Connection", () => {
  beforeEach(() => newWindow());

  it("reports that everything works", async () => {
    const { level, text, buttons, report } = await test(acme, lists, queues);
    assert.deepEqual([level, buttons], ["information", ["Show Output", "Suggest Names…"]]);
    assert.equal(text, "“Acme” works: host, clock, token and both API scopes are fine.");
    for (const label of ["Proxy", "Host", "Token", "Campaign Management", "Configuration"])
      assert.match(report, new RegExp(`^${label} +OK: `, "m"));
    // The answers of this test have no date.
    assert.match(report, /^Clock +Not checked: the server's response contains no time\.$/m);
    assert.match(report, /^━━━ Test of Acme ━━━\n[^]+\n\n$/);
  });

  const failures: readonly (readonly [string, readonly Answer[], RegExp, readonly string[]])[] = [
    [
      "a token that is rejected",
      [refused("Invalid JWT token"), refused("Invalid JWT token")],
      /^“Acme” failed the check of the token\. .+ Update the credentials/,
      ["Update Credentials…"],
    ],
    [
      "IDs that do not match the token",
      [refused("Invalid SDK credentials"), refused("Invalid SDK credentials")],
      /do not match\. Edit the connection\.$/,
      ["Edit Connection…"],
    ],
    [
      "a missing scope",
      [lists, refused("Permission denied. Scope is incorrect!")],
      /^“Acme” failed the check of the API scope “Configuration”\. .+ Grant it under/,
      [],
    ],
    [
      "a host that cannot be reached",
      [{ kind: "failed", left: false, reason: "dns", detail: "" }],
      /failed the check of the host\. .+ Behind a company proxy, check the setting http\.proxy\.$/,
      [],
    ],
    [
      "a redirect",
      [{ kind: "answered", status: 302, headers: { location: "https://elsewhere.example" }, text: "" }],
      /redirects to https:\/\/elsewhere\.example\. .+ Add a connection to the right host\.$/,
      ["Add Connection…"],
    ],
  ];
  for (const [what, answers, words, buttons] of failures)
    it(`reports ${what}, with the next action`, async () => {
      const tested = await test(acme, ...answers);
      assert.match(tested.text, words);
      assert.deepEqual([tested.level, tested.buttons], ["warning", [...buttons, "Show Output"]]);
      assert.equal(tested.calls, answers.length);
      assert.match(tested.report, /FAILED: /);
    });

  it("calls only the host failed if its name has no address", async () => {
    const noAddress: Answer = { kind: "failed", left: false, reason: "dns", detail: "" };
    const { report } = await test(acme, noAddress, noAddress);
    assert.match(report, /^Host +FAILED: /m);
    for (const label of ["Proxy", "Clock", "Token", "Campaign Management", "Configuration"])
      assert.match(report, new RegExp(`^${label} +Not checked: `, "m"));
  });

  it("tests an expired token without sending it", async () => {
    const token = mintPracticeToken({ exp: 1_000_000_000 });
    const expired: Connection = { ...acme, credential: { kind: "token", token } };
    const { text, buttons, report } = await test(expired, refused("Invalid SDK credentials"));
    assert.match(text, /^“Acme” failed the check of the token\. The token expired on 2001-09-09/);
    assert.deepEqual(buttons, ["Update Credentials…", "Show Output"]);
    assert.ok(!`${text}${report}`.includes(token));
  });

  it("uses no credential in a workspace that is not trusted", async () => {
    fake.trusted = false;
    const { buttons, calls, report } = await test(acme);
    assert.deepEqual([buttons, calls, report], [["Manage Trust"], 0, ""]);
  });
});
