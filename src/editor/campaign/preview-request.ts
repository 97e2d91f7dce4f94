import * as vscode from "vscode";
import { hasErrors } from "../../core/lint/check";
import type { Checking } from "../problems/register";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { requireActiveCampaign } from "../ui/active-campaign";
import { refuseWithErrors } from "../submission/show-errors";
import type { LoadSubmission } from "../submission/submission-module";

/** The scheme of the preview documents, which only this command opens. */
const previewScheme = "campaign-request";

export interface PreviewRequestDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/**
 * Registers the command that shows the request for a campaign in a second editor: formatted, with a link to the exact
 * text. It sends nothing.
 */
export function registerPreviewRequest(deps: PreviewRequestDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);
  const texts = new Map<string, string>();
  /** The address of the exact text, by the address of its formatted preview. */
  const exactOf = new Map<string, vscode.Uri>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const showPreview = async (target: unknown): Promise<void> => {
    const document = await requireActiveCampaign(
      target,
      "No campaign file is open. Open one, then run Preview Request again.",
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
    const { toRequestBody, requestText, requestForReading } = await loadSubmitting();
    const exact = requestText(connection, toRequestBody(campaign));
    const publish = (extension: string, text: string): vscode.Uri => {
      const path = `${document.uri.path}.request.${extension}`;
      const uri = vscode.Uri.from({ scheme: previewScheme, path, query: connection.name });
      texts.set(uri.toString(), redact(text));
      changed.fire(uri);
      return uri;
    };
    const uri = publish("jsonc", requestForReading(exact));
    exactOf.set(uri.toString(), publish("txt", exact));
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
    vscode.languages.registerCodeLensProvider(
      { scheme: previewScheme },
      { provideCodeLenses: ({ uri }) => lensesTo(exactOf.get(uri.toString())) },
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const key = uri.toString();
      const exact = exactOf.get(key);
      texts.delete(key);
      exactOf.delete(key);
      // The exact text may still be open in an editor of its own.
      if (exact !== undefined && !vscode.workspace.textDocuments.some((open) => isAt(open, exact)))
        texts.delete(exact.toString());
    }),
    registerCommand("campaignJson.previewRequest", { log, redact }, showPreview),
  );
}

function lensesTo(exact: vscode.Uri | undefined): vscode.CodeLens[] {
  if (exact === undefined) return [];
  const command = { title: "Show Exact Request", command: "vscode.open", arguments: [exact] };
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
}

function isAt({ uri }: vscode.TextDocument, other: vscode.Uri): boolean {
  return uri.toString() === other.toString();
}
