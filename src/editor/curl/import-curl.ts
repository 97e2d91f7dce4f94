import * as vscode from "vscode";
import type { ImportedCurl } from "../../core/curl/import";
import { guarded, registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { showMessage } from "../ui/message";
import { openUnsavedCampaign } from "../campaign/new";
import { askInput } from "../ui/input-box";
import type { LoadSubmission, SubmissionModule } from "../submission/submission-module";

export interface ImportCurlDeps {
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/** The command that turns a cURL command into a campaign file and, when asked to, into a connection. */
export function registerImportCurl({ connections, loadSubmitting, log }: ImportCurlDeps): vscode.Disposable {
  const guard = { log, redact: (text: string) => connections.redact(text) };
  const later = (run: () => unknown) => guarded("campaignJson.importCurl", guard, run);

  /** Says what came of it. What a message offers is done when its button is pressed, if ever. */
  const tellImported = ({ host, accountId, streamId, token, notes }: ImportedCurl): void => {
    const address =
      host === undefined || accountId === undefined || streamId === undefined
        ? undefined
        : { host, accountId, streamId };
    const known = { ...address, ...(token === undefined ? {} : { token }) };
    const words = [
      "The campaign is open and not saved yet.",
      ...(token === undefined ? [] : ["The token is not in it."]),
      ...notes,
    ];
    showMessage(
      { level: notes.length > 0 ? "warning" : "information", id: "curl.imported" },
      words.join(" "),
      address && {
        ["Save as Connection…"]: later(() => connections.add(known)),
      },
    );
  };

  const tellOfClipboard = async (token: string): Promise<void> => {
    if (!(await vscode.env.clipboard.readText()).includes(token)) return;
    const clear = later(async () => {
      // Whatever was copied since is not ours to clear.
      if ((await vscode.env.clipboard.readText()).includes(token)) await vscode.env.clipboard.writeText("");
    });
    showMessage(
      { level: "warning", id: "curl.clipboard" },
      "The token of the cURL command is still on the clipboard.",
      {
        ["Clear Clipboard"]: clear,
      },
    );
  };

  return registerCommand("campaignJson.importCurl", guard, async () => {
    const submitting = await loadSubmitting();
    const command = await findCommand(submitting);
    if (command === undefined) return;
    const imported = submitting.fromCurl(command);
    if (!imported.valid) {
      showMessage(
        { level: "warning", id: "curl.refused" },
        `The cURL command was not imported. ${imported.reason}`,
      );
      return;
    }
    const { text, token } = imported.value;
    await openUnsavedCampaign(text);
    tellImported(imported.value);
    if (token !== undefined) await tellOfClipboard(token);
  });
}

/** The selected text or the clipboard, whichever is a cURL command; else what the person pastes. */
async function findCommand({ isCurl, fromCurl }: SubmissionModule): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  if (isCurl(selected)) return selected;
  const copied = await vscode.env.clipboard.readText();
  if (isCurl(copied)) return copied;
  const pasted = await askInput({
    title: "Import cURL",
    prompt: "Paste the cURL command. It is shown as dots, because a token may be in it.",
    password: true,
    refusal: (text) => {
      const parsed = fromCurl(text);
      return text === "" || parsed.valid ? undefined : parsed.reason;
    },
  });
  return pasted === "" ? undefined : pasted;
}
