import * as vscode from "vscode";
import type { ImportedCurl } from "../../core/curl/import";
import { guarded, registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { showMessage } from "../ui/message";
import { openUnsavedCampaign } from "../ui/unsaved-campaign";
import { askInput } from "../ui/input-box";
import type { LoadSubmission, SubmissionModule } from "../submission/submission-module";

export interface ImportCurlDeps {
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/** Registers the command that turns a cURL command into a campaign file and, on request, into a connection. */
export function registerImportCurl({ connections, loadSubmitting, log }: ImportCurlDeps): vscode.Disposable {
  const guard = { log, redact: (text: string) => connections.redact(text) };
  const guardedAction = (run: () => unknown) => guarded("campaignJson.importCurl", guard, run);

  const showImported = ({ host, accountId, streamId, token, notes }: ImportedCurl): void => {
    const address =
      host === undefined || accountId === undefined || streamId === undefined
        ? undefined
        : { host, accountId, streamId };
    const defaults = { ...address, ...(token === undefined ? {} : { token }) };
    const sentences = [
      "The campaign was imported. It isn’t saved yet.",
      ...(token === undefined ? [] : ["It doesn’t contain the token."]),
      ...notes,
    ];
    showMessage(
      { level: notes.length > 0 ? "warning" : "information", id: "curl.imported" },
      sentences.join(" "),
      address && {
        ["Save as Connection…"]: guardedAction(() => connections.add(defaults)),
      },
    );
  };

  const warnAboutClipboard = async (token: string): Promise<void> => {
    if (!(await vscode.env.clipboard.readText()).includes(token)) return;
    const clear = guardedAction(async () => {
      // Do not clear what was copied since.
      if ((await vscode.env.clipboard.readText()).includes(token)) await vscode.env.clipboard.writeText("");
    });
    showMessage(
      { level: "warning", id: "curl.clipboard" },
      "The clipboard still contains the token of the cURL command. Clear it, so that it isn’t pasted by mistake.",
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
        `The cURL command wasn’t imported. ${imported.reason}`,
      );
      return;
    }
    const { text, token } = imported.value;
    await openUnsavedCampaign(text);
    showImported(imported.value);
    if (token !== undefined) await warnAboutClipboard(token);
  });
}

/** Returns the selected text or the clipboard if it is a cURL command, else asks the person to paste one. */
async function findCommand({ isCurl, fromCurl }: SubmissionModule): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  if (isCurl(selected)) return selected;
  const copied = await vscode.env.clipboard.readText();
  if (isCurl(copied)) return copied;
  const pasted = await askInput({
    title: "Import cURL",
    prompt: "Paste the cURL command. Input is hidden because it may contain a token.",
    password: true,
    validate: (text) => {
      const parsed = fromCurl(text);
      return text === "" || parsed.valid ? undefined : parsed.reason;
    },
  });
  return pasted === "" ? undefined : pasted;
}
