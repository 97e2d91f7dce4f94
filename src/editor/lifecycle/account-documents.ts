import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import type { AccountCampaign } from "../../core/platform/existing/get-campaign";

/** Read-only documents with what the account returned. Nothing of them is kept when they or the window are closed. */
export interface AccountDocuments {
  /** `text` replaces what was returned of the same campaign before. */
  show(campaign: AccountCampaign, text: string): vscode.Uri;
  dispose(): void;
}

const accountScheme = "campaign-account";

export function createAccountDocuments(redact: (text: string) => string): AccountDocuments {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const texts = new Map<string, string>();
  const disposable = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(accountScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        texts.get(uri.toString()) ?? "This window no longer has what the account returned. Compare again.",
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void texts.delete(uri.toString())),
  );
  return {
    show: ({ id, name }, text) => {
      // Not a campaign file name, so that it is neither checked nor submitted.
      const path = `/${visibleLine(name.replace(/[\\/:]/g, "_"), 60)}.account.jsonc`;
      const uri = vscode.Uri.from({ scheme: accountScheme, path, query: id });
      texts.set(uri.toString(), redact(text));
      changed.fire(uri);
      return uri;
    },
    dispose: () => void disposable.dispose(),
  };
}
