import assert from "node:assert/strict";
import { checkAccount, type AccountCheck } from "../../../src/core/account/check";
import { accountCheckInShort, accountReportOf } from "../../../src/core/wording/account/account-report";
import type { Connection } from "../../../src/core/connection/connection";
import { mintPracticeToken, startPracticeServer } from "../../../src/node/practice/server";
import { campaignOf, parametersFor } from "../account/checks";

const secret = "a-client-secret-of-some-length";
const acme: Connection = {
  id: "acme",
  name: "Acme",
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  production: true,
  credential: { kind: "client", clientId: "cs-1", clientSecret: secret },
};
const reported = (check: AccountCheck): string =>
  accountReportOf({
    ...{ time: "12:00", file: "spring.campaign.json", connection: acme, check },
    lineOf: ({ pointer }) => (pointer === "/name" ? 2 : undefined),
  });
const finding = (pointer: string, message: string) =>
  ({ code: "account/name-taken", pointer, message, severity: "warning", source: "account" }) as const;

describe("The report of an account check", () => {
  it("lists the line and the code of each finding, and then their number", () => {
    const findings = [finding("/name", "Taken."), finding("/queue_name", "Gone.")];
    const check: AccountCheck = { kind: "checked", findings, unavailable: [] };
    const report = reported(check);
    assert.match(
      report,
      /\nLine 2 +Taken\. \(account\/name-taken\)\nFinding +Gone\. .*\nResult +2 issues\.\n\n$/,
    );
    for (const part of ["spring.campaign.json", "Acme", "calls real people", "acc-1", "st-1", "12:00"])
      assert.ok(report.includes(part), `“${part}” is not in:\n${report}`);
    assert.equal(accountCheckInShort(check), "2 issues: Taken. Gone.");
    assert.equal(accountCheckInShort({ ...check, findings: findings.slice(1) }), "1 issue: Gone.");
  });

  it("shows no issues for a valid campaign, and names what was checked", async () => {
    const server = await startPracticeServer();
    const check = await checkAccount({
      ...parametersFor(server.connection),
      campaign: campaignOf("preview"),
    });
    await server.close();
    assert.match(accountCheckInShort(check), /^No issues: contact lists, queue and name/);
    assert.match(reported(check), /No issues: contact lists, queue and name/);
  });

  it("names the missing scope, and where to grant it", async () => {
    const server = await startPracticeServer();
    const token = mintPracticeToken({ scope: "none" });
    const connection: Connection = { ...server.connection, credential: { kind: "token", token } };
    const check = await checkAccount({ ...parametersFor(connection), campaign: campaignOf("preview") });
    await server.close();
    for (const text of [accountCheckInShort(check), reported(check)]) {
      assert.match(text, /No issues in the parts that could be checked\./);
      assert.match(text, /queues were not checked: .*“Configuration”\. Grant it under Dev Tools > API Scope/);
    }
  });

  it("shows no result if the account could not be reached", async () => {
    const server = await startPracticeServer();
    await server.close();
    const check = await checkAccount({
      ...parametersFor(server.connection),
      campaign: campaignOf("preview"),
    });
    assert.equal(check.kind, "offline");
    assert.match(accountCheckInShort(check), /^Couldn't reach the account, so nothing was checked\. \S/);
    assert.match(reported(check), /Couldn't reach the account/);
    assert.match(accountCheckInShort({ kind: "cancelled" }), /^Canceled: nothing was checked/);
  });

  it("shows no secret and no character that hides other text", () => {
    const message = `${secret} ${Buffer.from(secret).toString("base64")}\n\u202eevil`;
    const check: AccountCheck = { kind: "checked", findings: [finding("/name", message)], unavailable: [] };
    const report = reported(check);
    assert.ok(!report.includes(secret) && !report.includes(Buffer.from(secret).toString("base64")), report);
    assert.match(report, /<U\+000A><U\+202E>evil/);
  });
});
