import * as vscode from "vscode";
import { isStopped } from "../../core/platform/outcome";
import { visibleLine } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { toResult } from "../../core/ledger/to-result";
import type { Connections } from "../connections/register";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import type { Submissions } from "../submission/ledger";
import type { LoadSubmission } from "../submission/submission-module";
import { nameOf } from "./item";
import { campaignIdOf } from "./status";

export interface RefreshStatusDeps {
  readonly submissions: Submissions;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly output: vscode.OutputChannel;
}

/** Reads the state of a campaign once, records it in the ledger and shows it. */
export async function refreshStatus(entry: LedgerEntry, deps: RefreshStatusDeps): Promise<void> {
  const { submissions, connections, loadSubmitting, output } = deps;
  const campaignId = campaignIdOf(entry);
  const connection = await connections.forAccount(entry);
  if (connection === undefined || campaignId === undefined) return;
  const { campaignState, readFailure } = await loadSubmitting();
  const name = nameOf(entry);
  const title = `Reading the status of “${name}”…`;
  const status = await withCancellableProgress({ id: "state.reading", title }, (signal) =>
    campaignState({ connection, campaignId, signal, timeoutMs: timeoutMs() }),
  );
  if (status.kind === "unavailable") {
    if (isStopped(status.outcome)) return;
    const reason = readFailure(status.outcome);
    showMessage(
      { level: "warning", id: "state.unreadable" },
      `Couldn’t read the status of “${name}”: ${reason}.`,
    );
    return;
  }
  const recorded = await toResult((await submissions.ledger()).noteState(entry.id, status.state));
  submissions.changed();
  const state = visibleLine(status.state, 40);
  const time = new Date().toLocaleTimeString(vscode.env.language);
  output.appendLine(connections.redact(`${time}  ${name} (${visibleLine(campaignId, 60)}): ${state}`));
  if (recorded.ok) showMessage({ level: "information", id: "state.read" }, `“${name}” is ${state}.`);
  else
    showMessage(
      { level: "warning", id: "state.not-noted" },
      `“${name}” is ${state}, but this couldn’t be saved to the submission log: ${recorded.detail}`,
    );
}
