import { fake, newWindow } from "./fake-vscode";
import assert from "node:assert/strict";
import { isSameRequest } from "../../../src/core/campaign/write-in-layout";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { parseDocument } from "../../../src/core/campaign/document";
import type { LedgerEntry } from "../../../src/core/ledger/entry";
import { compareWithSent } from "../../../src/editor/history/compare";
import type { SubmissionDocuments } from "../../../src/editor/history/documents";
import type { LoadSubmission } from "../../../src/editor/submission/submission-module";
import { springWith } from "./workspace";

const entry = {
  ...{ id: "1", at: 0, campaign: "Spring reminder", file: "old.campaign.json" },
  path: "/work/old.campaign.json",
  body: toRequestBody(parseDocument(springWith()).value),
} as unknown as LedgerEntry;

const compare = (): Promise<void> =>
  compareWithSent(
    entry,
    { sent: (_: unknown, file?: unknown) => `sent like ${String(file)}` } as unknown as SubmissionDocuments,
    (() => Promise.resolve({ isSameRequest })) as unknown as LoadSubmission,
  );
const compared = (): unknown[] =>
  fake.executed.filter(({ id }) => id === "vscode.diff").map(({ given }) => String(given[1]));

describe("A submission whose file was renamed", () => {
  beforeEach(() => newWindow().addFolder("file:///work"));

  it("is compared with the open campaign whose request is identical", async () => {
    fake.write("file:///work/other.campaign.json", springWith(["Spring", "Winter"]));
    await fake.open("file:///work/other.campaign.json");
    fake.write("file:///work/renamed.campaign.json", springWith());
    await fake.open("file:///work/renamed.campaign.json");
    await compare();
    assert.deepEqual(compared(), ["file:///work/renamed.campaign.json"]);
  });

  it("offers a comparison with the active file if that was changed", async () => {
    fake.write("file:///work/renamed.campaign.json", springWith(["Spring", "Winter"]));
    const document = await fake.open("file:///work/renamed.campaign.json");
    fake.activeEditor = { document };
    await compare();
    assert.deepEqual(compared(), []);
    assert.equal(fake.messages[0]?.buttons.length, 2);
  });

  it("is not compared with a past version", async () => {
    fake.schemes.set("git", false);
    fake.activeEditor = { document: await fake.open("git:/work/old.campaign.json", springWith()) };
    await compare();
    assert.deepEqual(compared(), []);
    assert.equal(fake.messages[0]?.buttons.length, 1);
  });

  it("is compared with its own file while that exists", async () => {
    fake.write("file:///work/old.campaign.json", springWith(["Spring", "Winter"]));
    await fake.open("file:///work/copy.campaign.json", springWith());
    await compare();
    assert.deepEqual(compared(), ["file:///work/old.campaign.json"]);
  });
});
