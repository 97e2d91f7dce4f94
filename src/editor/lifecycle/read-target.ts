import * as vscode from "vscode";
import type { ReadCampaign } from "../../core/lifecycle/read-campaign";
import { isStopped } from "../../core/platform/outcome";
import { visibleLine } from "../../core/text/visible";
import { notReadText } from "../../core/wording/lifecycle/comparison-text";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import type { AccountTarget, TargetDeps } from "./target";

/** Reads a campaign with all that the account returns of it. Shows why and returns undefined if that is not possible. */
export async function readTarget(
  { connection, campaign }: AccountTarget,
  { loadSubmitting, list }: TargetDeps,
): Promise<ReadCampaign | undefined> {
  const submitting = await loadSubmitting();
  const name = visibleLine(campaign.name, 100);
  const reading = await withCancellableProgress(
    { id: "campaigns.reading-one", title: `Reading “${name}” in ${connection.name}…` },
    (signal) => submitting.readOne({ connection, signal, timeoutMs: timeoutMs() }, campaign.id, campaign),
  );
  if (reading.kind === "read") {
    const { state } = reading.campaign;
    if (state !== undefined) list.noteState(campaign.id, state);
    return reading;
  }
  if (isStopped(reading.outcome)) return undefined;
  showMessage({ level: "warning", id: "campaigns.unread" }, `“${name}”: ${notReadText(reading)}`, {
    "Test Connection": () => vscode.commands.executeCommand("campaignJson.testConnection"),
  });
  return undefined;
}
