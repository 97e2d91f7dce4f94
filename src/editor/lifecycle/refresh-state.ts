import { isStopped } from "../../core/platform/outcome";
import { toResult } from "../../core/ledger/to-result";
import { entriesByCampaign } from "../../core/lifecycle/campaign-of-file";
import { visibleLine } from "../../core/text/visible";
import { readHistory } from "../history/read-history";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import type { AccountTarget, TargetDeps } from "./target";

/** Reads the state of a campaign once, records it in the ledger if this computer created the campaign, and shows it. */
export async function refreshState(
  { connection, campaign }: AccountTarget,
  { submissions, loadSubmitting, list }: TargetDeps,
): Promise<void> {
  const { campaignState, readFailure } = await loadSubmitting();
  const name = visibleLine(campaign.name, 100);
  const status = await withCancellableProgress(
    { id: "state.reading", title: `Reading the status of “${name}”…` },
    (signal) => campaignState({ connection, campaignId: campaign.id, signal, timeoutMs: timeoutMs() }),
  );
  if (status.kind === "unavailable") {
    if (isStopped(status.outcome)) return;
    showMessage(
      { level: "warning", id: "state.unreadable" },
      `Couldn’t read the status of “${name}”: ${readFailure(status.outcome)}.`,
    );
    return;
  }
  list.noteState(campaign.id, status.state);
  const history = await readHistory(submissions);
  const entry =
    "entries" in history ? entriesByCampaign(history.entries, connection).get(campaign.id) : undefined;
  // The view of submissions is only a copy: if it cannot be saved, the message has the state.
  if (entry !== undefined) await toResult((await submissions.ledger()).noteState(entry.id, status.state));
  submissions.changed();
  showMessage({ level: "information", id: "state.read" }, `“${name}” is ${visibleLine(status.state, 40)}.`);
}
