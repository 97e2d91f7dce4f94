import * as vscode from "vscode";
import type { Checking } from "./checking";
import { registerCommand } from "./command";
import type { Connections } from "./connections";
import { tell } from "./message";
import { getReady, isSame, keyOf, type Ready, type ReadyDeps } from "./submit/ready";
import { send } from "./submit/send";
import { typesName } from "./submit/type-name";
import type { LoadSubmitting } from "./submitting-half";

export interface SubmitDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmitting;
  /** Where responses are shown. */
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The command that creates a campaign in the account. The order is: save, check, ask (for the name too, where
 * real people are called), look whether what was confirmed is still what would be sent, send once.
 */
export function registerSubmit(deps: SubmitDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, output, log } = deps;
  /** What is being confirmed or sent in this window. */
  const underWay = new Set<string>();
  const redact = (text: string): string => connections.redact(text);

  return registerCommand("campaignJson.submit", { log, redact }, async (target) => {
    if (!vscode.workspace.isTrusted) {
      tellUntrusted();
      return;
    }
    const readyDeps = { checking, connections, submitting: await loadSubmitting() };
    let ready = await getReady(target, readyDeps);
    while (ready !== undefined) {
      const key = keyOf(ready);
      if (underWay.has(key)) {
        tell("warning", vscode.l10n.t("This campaign is being submitted already; nothing more was sent."));
        return;
      }
      underWay.add(key);
      try {
        const answer = await confirmed(ready, readyDeps);
        if (answer === "yes") await send(ready, readyDeps.submitting, output);
        ready = typeof answer === "string" ? undefined : answer;
      } finally {
        underWay.delete(key);
      }
    }
  });
}

/** `yes` holds for exactly what was shown. What became of it meanwhile comes back to be asked about anew. */
async function confirmed(ready: Ready, deps: ReadyDeps): Promise<"yes" | "no" | Ready> {
  const { connection, campaign, warnings, document } = ready;
  const { confirmationOf } = deps.submitting;
  const confirmation = confirmationOf({ connection, campaign, warnings, now: Date.now() });
  const { question, detail, button, nameToType } = confirmation;
  const ask = connection.production ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const answer = await ask(question, { modal: true, detail }, button);
  if (answer !== button) return "no";
  if (nameToType !== undefined && !(await typesName(nameToType, connection, deps.submitting))) return "no";
  const now = await getReady(document.uri, deps);
  if (now === undefined) return "no";
  if (isSame(ready, now)) return "yes";
  tell(
    "warning",
    vscode.l10n.t("The campaign or the connection changed while you were asked. Please read it again."),
  );
  return now;
}

function tellUntrusted(): void {
  tell(
    "warning",
    vscode.l10n.t("Submitting needs a trusted workspace, because what is submitted calls real people."),
    {
      [vscode.l10n.t("Manage Trust")]: () => vscode.commands.executeCommand("workbench.trust.manage"),
    },
  );
}
