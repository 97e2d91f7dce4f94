import * as vscode from "vscode";
import type { Outcome } from "../../core/api/outcome";
import type { Submission } from "../../core/api/submit";
import { tell, type Answers } from "../message";
import { showResponse } from "../response-panel";
import type { SubmittingHalf } from "../submitting-half";
import type { Ready } from "./ready";

/** Sends once, with a way to stop it, and says what became of it. */
export async function send(
  ready: Ready,
  submitting: SubmittingHalf,
  output: vscode.OutputChannel,
): Promise<void> {
  const submission = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: vscode.l10n.t("Submitting to {0}…", ready.connection.name),
    },
    (_progress, cancellation) => submit(ready, submitting, cancellation),
  );
  const { connection, campaign, document } = ready;
  const file = vscode.workspace.asRelativePath(document.uri);
  showResponse(output, submitting.reportOf({ time: timeNow(), file, connection, campaign, submission }));
  tell(
    levelOf(submission.outcome),
    submitting.outcomeInShort(submission.outcome),
    answersTo(submission, output),
  );
}

async function submit(
  { connection, body }: Ready,
  submitting: SubmittingHalf,
  cancellation: vscode.CancellationToken,
): Promise<Submission> {
  const abort = new AbortController();
  const subscription = cancellation.onCancellationRequested(() => abort.abort());
  try {
    return await submitting.submit({ connection, body, signal: abort.signal, timeoutMs: timeoutMs() });
  } finally {
    subscription.dispose();
  }
}

/** A setting may hold anything; what is no number in its range counts as not set. */
function timeoutMs(): number {
  const seconds = vscode.workspace.getConfiguration("campaignJson").get<unknown>("submit.timeoutSeconds");
  return (typeof seconds === "number" && seconds >= 1 && seconds <= 600 ? seconds : 30) * 1000;
}

function timeNow(): string {
  return new Date().toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "long" });
}

function levelOf({ kind }: Outcome): "information" | "warning" | "error" {
  switch (kind) {
    case "accepted":
    case "cancelled":
      return "information";
    case "not-sent":
    case "rate-limited":
      return "warning";
    case "rejected":
    case "unauthorized":
    case "redirected":
    case "unknown":
      return "error";
  }
}

function answersTo({ outcome }: Submission, output: vscode.OutputChannel): Answers {
  const show = { [vscode.l10n.t("Show Response")]: () => output.show() };
  const id = outcome.kind === "accepted" ? outcome.campaignId : undefined;
  if (id === undefined) return show;
  return { ...show, [vscode.l10n.t("Copy Id")]: () => vscode.env.clipboard.writeText(id) };
}
