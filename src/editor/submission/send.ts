import * as vscode from "vscode";
import { practiceId } from "../../core/connection/environment";
import { completeStep } from "../ui/first-steps";
import type { Outcome } from "../../core/platform/outcome";
import type { Submission } from "../../core/platform/create-campaign";
import type { FinishedEntry } from "../../core/ledger/entry";
import type { Acknowledged } from "../../core/ledger/ledger";
import type { SubmitOnceResult } from "../../core/submission/submit-once";
import type { Remarks } from "../account/remarks";
import type { Connections } from "../connections/register";
import { hasResponse } from "../history/item";
import { sentFrom } from "../history/sent-from";
import { showMessage, type Answers } from "../ui/message";
import { remedyFor } from "./remedy";
import { levelOf } from "./outcome-level";
import { showResponse } from "./response-panel";
import type { Submissions } from "./ledger";
import type { SubmissionModule } from "./submission-module";
import { withCancellableProgress } from "../ui/progress";
import type { LookUp } from "./look-up";
import type { PreparedSubmission } from "./prepare";
import { timeoutMs } from "../ui/timeout";
import type { StatusWatch } from "./watch-status";

export interface SendDeps {
  readonly submitting: SubmissionModule;
  readonly connections: Connections;
  readonly submissions: Submissions;
  readonly lookUp: LookUp;
  readonly watch: StatusWatch;
  readonly remarks: Remarks;
  readonly output: vscode.OutputChannel;
}

/** Sends once, with a way to stop it. `acknowledged` is what the person read about earlier submissions. */
export async function send(
  { connection, body, campaign, document }: PreparedSubmission,
  acknowledged: readonly Acknowledged[],
  { submitting, submissions }: Pick<SendDeps, "submitting" | "submissions">,
): Promise<SubmitOnceResult> {
  const ledger = await submissions.ledger();
  return withCancellableProgress(
    { id: "submit.sending", title: `Submitting to ${connection.name}…` },
    (signal) =>
      submitting.submitOnce({
        ...{ ledger, acknowledged, connection, body, signal },
        ...sentFrom(document.uri),
        campaign: campaign.name,
        timeoutMs: timeoutMs(),
      }),
  );
}

/** Shows the outcome of a request. `entry` is absent when it could not be recorded. */
export function showSubmission(
  ready: PreparedSubmission,
  submission: Submission,
  entry: FinishedEntry | undefined,
  deps: SendDeps,
): void {
  const { submitting, connections, output, watch, remarks, lookUp } = deps;
  const { connection, campaign, document, text } = ready;
  const { outcome } = submission;
  const report = submitting.reportOf({
    ...{ time: timeNow(), now: Date.now(), file: fileOf(ready), connection, campaign, submission },
  });
  showResponse(output, report);
  const isInUse = connections.isInUse(connection);
  const fields = isInUse ? submitting.rejectedFields(outcome, campaign) : [];
  const rejectedAt = remarks.showRejection(document, text, fields);
  const changes = submitting.changesIn(outcome, campaign, connection);
  showMessage(
    { level: changes > 0 ? "warning" : levelOf(outcome), id: `submit.${outcome.kind}` },
    submitting.outcomeInShort(outcome, { changes, isRecorded: entry !== undefined }),
    {
      ...(outcome.kind === "unknown" && entry !== undefined
        ? { "Look Up Submission": () => void lookUp(entry, document.uri) }
        : {}),
      ...nextAction(ready, outcome, { rejectedAt, listed: changes === 0 ? entry : undefined }),
      ...answersTo(submission, entry, output),
    },
  );
  if (outcome.kind === "accepted" && connection.id === practiceId) completeStep("campaignJson.practiced");
  if (entry === undefined) showNotRecorded();
  else if (outcome.kind === "accepted") watch.start(entry, connection, submitting);
}

function fileOf({ document }: PreparedSubmission): string {
  return vscode.workspace.asRelativePath(document.uri);
}

function timeNow(): string {
  return new Date().toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "long" });
}

/** What the person does next, as far as the outcome decides it. */
function nextAction(
  { connection, document }: PreparedSubmission,
  outcome: Outcome,
  {
    rejectedAt,
    listed,
  }: { readonly rejectedAt: vscode.Range | undefined; readonly listed: FinishedEntry | undefined },
): Answers {
  if (outcome.kind === "accepted" && outcome.campaignId !== undefined && listed !== undefined)
    return {
      "Show Submissions": () => vscode.commands.executeCommand("campaignJson.showSubmissions", listed.id),
    };
  if (rejectedAt === undefined) return remedyFor(outcome, connection);
  return {
    "Go to Line": () => vscode.window.showTextDocument(document, { selection: rejectedAt, preview: false }),
  };
}

/** *Show Response* opens the response of the platform, as in the history view. The report is in the output. */
function answersTo(
  { outcome }: Submission,
  entry: FinishedEntry | undefined,
  output: vscode.OutputChannel,
): Answers {
  const show: Answers =
    entry !== undefined && hasResponse(entry)
      ? { "Show Response": () => vscode.commands.executeCommand("campaignJson.openResponse", entry) }
      : { "Show Output": () => output.show() };
  const id = outcome.kind === "accepted" ? outcome.campaignId : undefined;
  if (id === undefined) return show;
  return { ...show, "Copy ID": () => vscode.env.clipboard.writeText(id) };
}

function showNotRecorded(): void {
  showMessage(
    { level: "warning", id: "submit.answer-not-noted" },
    "The campaign was answered, but the result couldn’t be saved. You’ll be asked about it next time.",
  );
}
