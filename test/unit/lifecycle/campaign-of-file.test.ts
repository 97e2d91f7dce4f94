import assert from "node:assert/strict";
import { campaignOfFile, entriesByCampaign, namedByFile } from "../../../src/core/lifecycle/campaign-of-file";
import type { Attempt, FinishedEntry, LedgerEntry } from "../../../src/core/ledger/entry";
import { attempt, START } from "../submission/attempts";

const path = "/work/spring.campaign.json";
const file = { host: "https://platform.kore.ai", accountId: "account-1", path };

const entry = (
  campaignId: string,
  minutes: number,
  { state = "accepted", ...changes }: Partial<Attempt & Pick<FinishedEntry, "state" | "resolution">> = {},
): LedgerEntry => {
  const at = START + minutes * 60_000;
  return {
    ...attempt({ path }),
    id: campaignId,
    at,
    finishedAt: at,
    message: "",
    campaignId,
    state,
    ...changes,
  };
};

describe("The campaign of a file", () => {
  it("is the one that the file's last accepted submission created", () => {
    assert.equal(campaignOfFile([entry("cd-2", 2), entry("cd-1", 1)], file), "cd-2");
    assert.equal(campaignOfFile([], file), undefined);
  });

  it("is in the same account, however its host is written", () => {
    const local = (host: string): LedgerEntry => entry(host, 1, { host });
    const entries = [local("http://127.0.0.1:8080"), local("https://other.kore.ai")];
    assert.equal(
      campaignOfFile(entries, { ...file, host: "http://localhost:8080" }),
      "http://127.0.0.1:8080",
    );
    assert.equal(campaignOfFile([entry("cd-1", 1, { accountId: "account-2" })], file), undefined);
  });

  it("comes from no other file, and from no submission that created nothing for certain", () => {
    const others = [
      entry("cd-1", 1, { path: "/work/autumn.campaign.json" }),
      entry("cd-2", 2, { state: "rejected" }),
      entry("cd-3", 3, { state: "unknown" }),
      entry("cd-4", 4, { state: "unknown", resolution: { kind: "not-found", at: START } }),
    ];
    assert.equal(campaignOfFile(others, file), undefined);
    const found = entry("cd-5", 0, { state: "unknown", resolution: { kind: "found", at: START } });
    assert.equal(campaignOfFile([...others, found], file), "cd-5");
  });

  it("is the one that an update of the file changed, but not one that was started or stopped", () => {
    const change = (action: "start" | "stop" | "update", campaignId: string, minutes: number): LedgerEntry =>
      entry("", minutes, { change: { action, campaignId } });
    const created = entry("cd-1", 1);
    assert.equal(
      campaignOfFile([created, change("start", "cd-2", 2), change("stop", "cd-2", 3)], file),
      "cd-1",
    );
    assert.equal(campaignOfFile([created, change("update", "cd-2", 2)], file), "cd-2");
  });

  it("is named by the log, else by the name in the file, as for a file that is nowhere saved", () => {
    const entries = [entry("cd-1", 1)];
    assert.deepEqual(namedByFile("Spring", entries, file, file.path), {
      ...{ kind: "name", name: "Spring", recordedId: "cd-1" },
    });
    const byName = { kind: "name", name: "Spring" };
    assert.deepEqual(namedByFile("Spring", entries, file, "/work/copy.campaign.json"), byName);
    assert.deepEqual(namedByFile("Spring", entries, file, undefined), byName);
  });

  it("comes from the file of the newest submission or update that has its ID", () => {
    const update = { action: "update", campaignId: "cd-1" } as const;
    const newestFirst = [
      entry("", 3, { file: "renamed", change: update }),
      entry("", 3, { file: "stopped", change: { ...update, action: "stop" } }),
      entry("cd-2", 2, { file: "summer", state: "rejected" }),
      entry("cd-1", 1, { file: "spring" }),
      entry("cd-3", 1, { file: "elsewhere", accountId: "account-2" }),
    ];
    assert.deepEqual(
      [...entriesByCampaign(newestFirst, file)].map(([id, from]) => [id, from.file]),
      [["cd-1", "renamed"]],
    );
  });
});
