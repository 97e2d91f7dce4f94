import assert from "node:assert/strict";
import { listNamed, type NamedPart } from "../../../src/core/account/list-named";
import { submitCampaign } from "../../../src/core/platform/create-campaign";
import {
  mintPracticeToken,
  startPracticeServer,
  type PracticeServer,
} from "../../../src/node/practice/server";
import { campaignOf, parametersFor } from "./checks";

describe("listNamed on the practice server", () => {
  let server: PracticeServer;
  beforeEach(async () => (server = await startPracticeServer()));
  afterEach(() => server.close());
  const named = async (part: NamedPart): Promise<readonly string[]> => {
    const result = await listNamed(part, parametersFor(server.connection));
    return result.kind === "listed" ? result.items.map(({ name }) => name) : assert.fail(result.kind);
  };

  it("reads contact lists and queues in one call each", async () => {
    const lists = ["CL Only 2020 Dec 4", "Renewal Due - May/June 2025", "Bills due this month"];
    assert.deepEqual(await named("contactList"), lists);
    assert.deepEqual(await named("queue"), ["Default Queue", "Queue1"]);
    assert.equal(server.requests.length, 2);
  });

  it("reads the do-not-call lists of the account’s campaigns, each once", async () => {
    assert.deepEqual(await named("dncList"), []);
    for (const [name, dncList] of [
      ["A", "DNC CL Dec 4"],
      ["B", "DNC CL Dec 4"],
    ]) {
      const campaign = campaignOf("preview", { name, dncLists: { name: dncList } });
      const { outcome } = await submitCampaign({
        ...parametersFor(server.connection),
        body: JSON.stringify(campaign),
      });
      assert.equal(outcome.kind, "accepted");
    }
    const before = server.requests.length;
    assert.deepEqual(await named("dncList"), ["DNC CL Dec 4"]);
    assert.equal(server.requests.length, before + 1);
    const result = await listNamed("dncList", parametersFor(server.connection));
    assert.equal(result.kind === "listed" && result.complete, false);
  });

  it("returns the refusal of a token that has expired", async () => {
    const credential = { kind: "token", token: mintPracticeToken({ exp: 1_000_000_000 }) } as const;
    const expired = parametersFor({ ...server.connection, credential });
    for (const part of ["contactList", "dncList", "queue"] as const) {
      const result = await listNamed(part, expired);
      assert.equal(result.kind, "unavailable");
    }
    assert.equal(server.requests.length, 0);
  });
});
