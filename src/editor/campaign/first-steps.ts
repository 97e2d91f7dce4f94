import * as vscode from "vscode";
import { completeStep } from "../ui/first-steps";
import { registerCommand, type CommandDeps } from "../ui/command";
import { openUnsavedCampaign } from "../ui/unsaved-campaign";
import type { NewCampaignDeps } from "./new";

const walkthrough = "campaign-json.campaign-json#firstSteps";

/**
 * The commands of the walkthrough. Its steps are completed by doing them: VS Code watches the context keys that
 * `completeStep` sets.
 */
export function registerFirstSteps(
  deps: CommandDeps & Pick<NewCampaignDeps, "loadCreating">,
): vscode.Disposable {
  const seen = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (!uris.some(hasMistake)) return;
    completeStep("campaignJson.seenMistake");
    seen.dispose();
  });
  return vscode.Disposable.from(
    seen,
    registerCommand("campaignJson.openWalkthrough", deps, () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false),
    ),
    registerCommand("campaignJson.openMistakes", deps, async () => {
      const { mistakes } = await deps.loadCreating();
      const { document, viewColumn } = await openUnsavedCampaign(mistakes());
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      // The list takes the focus, and the step goes on with a key in the editor, at the first mistake.
      const editor = await vscode.window.showTextDocument(document, viewColumn);
      const first = document.positionAt(document.getText().indexOf('"preview"') + 1);
      editor.selection = new vscode.Selection(first, first);
      editor.revealRange(editor.selection);
    }),
  );
}

/** Values to fill in are warnings, so only an error is a mistake. */
function hasMistake(uri: vscode.Uri): boolean {
  return vscode.languages
    .getDiagnostics(uri)
    .some(({ source, severity }) => source === "campaign" && severity === vscode.DiagnosticSeverity.Error);
}
