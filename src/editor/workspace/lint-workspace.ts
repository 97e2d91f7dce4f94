import * as vscode from "vscode";
import { Lines } from "../../core/campaign/lines";
import { checkCampaign } from "../../core/lint/check";
import type { Checking } from "../checking";
import { registerCommand } from "../command";
import { toDiagnostic } from "../diagnostics";
import { tell } from "../message";
import { campaignFiles, forEach, savedText } from "./campaign-text";
import type { WorkspaceCampaigns } from "./campaigns";

export interface LintWorkspaceDeps {
  readonly checking: Checking;
  readonly campaigns: WorkspaceCampaigns;
  readonly log: vscode.LogOutputChannel;
}

/** The command that checks every campaign of the workspace, and keeps right what it found in files that are not open. */
export function registerLintWorkspace({ checking, campaigns, log }: LintWorkspaceDeps): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("campaign-workspace");
  /** What was checked and is not open; open files are looked after as they are edited. */
  const checked = new Map<string, vscode.Uri>();

  const check = async (uri: vscode.Uri) => {
    if (openDocument(uri) !== undefined) return;
    const text = await savedText(uri);
    // It may have been opened while it was read.
    if (text === undefined || openDocument(uri) !== undefined) {
      collection.delete(uri);
      return;
    }
    await checking.prepare(uri);
    const { problems } = checkCampaign(text, checking.optionsFor(uri, text));
    const file = { uri, lines: new Lines(text) };
    collection.set(
      uri,
      problems.map((problem) => toDiagnostic(file, problem)),
    );
  };
  const again = (uri: vscode.Uri) => {
    if (checked.has(uri.toString())) void check(uri);
  };
  const opened = ({ uri }: vscode.TextDocument) => collection.delete(uri);
  const gone = (uri: vscode.Uri) => {
    checked.delete(uri.toString());
    collection.delete(uri);
  };

  const lint = async (
    progress: vscode.Progress<{ message: string; increment: number }>,
    stop: vscode.CancellationToken,
  ) => {
    await campaigns.ready;
    const files = await vscode.workspace.findFiles(campaignFiles, undefined, undefined, stop);
    let done = 0;
    const one = async (uri: vscode.Uri) => {
      checked.set(uri.toString(), uri);
      await check(uri);
      done++;
      const message = vscode.l10n.t("{0} of {1}", done, files.length);
      progress.report({ message, increment: 100 / files.length });
    };
    await forEach(files, one, () => stop.isCancellationRequested);
    return { done, all: files.length };
  };

  const watcher = vscode.workspace.createFileSystemWatcher(campaignFiles, true);
  return vscode.Disposable.from(
    collection,
    watcher,
    watcher.onDidChange(again),
    watcher.onDidDelete(gone),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
    checking.onDidChangeOptions(() => [...checked.values()].forEach(again)),
    registerCommand("campaignJson.lintWorkspace", { log }, async () => {
      const title = vscode.l10n.t("Checking the campaigns of the workspace");
      const location = vscode.ProgressLocation.Notification;
      const result = await vscode.window.withProgress({ location, title, cancellable: true }, lint);
      tellResult(result);
    }),
  );
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

function tellResult({ done, all }: { readonly done: number; readonly all: number }): void {
  if (all === 0) {
    tell("information", vscode.l10n.t("There is no campaign file in this workspace."));
    return;
  }
  const checked =
    done === all
      ? vscode.l10n.t("Campaigns checked: {0}. What was found stands in Problems.", all)
      : vscode.l10n.t("Stopped after {0} of {1} campaigns.", done, all);
  tell("information", checked, {
    [vscode.l10n.t("Show Problems")]: () => vscode.commands.executeCommand("workbench.actions.view.problems"),
  });
}
