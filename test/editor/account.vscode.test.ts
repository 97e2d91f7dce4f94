import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Connection } from "../../src/core/connection/connection";
import { checkAgainstAccount, type CheckAccountDeps } from "../../src/editor/account/check-account";
import { registerRemarks, type Remarks } from "../../src/editor/account/remarks";
import { ConnectionInUse } from "../../src/editor/connections/in-use";
import { practiceId } from "../../src/core/connection/environment";
import { deactivate, reactivate, thisExtension } from "./activation";
import {
  closeAll,
  codeOf,
  openFile,
  rangeOf,
  springWith,
  typeOver,
  untilCodes,
  writeFile,
} from "./campaigns";
import { tokenWith } from "./secrets";
import { until } from "./until";

/** The campaign of the workspace, with a contact list and a queue that the practice account contains. */
const named = (...changes: readonly (readonly [from: string, to: string])[]): Promise<string> =>
  springWith(["Bills owed in July", "CL Only 2020 Dec 4"], ...changes);

const check = (uri?: vscode.Uri) => vscode.commands.executeCommand("campaignJson.checkAccount", uri);

describe("Checking against the account", () => {
  before(async () => {
    await openFile("account.campaign.json", "{}");
    await thisExtension().activate();
    await closeAll();
  });
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand("campaignJson.stopPracticeServer");
  });

  it("reports no issues when the account contains everything that the campaign names", async () => {
    const { document } = await openFile("all-there.campaign.json", await named());
    await check();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it("marks missing parts of the account as warnings with their page and similar names", async () => {
    const text = await named(["CL Only 2020 Dec 4", "CL Only 2021 Dec 4"], ["Default Queue", "Queue7"]);
    const { document } = await openFile("not-there.campaign.json", text);
    await check();
    const codes = ["account/contact-list-missing", "account/queue-missing"];
    const [list, queue] = await untilCodes(document.uri, ...codes);
    assert.ok(list !== undefined && queue !== undefined);
    for (const { source, severity, code } of [list, queue]) {
      assert.equal(source, "account");
      assert.equal(severity, vscode.DiagnosticSeverity.Warning);
      assert.match(String(typeof code === "object" && code.target), /account/);
    }
    assert.match(list.message, /“CL Only 2021 Dec 4”.*“CL Only 2020 Dec 4”/);
    assert.ok(list.range.isEqual(rangeOf(document, '"CL Only 2021 Dec 4"')));
    assert.ok(queue.range.isEqual(rangeOf(document, '"Queue7"')));
  });

  it("keeps a finding on its line while other lines change, and drops it when its line changes", async () => {
    const text = await named(["CL Only 2020 Dec 4", "Nobody's list"], ["Default Queue", "Queue7"]);
    const editor = await openFile("moved.campaign.json", text);
    await check();
    await untilCodes(editor.document.uri, "account/contact-list-missing", "account/queue-missing");
    await typeOver(editor, "{", "{\n  // Something above them");
    const [list] = await untilCodes(
      editor.document.uri,
      ...["account/contact-list-missing", "account/queue-missing"],
    );
    assert.ok(list?.range.isEqual(rangeOf(editor.document, '"Nobody\'s list"')));
    await typeOver(editor, "Nobody's list", "CL Only 2020 Dec 4");
    await untilCodes(editor.document.uri, "account/queue-missing");
    await check();
    await untilCodes(editor.document.uri, "account/queue-missing");
    await typeOver(editor, "Queue7", "Default Queue");
    await untilCodes(editor.document.uri);
  });

  it("does not start for a campaign with errors", async () => {
    const text = await named(["CL Only 2020 Dec 4", "Nobody's list"], ['"Preview"', '"preview"']);
    const { document } = await openFile("wrong.campaign.json", text);
    await check();
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "account"),
      [],
    );
  });
});

describe("A finding in the account", () => {
  let remarks: Remarks;
  before(deactivate);
  after(reactivate);
  beforeEach(() => (remarks = registerRemarks()));
  afterEach(async () => {
    remarks.dispose();
    await closeAll();
  });

  const shown = (uri: vscode.Uri): string[] =>
    vscode.languages
      .getDiagnostics(uri)
      .filter(({ source }) => source === "account")
      .map((diagnostic) => codeOf(diagnostic));
  const list = { code: "account/contact-list-missing", pointer: "/contactLists/0", message: "Gone." };

  it("is removed without a replacement when the account cannot be reached", async () => {
    const { document } = await openFile("offline.campaign.json", await named());
    remarks.showFindings(document, document.getText(), [list]);
    assert.deepEqual(shown(document.uri), [list.code]);
    const text = document.getText();
    const connection: Connection = {
      ...{ id: "c", name: "Acme", host: "http://127.0.0.1:9", accountId: "a", streamId: "s" },
      production: false,
      credential: { kind: "token", token: tokenWith() },
    };
    const said: string[] = [];
    const output = { append: (more: string) => void said.push(more), show: () => undefined };
    const detail = "connect ECONNREFUSED 127.0.0.1:9";
    await checkAgainstAccount(document, {
      checking: {
        prepare: () => Promise.resolve(),
        check: () => ({ campaign: {}, problems: [], document: { text } }),
      },
      connections: {
        inUse: () => Promise.resolve(connection),
        isInUse: () => true,
        redact: (words: string) => words,
      },
      remarks,
      output,
      loadSubmitting: () =>
        Promise.resolve({
          checkAccount: () =>
            Promise.resolve({ kind: "offline", outcome: { kind: "not-sent", reason: "refused", detail } }),
          accountReportOf: () => "Not reached.",
          accountCheckInShort: () => "Not reached.",
        }),
    } as unknown as CheckAccountDeps);
    assert.deepEqual(shown(document.uri), []);
    assert.deepEqual(said, ["Not reached."]);
  });

  it("is reported but not marked on a line when the connection is switched during the check", async () => {
    const { document } = await openFile("switched.campaign.json", await named());
    const text = document.getText();
    const lines: unknown[] = [];
    const said: string[] = [];
    const connection = { id: "c", name: "Acme" };
    let inUse = "c";
    const checked = { kind: "checked", findings: [list], unavailable: [] };
    const deps = {
      checking: {
        prepare: () => Promise.resolve(),
        check: () => ({ campaign: {}, problems: [], document: { text } }),
      },
      connections: {
        inUse: () => Promise.resolve(connection),
        isInUse: ({ id }: { readonly id: string }) => id === inUse,
        redact: (words: string) => words,
      },
      remarks,
      output: { append: (more: string) => void said.push(more), show: () => undefined },
      loadSubmitting: () =>
        Promise.resolve({
          checkAccount: () => Promise.resolve(checked),
          accountReportOf: ({ lineOf }: { readonly lineOf: (finding: unknown) => unknown }) => {
            lines.push(lineOf(list));
            return "Found.";
          },
          accountCheckInShort: () => "Found.",
        }),
    } as unknown as CheckAccountDeps;
    await checkAgainstAccount(document, deps);
    assert.deepEqual(shown(document.uri), [list.code]);
    inUse = "another";
    await checkAgainstAccount(document, deps);
    assert.deepEqual(shown(document.uri), []);
    assert.deepEqual(said, ["Found.", "Found."]);
    assert.deepEqual([typeof lines[0], lines[1]], ["number", undefined]);
  });

  it("is removed with every finding of its account", async () => {
    const { document } = await openFile("another-account.campaign.json", await named());
    remarks.showFindings(document, document.getText(), [list]);
    remarks.showRejection(document, document.getText(), [{ pointer: "/name", message: "name is taken" }]);
    assert.equal(shown(document.uri).length, 2);
    remarks.forget();
    assert.deepEqual(shown(document.uri), []);
    remarks.showRejection(document, document.getText(), [{ pointer: "/name", message: "name is taken" }]);
    assert.deepEqual(shown(document.uri), ["account/rejected"]);
  });

  it("is notified of another connection, and not of the same one", async () => {
    const state = new Map<string, unknown>();
    const inUse = new ConnectionInUse({
      keys: () => [...state.keys()],
      get: (key: string) => state.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void state.set(key, value)),
    } as vscode.Memento);
    let changes = 0;
    inUse.onDidChange(() => changes++);
    await inUse.choose(practiceId);
    assert.equal(changes, 0);
    await inUse.choose("another");
    assert.equal(changes, 1);
    inUse.dispose();
  });

  it("stays next to a rejected field, which the next submission removes", async () => {
    const { document } = await openFile("rejected.campaign.json", await named());
    const text = document.getText();
    const hostile = "priority [x](command:quit)\n\u202emust be 1 to 5";
    remarks.showFindings(document, text, [list]);
    remarks.showRejection(document, text, [{ pointer: "/priority", message: hostile }]);
    assert.deepEqual(shown(document.uri), [list.code, "account/rejected"]);
    const rejected = vscode.languages.getDiagnostics(document.uri)[1];
    assert.equal(rejected?.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(rejected.range.isEqual(rangeOf(document, text.match(/"priority": ("[^"]*")/)?.[1] ?? "")));
    assert.doesNotMatch(rejected.message, /[\n\u202e]/);
    remarks.showRejection(document, text, []);
    assert.deepEqual(shown(document.uri), [list.code]);
  });

  it("is not shown on a line that changed during the check", async () => {
    const editor = await openFile("meanwhile.campaign.json", await named());
    const text = editor.document.getText();
    await typeOver(editor, "CL Only 2020 Dec 4", "Another list");
    remarks.showFindings(editor.document, text, [list]);
    assert.deepEqual(shown(editor.document.uri), []);
  });

  it("is removed with its file", async () => {
    // The extension host keeps a document that a test opened itself for minutes.
    const uri = await writeFile("closed-after-rejection.campaign.json", await named());
    await vscode.commands.executeCommand("vscode.open", uri);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.path === uri.path);
    assert.ok(document !== undefined);
    remarks.showRejection(document, document.getText(), [{ pointer: "/name", message: "name is taken" }]);
    assert.deepEqual(shown(document.uri), ["account/rejected"]);
    const gone = until(
      vscode.languages.onDidChangeDiagnostics,
      () => (shown(document.uri).length === 0 ? true : undefined),
      () => "It is still there.",
    );
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await gone;
  });
});
