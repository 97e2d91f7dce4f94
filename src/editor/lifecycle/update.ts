import * as vscode from "vscode";
import {
  isAsExpected,
  runUpdate,
  type UpdateEnd,
  type UpdateQuestion,
} from "../../core/lifecycle/run-update";
import { visibleLine } from "../../core/text/visible";
import { changedText, differenceText } from "../../core/wording/lifecycle/comparison-text";
import { updateInShort } from "../../core/wording/lifecycle/ends-in-short";
import {
  describeUpdate,
  describeUpdateBlocked,
  describeUpdateRefusal,
  describeUpdateUnread,
  describeUpToDate,
  updateConfirmation,
} from "../../core/wording/lifecycle/update-text";
import { sentFrom } from "../history/sent-from";
import { remedyFor } from "../submission/remedy";
import { levelOf } from "../submission/outcome-level";
import { isSame, prepareSubmission, type PreparedDeps, type PreparedSubmission } from "../submission/prepare";
import { askToConfirm } from "../submission/confirm";
import { showMessage, type Answers } from "../ui/message";
import { withProgressSteps } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import { CANCELED, responseOf, showEnd, showNotRecorded, type EndText } from "./end-message";
import { showNoFile, type CompareDeps } from "./compare";
import type { AccountTarget } from "./target";

/**
 * Changes a campaign to the values of its file: save, check, read, show exactly the differences, at most one request,
 * read again. `runUpdate` decides what is sent.
 */
export async function updateTarget(target: AccountTarget, deps: CompareDeps): Promise<void> {
  const { connections, checking, submissions, loadSubmitting, list } = deps;
  const { connection, campaign: listed, file } = target;
  if (file === undefined) {
    showNoFile(target, deps);
    return;
  }
  const submitting = await loadSubmitting();
  const preparedDeps = { checking, connections, submitting };
  const ready = await prepareSubmission(file, preparedDeps, "update");
  if (ready === undefined) return;
  if (JSON.stringify(ready.connection) !== JSON.stringify(connection)) {
    showChanged();
    return;
  }
  const { campaign, body, document } = ready;
  const campaignId = listed.id;
  const name = visibleLine(listed.name, 100);
  const ledger = await submissions.ledger();
  const attempt = await submitting.toAttempt({
    ...{ connection, body, campaign: campaign.name, change: { action: "update", campaignId } },
    ...sentFrom(document.uri),
  });
  const end = await withProgressSteps(`Update “${name}” in ${connection.name}`, ({ signal, run }) => {
    const call = { connection, signal, timeoutMs: timeoutMs() };
    const read = submitting.campaignReader(call, campaignId, target.isFresh ? listed : undefined);
    return runUpdate({
      ...{ ledger, file: campaign, attempt, consent: "ask", signal, now: Date.now },
      read: () => run({ id: "campaigns.reading-one", title: "Reading it…" }, read),
      confirm: (question) =>
        run({ id: "update.asking", title: "Waiting for your answer…" }, () =>
          isConfirmed(ready, question, preparedDeps),
        ),
      send: (acknowledged) =>
        run({ id: "update.sending", title: "Updating it…" }, () =>
          submitting.updateOnce({ ...call, campaignId, body, ledger, attempt, acknowledged }),
        ),
    });
  });
  submissions.changed();
  const state = stateOf(end);
  if (state !== undefined) list.noteState(campaignId, state);
  const shown = textOf(end, campaignId);
  if (shown === undefined) return;
  const answers = answersTo(end, target, document.uri);
  showEnd({ ...shown, deed: "update", name, answers, details: detailsOf(end) }, deps);
  if (end.kind === "sent" && end.entry === undefined) showNotRecorded();
}

/** A yes applies to exactly what was shown. */
async function isConfirmed(
  ready: PreparedSubmission,
  question: UpdateQuestion,
  deps: PreparedDeps,
): Promise<boolean> {
  const { connection, document } = ready;
  const toAsk = {
    ...{ id: "update.confirm", title: "Real people will be called" },
    aim: `update it in ${connection.name}`,
  };
  const confirmation = updateConfirmation(connection, question);
  if ((await askToConfirm(confirmation, toAsk, deps.submitting)) !== "yes") return false;
  const now = await prepareSubmission(document.uri, deps, "update");
  if (now === undefined) return false;
  if (isSame(ready, now)) return true;
  showChanged();
  return false;
}

function showChanged(): void {
  showMessage(
    { level: "warning", id: "update.changed" },
    "Nothing was sent: the file or the connection has changed since it was read. Try again.",
  );
}

/** Undefined if the person said no. */
function textOf(end: UpdateEnd, campaignId: string): EndText | undefined {
  switch (end.kind) {
    case "sent": {
      const { outcome } = end.submission;
      const words = describeUpdate(outcome, campaignId, "editor", end.after);
      const short = updateInShort(outcome, campaignId, end.after);
      if (isAsExpected(end.after)) return { words, short, kind: "accepted", level: "information" };
      const level = outcome.kind === "accepted" ? "warning" : levelOf(outcome);
      return { words, short, kind: outcome.kind, level };
    }
    case "exists":
      return { words: describeUpToDate(end.campaign, end), kind: "exists", level: "information" };
    case "refused":
      return { words: describeUpdateRefusal(end), kind: "refused", level: "warning" };
    case "unread":
      return { words: describeUpdateUnread(end.outcome), kind: "unread", level: "warning" };
    case "blocked":
      return { words: describeUpdateBlocked(end.by), kind: end.by.kind, level: "warning" };
    case "stopped":
      return CANCELED;
    case "declined":
      return undefined;
  }
}

function stateOf(end: UpdateEnd): string | undefined {
  if (end.kind === "exists" || end.kind === "refused") return end.campaign.state;
  return end.kind === "sent" && end.after?.kind === "read" ? end.after.campaign.state : undefined;
}

/** What the request did not apply, and what it changed although the file omits it. */
function detailsOf(end: UpdateEnd): string[] {
  if (end.kind !== "sent" || end.after?.kind !== "read") return [];
  return [
    ...end.after.differences.map((one) => `Not applied: ${differenceText(one)}`),
    ...end.after.changed.map((one) => `Changed: ${changedText(one)}`),
  ];
}

/** What the person does next, as far as the end decides it. */
function answersTo(end: UpdateEnd, { connection }: AccountTarget, file: vscode.Uri): Answers {
  const compare: Answers = {
    "Compare with Account": () => vscode.commands.executeCommand("campaignJson.compareWithAccount", file),
  };
  switch (end.kind) {
    case "sent": {
      const { outcome } = end.submission;
      const mayDiffer =
        !isAsExpected(end.after) && (outcome.kind === "accepted" || outcome.kind === "unknown");
      return {
        ...(mayDiffer ? compare : {}),
        ...remedyFor(outcome, connection),
        ...responseOf(end.entry),
      };
    }
    case "unread":
      return remedyFor(end.outcome, connection);
    case "refused":
    case "blocked":
      return compare;
    case "exists":
    case "declined":
    case "stopped":
      return {};
  }
}
