import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import type { Connection } from "../../../src/core/connection/connection";
import { parseDocument } from "../../../src/core/campaign/document";
import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import type { FinishedEntry } from "../../../src/core/ledger/entry";
import type { Outcome } from "../../../src/core/platform/outcome";
import { toOutcome } from "../../../src/core/platform/read-outcome";
import { registerRemarks } from "../../../src/editor/account/remarks";
import { showSubmission } from "../../../src/editor/submission/send";
import * as submitting from "../../../src/submitting";
import { answered, connection } from "../submission/run-scene";
import { springWith } from "./workspace";

describe("The notification after a submission", () => {
  const buttonsAfter = async (
    outcome: Outcome,
    used: Connection = connection,
    entry?: FinishedEntry,
  ): Promise<readonly string[]> => {
    newWindow();
    const text = springWith();
    const document = await fake.open("file:///work/spring.campaign.json", text);
    const campaign = parseDocument(text).value as Campaign;
    const remarks = registerRemarks();
    const request = { method: "POST", url: "https://platform.kore.ai/", headers: {}, body: "{}" };
    showSubmission(
      { connection: used, campaign, document: document.real, text, body: "{}" } as never,
      { outcome, request } as never,
      entry,
      {
        ...{ submitting, remarks, watch: { start: () => undefined } },
        connections: { isInUse: () => true },
        output: { append: () => undefined, show: () => undefined },
      } as never,
    );
    remarks.dispose();
    return fake.messages[0]?.buttons ?? [];
  };
  const outcomeOf = (result: ReturnType<typeof answered>) => toOutcome(result, 0);
  const unauthorized = outcomeOf(answered(401, { status: "error", message: "jwt expired" }));

  it("offers new credentials first if the platform did not accept them", async () => {
    assert.equal(unauthorized.kind, "unauthorized");
    assert.deepEqual(await buttonsAfter(unauthorized), ["Update Credentials…", "Show Output"]);
  });

  it("offers new credentials for an expired token that was not sent, and none against a gateway", async () => {
    const expired: Outcome = { kind: "not-sent", reason: "token-expired", detail: "" };
    assert.deepEqual(await buttonsAfter(expired), ["Update Credentials…", "Show Output"]);
    assert.ok(unauthorized.kind === "unauthorized");
    assert.deepEqual(await buttonsAfter({ ...unauthorized, why: "gateway" }), ["Show Output"]);
  });

  it("opens the setting that helps where a certificate or a proxy is the reason", async () => {
    for (const reason of ["tls", "proxy"] as const)
      assert.deepEqual(await buttonsAfter({ kind: "not-sent", reason, detail: "" }), [
        "Open Settings",
        "Show Output",
      ]);
    assert.deepEqual(await buttonsAfter({ kind: "not-sent", reason: "dns", detail: "" }), ["Show Output"]);
  });

  it("shows where an accepted campaign is, unless the platform changed its values", async () => {
    const sent = { ...(parseDocument(springWith()).value as object), id: "cd-1", status: "Preparing" };
    const accepted = (data: object) =>
      outcomeOf(answered(200, { status: "success", message: "in progress", data }));
    const entry = { response: { id: "cd-1" } } as never;
    const buttons = ["Show Submissions", "Show Response", "Copy ID"];
    assert.deepEqual(await buttonsAfter(accepted(sent), connection, entry), buttons);
    assert.match(fake.messages[0]!.text, /^Campaign accepted: cd-1 is in Campaign Submissions, and you'll/);
    const other = accepted({ ...sent, maxSkips: 77 });
    assert.deepEqual(await buttonsAfter(other, connection, entry), ["Show Response", "Copy ID"]);
    assert.match(fake.messages[0]!.text, /^Campaign accepted: cd-1, but the platform changed 1 value, so/);
    // The submission log has no outcome, so the view does not show it.
    assert.deepEqual(await buttonsAfter(accepted(sent)), ["Show Output", "Copy ID"]);
    assert.equal(fake.messages[0]!.text, "Campaign accepted: cd-1, so don't send it again.");
  });

  it("offers the response of a submission with an unknown outcome only if there is one", async () => {
    const unknown: Outcome = { kind: "unknown", reason: "timeout", detail: "No answer in time." };
    const entry = { state: "unknown", response: "" } as FinishedEntry;
    assert.deepEqual(await buttonsAfter(unknown, connection, entry), ["Look Up Submission", "Show Output"]);
    const page = { ...entry, response: "<html>502</html>" };
    assert.deepEqual(await buttonsAfter(unknown, connection, page), ["Look Up Submission", "Show Response"]);
  });

  it("edits the connection whose account or stream is wrong, and offers nothing for a missing scope", async () => {
    assert.ok(unauthorized.kind === "unauthorized");
    const refused = (why: "credentials" | "scope") => buttonsAfter({ ...unauthorized, why });
    assert.deepEqual(await refused("credentials"), ["Edit Connection…", "Show Output"]);
    assert.deepEqual(await refused("scope"), ["Show Output"]);
    const incomplete: Outcome = { kind: "not-sent", reason: "invalid-connection", detail: "" };
    assert.deepEqual(await buttonsAfter(incomplete), ["Edit Connection…", "Show Output"]);
  });

  it("offers none for the practice server, which has no credentials", async () => {
    assert.deepEqual(await buttonsAfter(unauthorized, { ...connection, id: "practice" }), ["Show Output"]);
  });

  it("goes to the line of a rejected field, if the platform names one", async () => {
    const named = outcomeOf(
      answered(400, { errors: [{ msg: "priority must be one of [1, 2, 3, 4, 5]", code: 412 }] }),
    );
    assert.deepEqual(await buttonsAfter(named), ["Go to Line", "Show Output"]);
    const other = outcomeOf(answered(400, { errors: [{ msg: "no", code: 412 }] }));
    assert.deepEqual(await buttonsAfter(other), ["Show Output"]);
  });
});
