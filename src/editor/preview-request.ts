import * as vscode from "vscode";
import { hasErrors } from "../core/lint/check";
import type { Checking } from "./checking";
import { registerCommand } from "./command";
import type { Connections } from "./connections";
import { campaignAtHand } from "./file-at-hand";
import { refuseWithErrors } from "./submit/refuse";
import type { LoadSubmitting } from "./submitting-half";

/** Where previews are: nothing but this command opens one. */
const previewScheme = "campaign-request";

export interface PreviewRequestDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmitting;
  readonly log: vscode.LogOutputChannel;
}

/** The command that shows, beside the campaign, the exact request that submitting would send. Sends nothing. */
export function registerPreviewRequest(deps: PreviewRequestDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const preview = async (target: unknown): Promise<void> => {
    const document = await campaignAtHand(
      target,
      vscode.l10n.t("Open the campaign file whose request you want to see, then ask again."),
    );
    if (document === undefined) return;
    await checking.prepare(document.uri);
    const { campaign, problems } = checking.check(document);
    if (campaign === undefined || hasErrors(problems)) {
      refuseWithErrors(document, problems, "preview");
      return;
    }
    const connection = await connections.forShow();
    if (connection === undefined) return;
    const { toRequestBody, requestInWords } = await loadSubmitting();
    const uri = vscode.Uri.from({
      scheme: previewScheme,
      path: `${document.uri.path}.request.txt`,
      query: connection.name,
    });
    texts.set(uri.toString(), redact(requestInWords(connection, toRequestBody(campaign))));
    changed.fire(uri);
    const shown = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(shown, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  };

  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    registerCommand("campaignJson.previewRequest", { log, redact }, preview),
  );
}
