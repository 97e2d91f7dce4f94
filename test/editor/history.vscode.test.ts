import assert from "node:assert/strict";
import * as vscode from "vscode";
import { toRequestBody } from "../../src/core/campaign/request-body";
import type { Connection } from "../../src/core/connection/connection";
import { parseDocument } from "../../src/core/campaign/document";
import {
  LEASE_MS,
  type FinishedEntry,
  type LedgerEntry,
  type PendingEntry,
} from "../../src/core/ledger/entry";
import { createCampaignUrl } from "../../src/core/platform/endpoint";
import { toTreeItem } from "../../src/editor/history/item";
import { sentFile } from "../../src/editor/history/sent-file";
import { isSentFrom, sentFrom } from "../../src/editor/history/sent-from";
import { mintPracticeToken } from "../../src/node/practice/token";
import { thisExtension } from "./activation";
import { closeAll, openFile, springWith, writeFile } from "./campaigns";
import { accepted, forgetSubmissions, lost, noted, openLedger } from "./history";
import { answered, until } from "./until";

const now = 1_800_000_000_000;
const entry: FinishedEntry = {
  id: "e-1",
  at: now - 2 * 60_000,
  host: "https://platform.kore.ai",
  accountId: "acc-1",
  streamId: "st-1",
  connectionName: "Acme",
  file: "spring.campaign.json",
  campaign: "Spring",
  bodyHash: "0".repeat(64),
  body: '{"name":"Spring"}',
  state: "accepted",
  finishedAt: now - 119_000,
  message: "creation in progress",
  campaignId: "cd-1",
  campaignState: "Ready",
  response: { status: "success" },
};
const pending = (leaseUntil: number): PendingEntry => {
  const { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash } = entry;
  const known = { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash };
  return { ...known, state: "pending", owner: "a window", leaseUntil };
};
const bare = (state: FinishedEntry["state"], more: Partial<FinishedEntry> = {}): FinishedEntry => {
  const { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash, finishedAt } = entry;
  const known = { id, at, host, accountId, streamId, connectionName, file, campaign, bodyHash, finishedAt };
  return { ...known, state, message: "", ...more };
};

describe("A submission in the view", () => {
  const icon = (item: vscode.TreeItem): string =>
    item.iconPath instanceof vscode.ThemeIcon ? item.iconPath.id : "none";
  const described = (item: vscode.TreeItem): string => String(item.description);
  const labelOf = ({ label }: vscode.TreeItem): string => (typeof label === "string" ? label : "");

  it("leads with its outcome and age, and names the campaign", () => {
    const item = toTreeItem(entry, now);
    assert.match(labelOf(item), /^Created, Ready · 2 min/);
    assert.equal(item.description, "Spring");
    assert.match(
      item.accessibilityInformation?.label ?? "",
      /^Created, Ready, 2 minutes ago, Spring, Acme, from/,
    );
    assert.equal(item.command?.command, "campaignJson.openResponse");
  });

  const resolution = (kind: "found" | "not-found" | "person") => ({ resolution: { at: now, kind } });
  const started = { action: "start", campaignId: "cd-1" } as const;
  const cases: readonly (readonly [what: string, entry: LedgerEntry, icon: string, context: string])[] = [
    ["accepted", entry, "pass", ";submission;creation;file;id;response;body;"],
    ["rejected", bare("rejected", { response: {} }), "error", ";submission;creation;file;response;"],
    ["unauthorized", bare("unauthorized"), "lock", ";submission;creation;file;"],
    ["redirected", bare("redirected"), "link-external", ";submission;creation;file;"],
    ["rate-limited", bare("rate-limited"), "watch", ";submission;creation;file;"],
    ["not sent", bare("not-sent"), "debug-disconnect", ";submission;creation;file;"],
    ["cancelled", bare("cancelled"), "circle-slash", ";submission;creation;file;"],
    ["without an answer", bare("unknown"), "question", ";submission;creation;file;open;"],
    ["under way", pending(now + 1_000), "loading~spin", ";submission;creation;file;"],
    ["left behind", pending(now - 1_000), "question", ";submission;creation;file;open;"],
    [
      "left behind by a clock set back",
      pending(now + 2 * LEASE_MS),
      "question",
      ";submission;creation;file;open;",
    ],
    [
      "found",
      bare("unknown", { ...resolution("found"), campaignId: "cd-1" }),
      "pass",
      ";submission;creation;file;id;",
    ],
    ["not found", bare("unknown", resolution("not-found")), "circle-slash", ";submission;creation;file;"],
    ["a start", bare("accepted", { change: started, file: "" }), "pass", ";submission;"],
    [
      "an update",
      bare("accepted", { change: { ...started, action: "update" } }),
      "pass",
      ";submission;file;",
    ],
    [
      "answered for by a person",
      bare("unknown", resolution("person")),
      "person",
      ";submission;creation;file;",
    ],
  ];
  for (const [what, each, shape, context] of cases)
    it(`has its own icon and commands when it is ${what}`, () => {
      const item = toTreeItem(each, now);
      assert.equal(icon(item), shape);
      assert.equal(item.contextValue, context);
    });

  it("has a different text for each outcome", () => {
    const words = cases.map(([, each]) => labelOf(toTreeItem(each, now)).split(" · ", 1).join(""));
    const alike = cases.filter(([what]) => what.startsWith("left behind") || what === "without an answer");
    assert.equal(new Set(words).size, cases.length - alike.length + 1);
  });

  it("never turns untrusted text into a link, an icon, markup or a hidden character", () => {
    const hostile = "[x](command:quit) $(trash) **b** <b>\u202e\nend";
    const item = toTreeItem(
      { ...entry, campaign: hostile, message: hostile, connectionName: hostile, file: hostile },
      now,
    );
    const { tooltip } = item;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(
      tooltip.isTrusted !== true && tooltip.supportHtml !== true && tooltip.supportThemeIcons !== true,
    );
    assert.ok(!tooltip.value.includes("[x](") && !tooltip.value.includes("**b**"), tooltip.value);
    assert.ok(typeof item.label === "string" && !item.label.includes("\n"));
    const texts = [item.label, described(item), tooltip.value, item.accessibilityInformation?.label ?? ""];
    for (const text of texts) assert.doesNotMatch(text, /\u202e/);
  });
});

describe("The file of a submission", () => {
  afterEach(closeAll);

  it("is found by its path in the workspace or by its full path", async () => {
    const uri = await writeFile("folder-of-sent.campaign.json", "{}");
    assert.equal((await sentFile({ file: "folder-of-sent.campaign.json" }))?.path, uri.path);
    assert.equal((await sentFile({ file: "./folder-of-sent.campaign.json" }))?.path, uri.path);
    assert.equal((await sentFile({ file: uri.fsPath }))?.path, uri.path);
  });

  it("is the one at its path, not another with the same name", async () => {
    const uri = await writeFile("same-name.campaign.json", "{}");
    const [file, path] = ["same-name.campaign.json", uri.fsPath];
    assert.equal((await sentFile({ file, path }))?.path, uri.path);
    assert.equal((await sentFile({ file: "another.campaign.json", path }))?.path, uri.path);
    for (const elsewhere of [vscode.Uri.joinPath(uri, "../elsewhere", file).fsPath, file, "", "/etc/passwd"])
      assert.equal(await sentFile({ file, path: elsewhere }), undefined, elsewhere);
    assert.ok(isSentFrom({ file: "another.campaign.json", path }, uri));
    assert.ok(!isSentFrom({ file, path: vscode.Uri.joinPath(uri, "../elsewhere", file).fsPath }, uri));
    assert.ok(!isSentFrom({ file, path }, uri.with({ scheme: "vscode-vfs" })));
    assert.ok(isSentFrom({ file }, uri));
    assert.deepEqual(sentFrom(uri), { file, path });
    assert.deepEqual(Object.keys(sentFrom(uri.with({ scheme: "vscode-vfs" }))), ["file"]);
  });

  it("is not searched outside the workspace, and has to be a campaign", async () => {
    const uri = await writeFile("outside.campaign.json", "{}");
    const folder = uri.path.split("/").at(-2) ?? "";
    for (const file of ["gone.campaign.json", `../${folder}/outside.campaign.json`, "spring.json", ""])
      assert.equal(await sentFile({ file }), undefined);
  });
});

describe("The commands of the history", () => {
  before(async () => {
    await openFile("history.campaign.json", await springWith());
    await thisExtension().activate();
    await closeAll();
  });
  beforeEach(forgetSubmissions);
  afterEach(async () => {
    await closeAll();
    await vscode.env.clipboard.writeText("");
    await vscode.commands.executeCommand("campaignJson.stopPracticeServer");
    await forgetSubmissions();
  });
  const run = (command: string, target: LedgerEntry) =>
    vscode.commands.executeCommand(`campaignJson.${command}`, target);

  it("open the response as a read-only document", async () => {
    await run("openResponse", await noted(accepted));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.uri.scheme === "campaign-response" && document.languageId === "json");
    assert.deepEqual(JSON.parse(document.getText()), accepted.kind === "accepted" && accepted.response);
    assert.ok(document.getText().includes('\n  "data": {'));
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), true);
  });

  it("open a response that is not JSON as text, with hidden characters made visible", async () => {
    await run("openResponse", await noted({ ...lost, response: "<html>\u202eproxy" } as typeof lost));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.languageId === "plaintext");
    assert.equal(document.getText(), "<html><U+202E>proxy\n");
  });

  it("copy the id", async () => {
    await run("copyCampaignId", await noted(accepted));
    assert.equal(await vscode.env.clipboard.readText(), "cd-1");
  });

  it("use the ledger, not their arguments", async () => {
    const real = await noted(accepted);
    await run("copyCampaignId", { ...real, id: "another", campaignId: "cd-forged" });
    assert.equal(await vscode.env.clipboard.readText(), "");
    await run("copyCampaignId", { ...real, campaignId: "cd-forged" });
    assert.equal(await vscode.env.clipboard.readText(), "cd-1");
  });

  it("compare the editable file with the submitted version in the same layout", async () => {
    const text = await springWith();
    const sent = parseDocument(text).value as Record<string, unknown>;
    const body = toRequestBody({ ...sent, name: "Winter" });
    const { document } = await openFile("compared.campaign.json", text);
    await run("compareWithSent", await noted(accepted, { body, file: "compared.campaign.json" }));
    const tab = await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputTextDiff ? input : undefined;
      },
      () => "No comparison is open.",
    );
    assert.equal(tab.modified.toString(), document.uri.toString());
    const left = await vscode.workspace.openTextDocument(tab.original);
    assert.equal(left.languageId, "jsonc");
    assert.equal(toRequestBody(parseDocument(left.getText()).value), body);
    const differing = left
      .getText()
      .split("\n")
      .filter((line) => !text.split("\n").includes(line));
    assert.equal(differing.length, 1, differing.join("\n"));
    assert.match(differing[0] ?? "", /"Winter"/);
  });

  it("do not open a comparison for a missing file", async () => {
    await run("compareWithSent", await noted(accepted, { file: "gone.campaign.json" }));
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab, undefined);
  });

  it("read the state of a campaign and record it", async () => {
    const origin = await vscode.commands.executeCommand<string>("campaignJson.startPracticeServer");
    const ids = { host: origin, accountId: "practice-account", streamId: "st-practice" };
    const answer = await fetch(createCampaignUrl(ids), {
      method: "POST",
      headers: {
        auth: mintPracticeToken(),
        iid: ids.streamId,
        accountId: ids.accountId,
        "content-type": "application/json",
      },
      body: toRequestBody(parseDocument(await springWith()).value),
    });
    const { data } = (await answer.json()) as { readonly data: { readonly id: string } };
    const connection: Connection = {
      ...{ id: "practice", name: "Practice", ...ids, production: false },
      credential: { kind: "token", token: mintPracticeToken() },
    };
    const created = { ...accepted, campaignId: data.id, state: "Noted before" } as typeof accepted;
    const real = await noted(created, { connection });
    await run("refreshStatus", real);
    const { entries } = await answered(
      () => openLedger().history(),
      ({ entries: [first] }) => first?.state !== "pending" && first?.campaignState !== "Noted before",
    );
    const [first] = entries;
    assert.ok(first !== undefined && first.state !== "pending");
    assert.match(first.campaignState ?? "", /^(Preparing|Ready)$/);
  });
});
