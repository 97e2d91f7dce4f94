import * as vscode from "vscode";
import type { AccountCheck } from "../../core/account/check";
import { hasErrors } from "../../core/lint/check";
import type { Checking } from "../problems/register";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { requireActiveCampaign } from "../ui/active-campaign";
import { formatTime } from "../history/age";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { refuseWithErrors } from "../submission/show-errors";
import { timeoutMs } from "../ui/timeout";
import type { LoadSubmission } from "../submission/submission-module";
import { offerNames } from "./names-permission";
import type { Remarks } from "./remarks";

export interface CheckAccountDeps {
  readonly checking: Pick<Checking, "prepare" | "check">;
  readonly connections: Pick<Connections, "inUse" | "isInUse" | "redact">;
  readonly remarks: Remarks;
  readonly loadSubmitting: LoadSubmission;
  /** The output channel for the report. */
  readonly output: Pick<vscode.OutputChannel, "append" | "show">;
}

/** Registers the command that checks in the account what the campaign refers to. It only reads. */
export function registerCheckAccount(
  deps: CheckAccountDeps & { readonly log: vscode.LogOutputChannel },
): vscode.Disposable {
  const { log, connections } = deps;
  const redact = (text: string): string => connections.redact(text);
  const running = new Set<string>();

  return registerCommand("campaignJson.checkAccount", { log, redact }, async (target) => {
    const document = await requireActiveCampaign(
      target,
      "No campaign file is open. Open one, then run Check Against Account again.",
    );
    if (document === undefined) return;
    const key = document.uri.toString();
    if (running.has(key)) {
      showMessage(
        { level: "information", id: "account.already" },
        "This campaign is already being checked against the account.",
      );
      return;
    }
    running.add(key);
    try {
      await checkAgainstAccount(document, deps);
    } finally {
      running.delete(key);
    }
  });
}

/** Removes earlier findings before it reads the account, so that none is left if the check fails. */
export async function checkAgainstAccount(
  document: vscode.TextDocument,
  { checking, connections, remarks, loadSubmitting, output }: CheckAccountDeps,
): Promise<void> {
  await checking.prepare(document.uri);
  const { campaign, problems, document: parsed } = checking.check(document);
  if (campaign === undefined || hasErrors(problems)) {
    refuseWithErrors(document, problems, "account");
    return;
  }
  const connection = await connections.inUse();
  if (connection === undefined) return;
  const { checkAccount, accountReportOf, accountCheckInShort } = await loadSubmitting();
  remarks.showFindings(document, parsed.text, []);
  const check = await withCancellableProgress(
    { id: "account.looking", title: `Checking the account of ${connection.name}…` },
    (signal) => checkAccount({ connection, campaign, signal, timeoutMs: timeoutMs(), formatTime }),
  );
  if (check.kind === "cancelled") return;
  // If another connection was chosen meanwhile, only the report shows the findings.
  const findings = check.kind === "checked" && connections.isInUse(connection) ? check.findings : [];
  const lines = remarks.showFindings(document, parsed.text, findings);
  const time = new Date().toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "long" });
  const file = vscode.workspace.asRelativePath(document.uri);
  const report = accountReportOf({
    ...{ time, file, connection, check },
    lineOf: (finding) => lines.get(finding),
  });
  output.append(connections.redact(report));
  showMessage(
    { level: levelOf(check), id: "account.checked" },
    connections.redact(accountCheckInShort(check)),
    {
      ["Show Output"]: () => output.show(),
      ...(check.kind === "checked" ? offerNames(connection) : {}),
    },
  );
}

function levelOf(check: AccountCheck): "information" | "warning" {
  const isClean = check.kind === "checked" && check.findings.length + check.unavailable.length === 0;
  return isClean ? "information" : "warning";
}
