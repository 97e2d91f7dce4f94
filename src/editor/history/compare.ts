import * as vscode from "vscode";
import { parseJson } from "../../core/api/envelope";
import { visibleLine } from "../../core/api/visible";
import { parseDocument } from "../../core/campaign/document";
import type { LedgerEntry } from "../../core/ledger/entry";
import { tell } from "../message";
import { timeInWords } from "./age";
import type { LoadSubmitting } from "../submitting-half";
import type { SubmissionDocuments } from "./documents";
import { nameOf } from "./item";
import { sentFile } from "./sent-file";

/** Opens what was sent beside the file as it is now, which can be edited there. */
export async function compareWithSent(
  entry: LedgerEntry,
  documents: SubmissionDocuments,
  loadSubmitting: LoadSubmitting,
): Promise<void> {
  const file = await sentFile(entry);
  if (file === undefined) {
    tell(
      { level: "warning", id: "compare.no-file" },
      entry.path === undefined
        ? vscode.l10n.t(
            "“{0}” was sent from {1}, which is not in this workspace. It may have been moved, or been sent from another folder.",
            nameOf(entry),
            visibleLine(entry.file, 200),
          )
        : vscode.l10n.t(
            "“{0}” was sent from {1}, which is no longer there. It may have been moved or deleted.",
            nameOf(entry),
            visibleLine(entry.path, 200),
          ),
      { [vscode.l10n.t("Show What Was Sent")]: () => openReadOnly(documents.sent(entry)) },
    );
    return;
  }
  const { body = "" } = entry;
  const { isSameRequest } = await loadSubmitting();
  const now = await vscode.workspace.openTextDocument(file);
  const title = vscode.l10n.t(
    "{0}: sent {1} ↔ now",
    visibleLine(vscode.workspace.asRelativePath(file), 100),
    timeInWords(entry.at),
  );
  await vscode.commands.executeCommand("vscode.diff", documents.sent(entry, file), file, title);
  if (isSameRequest(parseDocument(now.getText()).value, parseJson(body)?.json))
    tell(
      { level: "information", id: "compare.same" },
      vscode.l10n.t("“{0}” would be sent exactly as it was then.", nameOf(entry)),
    );
}

export async function openReadOnly(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
