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

/** Registers the command that copies the request for the connection in use as a cURL command, without the token. */
export function registerCopyAsCurl(deps: CopyAsCurlDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);

  return registerCommand("campaignJson.copyAsCurl", { log, redact }, async (target) => {
    const document = await requireActiveCampaign(
      target,
      "No campaign file is open. Open one, then copy again.",
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
        "Not copied: the campaign itself contains a credential. Remove it, then copy again.",
      );
      return;
    }
    await vscode.env.clipboard.writeText(toCurl(connection, body));
    showMessage(
      { level: "information", id: "copy.copied" },
      `Copied for “${connection.name}” without its token. Set CAMPAIGN_JSON_TOKEN in the shell before you run it. Each run creates the campaign again.`,
    );
  });
}
