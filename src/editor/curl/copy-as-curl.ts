import * as vscode from "vscode";
import { hasErrors } from "../../core/lint/check";
import type { Checking } from "../problems/register";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { requireActiveCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { refuseWithErrors } from "../submission/show-errors";
import type { LoadSubmission } from "../submission/submission-module";

export interface CopyAsCurlDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/** The command that puts the request on the clipboard, as it would go to the connection in use, without the token. */
export function registerCopyAsCurl(deps: CopyAsCurlDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);

  return registerCommand("campaignJson.copyAsCurl", { log, redact }, async (target) => {
    const document = await requireActiveCampaign(
      target,
      "Open the campaign file that you want to copy, then copy again.",
    );
    if (document === undefined) return;
    await checking.prepare(document.uri);
    const { campaign, problems } = checking.check(document);
    if (campaign === undefined || hasErrors(problems)) {
      refuseWithErrors(document, problems, "copy");
      return;
    }
    const connection = await connections.forShow();
    if (connection === undefined) return;
    const { toRequestBody, toCurl } = await loadSubmitting();
    const body = toRequestBody(campaign);
    if (redact(body) !== body) {
      showMessage(
        { level: "error", id: "copy.credential" },
        "There is a credential in the campaign itself, so it was not copied.",
      );
      return;
    }
    await vscode.env.clipboard.writeText(toCurl(connection, body));
    showMessage(
      { level: "information", id: "copy.copied" },
      `Copied for “${connection.name}”, without its token: set CAMPAIGN_JSON_TOKEN in the shell. Every run of it creates the campaign once more.`,
    );
  });
}
