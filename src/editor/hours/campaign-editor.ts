import * as vscode from "vscode";
import { windowSpan } from "../../core/hours/move-edge";
import { parsedCampaign } from "../ui/parsed-campaign";

/** Opens a campaign with the lines of a calling window selected. */
export async function showWindow({ uri }: vscode.TextDocument, window: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const span = windowSpan(parsedCampaign(document), window);
  if (span === undefined) return;
  const selection = new vscode.Range(
    document.positionAt(span.offset),
    document.positionAt(span.offset + span.length),
  );
  await vscode.window.showTextDocument(document, { viewColumn: columnOf(document), selection });
}

/** Where a document is shown, or else the first column. */
function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(
    (each) => each.document.uri.toString() === uri.toString(),
  );
  return shown?.viewColumn ?? vscode.ViewColumn.One;
}
