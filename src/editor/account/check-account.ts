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
import type { Remarks } from "./remarks";

export interface CheckAccountDeps {
  readonly checking: Pick<Checking, "prepare" | "check">;
  readonly connections: Pick<Connections, "inUse" | "isInUse" | "redact">;
  readonly remarks: Remarks;
  readonly loadSubmitting: LoadSubmission;
  /** Where the result is noted for reading. */
  readonly output: Pick<vscode.OutputChannel, "append" | "show">;
}

/** The command that looks in the account for what the campaign names. It reads only, and only when it is asked to. */
export function registerCheckAccount(
  deps: CheckAccountDeps & { readonly log: vscode.LogOutputChannel },
): vscode.Disposable {
  const { log, connections } = deps;
  const redact = (text: string): string => connections.redact(text);
  const underWay = new Set<string>();

  return registerCommand("campaignJson.checkAccount", { log, redact }, async (target) => {
    const document = await requireActiveCampaign(
      target,
      "Open the campaign file that you want to check, then check again.",
    );
    if (document === undefined) return;
    const key = document.uri.toString();
    if (underWay.has(key)) {
      showMessage(
        { level: "information", id: "account.already" },
        "This campaign is being checked against the account already.",
      );
      return;
    }
    underWay.add(key);
    try {
      await checkAgainstAccount(document, deps);
    } finally {
      underWay.delete(key);
    }
  });
}

/** What was found before is gone once the account is asked anew, whatever comes of it. */
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
    { id: "account.looking", title: `Looking into the account of ${connection.name}…` },
    (signal) =>
      checkAccount({ connection, campaign, signal, timeoutMs: timeoutMs(), timeInWords: formatTime }),
  );
  if (check.kind === "cancelled") return;
  // Where another account was chosen meanwhile, the report says what was found, and no line does.
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
    },
  );
}

function levelOf(check: AccountCheck): "information" | "warning" {
  const isClean = check.kind === "checked" && check.findings.length + check.unavailable.length === 0;
  return isClean ? "information" : "warning";
}
