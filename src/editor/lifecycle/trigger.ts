import * as vscode from "vscode";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { runTrigger, type TriggerEnd, type TriggerQuestion } from "../../core/lifecycle/run";
import type { Trigger } from "../../core/platform/existing/trigger-campaign";
import { visibleLine } from "../../core/text/visible";
import { triggerInShort } from "../../core/wording/lifecycle/ends-in-short";
import { triggerConfirmation } from "../../core/wording/lifecycle/trigger-confirmation";
import {
  describeReached,
  describeRefusal,
  describeTrigger,
  describeTriggerBlocked,
  describeUnread,
  type TriggerContext,
} from "../../core/wording/lifecycle/trigger-text";
import type { Checking } from "../problems/register";
import { sentFrom } from "../history/sent-from";
import { remedyFor } from "../submission/remedy";
import { levelOf } from "../submission/outcome-level";
import type { SubmissionModule } from "../submission/submission-module";
import { askToConfirm } from "../submission/confirm";
import { showMessage, type Answers } from "../ui/message";
import { withProgressSteps } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import { CANCELED, responseOf, showEnd, showNotRecorded, type EndText } from "./end-message";
import type { AccountTarget, TargetDeps } from "./target";

export interface TriggerDeps extends TargetDeps {
  /** Reads the state of a campaign again and shows it. */
  readonly refreshState: (target: AccountTarget) => unknown;
}

/**
 * Starts or stops a campaign: the ledger, the state right before, the question (and the name, where real people are
 * called), at most one request, the state afterwards if the response is unclear. `runTrigger` decides what is sent.
 */
export async function triggerTarget(
  trigger: Trigger,
  target: AccountTarget,
  deps: TriggerDeps,
): Promise<void> {
  const { submissions, loadSubmitting, list } = deps;
  const { connection, campaign, file } = target;
  const campaignId = campaign.id;
  const name = visibleLine(campaign.name, 100);
  const submitting = await loadSubmitting();
  const ledger = await submissions.ledger();
  const attempt = await submitting.toAttempt({
    ...{ connection, body: "{}", campaign: campaign.name, change: { action: trigger, campaignId } },
    ...(file === undefined ? { file: "" } : sentFrom(file)),
  });
  const { title, sending } = VERBS[trigger];
  const end = await withProgressSteps(`${title} “${name}” in ${connection.name}`, ({ signal, run }) => {
    const call = { connection, campaignId, signal, timeoutMs: timeoutMs() };
    return runTrigger({
      ...{ ledger, trigger, campaignId, attempt, consent: { kind: "ask" }, signal, now: Date.now },
      readState: () =>
        run({ id: "state.reading", title: "Reading its status…" }, () => submitting.campaignState(call)),
      readCampaign: () =>
        run({ id: "campaign.reading", title: "Reading the campaign…" }, () =>
          submitting.readOne(call, campaignId, {}),
        ),
      confirm: (question) =>
        run({ id: `${trigger}.asking`, title: "Waiting for your answer…" }, () =>
          isConfirmed(trigger, target, question, { ...deps, submitting }),
        ),
      send: (acknowledged) =>
        run({ id: `${trigger}.sending`, title: sending }, () =>
          submitting.triggerOnce({ ...call, trigger, ledger, attempt, acknowledged }),
        ),
      follow: (isSettled) =>
        run({ id: "state.reading", title: "The response was unclear. Reading its status…" }, async () => {
          const polled = await submitting.pollState({ ...call, isSettled });
          return polled.kind === "settled" ? polled.state : undefined;
        }),
    });
  });
  submissions.changed();
  const state = stateOf(end);
  if (state !== undefined) list.noteState(campaignId, state);
  const shown = messageOf(end, { trigger, place: "editor", campaignId });
  if (shown === undefined) return;
  showEnd({ ...shown, deed: trigger, name, answers: answersTo(end, target, deps) }, deps);
  if (end.kind === "sent" && end.entry === undefined) showNotRecorded();
}

const VERBS: Readonly<Record<Trigger, { readonly title: string; readonly sending: string }>> = {
  start: { title: "Start", sending: "Starting it…" },
  stop: { title: "Stop", sending: "Stopping it…" },
};
const SHOW_SUBMISSIONS = "Show Submissions";

/** A yes applies to exactly what was shown. */
async function isConfirmed(
  trigger: Trigger,
  target: AccountTarget,
  question: TriggerQuestion,
  { connections, checking, submitting }: TriggerDeps & { readonly submitting: SubmissionModule },
): Promise<boolean> {
  const { connection, campaign: listed, file } = target;
  const campaign = file && (await campaignIn(file, checking));
  const confirmation = triggerConfirmation({
    ...{ trigger, connection, target: listed, question, now: Date.now() },
    ...(campaign === undefined ? {} : { campaign }),
  });
  const callsAgain = question.again || question.unresolved !== undefined;
  const answer = await askToConfirm(
    confirmation,
    {
      id: `${trigger}.confirm`,
      title: trigger === "start" ? "Real people will be called" : "Stop Campaign",
      aim: `${trigger} it in ${connection.name}`,
      ...(callsAgain ? { instead: SHOW_SUBMISSIONS } : {}),
    },
    submitting,
  );
  if (answer === "instead") await vscode.commands.executeCommand("campaignJson.showSubmissions");
  if (answer !== "yes") return false;
  const now = await connections.inUse();
  if (JSON.stringify(now) === JSON.stringify(connection)) return true;
  showMessage(
    { level: "warning", id: `${trigger}.changed` },
    "Nothing was sent: the connection has changed since the question was shown. Try again.",
  );
  return false;
}

/** For its calling hours, in case the account returns none. Undefined if the file is invalid or was deleted. */
async function campaignIn(file: vscode.Uri, checking: Checking): Promise<Campaign | undefined> {
  try {
    return checking.check(await vscode.workspace.openTextDocument(file)).campaign;
  } catch {
    return undefined;
  }
}

/** Undefined if the person said no. */
function messageOf(end: TriggerEnd, context: TriggerContext): EndText | undefined {
  switch (end.kind) {
    case "sent": {
      const { outcome, request } = end.submission;
      const words = describeTrigger(outcome, request.url, context, end.proof);
      const short = triggerInShort(outcome, context.trigger, context.campaignId, end.proof);
      return end.proof === undefined
        ? { words, short, kind: outcome.kind, level: levelOf(outcome) }
        : { words, short, kind: "accepted", level: "information" };
    }
    case "exists":
      return { words: describeReached(context, end.state), kind: "exists", level: "information" };
    case "refused":
      return { words: describeRefusal(end.why, end.state, context), kind: "refused", level: "warning" };
    case "unread":
      return { words: describeUnread(end, context), kind: "unread", level: "warning" };
    case "blocked":
      return { words: describeTriggerBlocked(end.by, context), kind: end.by.kind, level: "warning" };
    case "stopped":
      return CANCELED;
    case "declined":
      return undefined;
  }
}

function stateOf(end: TriggerEnd): string | undefined {
  switch (end.kind) {
    case "sent": {
      const { outcome } = end.submission;
      return end.proof ?? (outcome.kind === "accepted" ? outcome.state : undefined);
    }
    case "exists":
    case "refused":
      return end.state;
    case "blocked":
      return end.by.kind === "unresolved" ? end.by.state : undefined;
    case "declined":
    case "stopped":
    case "unread":
      return undefined;
  }
}

/** What the person does next, as far as the end decides it. */
function answersTo(end: TriggerEnd, target: AccountTarget, deps: TriggerDeps): Answers {
  const readAgain: Answers = { "Refresh Status": () => deps.refreshState(target) };
  switch (end.kind) {
    case "sent": {
      const { outcome } = end.submission;
      const isUnclear = outcome.kind === "unknown" && end.proof === undefined;
      return {
        ...(isUnclear ? readAgain : {}),
        ...remedyFor(outcome, target.connection),
        ...responseOf(end.entry),
      };
    }
    case "unread":
      return { ...remedyFor(end.outcome, target.connection), ...readAgain };
    case "refused":
    case "blocked":
      return readAgain;
    case "exists":
    case "declined":
    case "stopped":
      return {};
  }
}
