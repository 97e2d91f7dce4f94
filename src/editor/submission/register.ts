import * as vscode from "vscode";
import type { EarlierSubmission } from "../../core/ledger/ledger";
import type { Attempt } from "../../core/ledger/entry";
import type { Question } from "../../core/submission/next-step";
import type { Answer } from "../../core/submission/run";
import type { Checking } from "../problems/register";
import type { Remarks } from "../account/remarks";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { sentFrom } from "../history/sent-from";
import { showEarlier } from "../history/show-earlier";
import { showMessage } from "../ui/message";
import type { LookUp } from "./look-up";
import { prepareSubmission, isSame, keyOf, type PreparedSubmission, type PreparedDeps } from "./prepare";
import { showBlocked } from "./show-blocked";
import { send, showSubmission } from "./send";
import { askToConfirm } from "./confirm";
import type { StatusWatch } from "./watch-status";
import type { Submissions } from "./ledger";
import type { LoadSubmission, SubmissionModule } from "./submission-module";

export interface SubmitDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly submissions: Submissions;
  readonly lookUp: LookUp;
  readonly watch: StatusWatch;
  readonly remarks: Remarks;
  /** Where responses are shown. */
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The command that creates a campaign in the account. The order is: save, check, look into the ledger, ask (for the
 * name too, where real people are called), look whether what was confirmed is still what would be sent, note it in
 * the ledger, send once.
 */
export function registerSubmit(deps: SubmitDeps): vscode.Disposable {
  const { checking, connections, loadSubmitting, log } = deps;
  /** What is being confirmed or sent in this window. */
  const inProgress = new Set<string>();
  const redact = (text: string): string => connections.redact(text);

  return registerCommand("campaignJson.submit", { log, redact }, async (target) => {
    if (!vscode.workspace.isTrusted) {
      showUntrusted();
      return;
    }
    const preparedDeps = { checking, connections, submitting: await loadSubmitting() };
    let ready = await prepareSubmission(target, preparedDeps);
    while (ready !== undefined) {
      const key = keyOf(ready);
      if (inProgress.has(key)) {
        showMessage(
          { level: "warning", id: "submit.already" },
          "This campaign is already being submitted from this window, so nothing was sent now.",
        );
        return;
      }
      inProgress.add(key);
      try {
        ready = await offer(ready, preparedDeps, deps);
      } finally {
        inProgress.delete(key);
      }
    }
  });
}

/** Asks and sends. Returns the campaign if the person must be asked again; undefined when it is done. */
async function offer(
  ready: PreparedSubmission,
  readyDeps: PreparedDeps,
  deps: SubmitDeps,
): Promise<PreparedSubmission | undefined> {
  const { submitting } = readyDeps;
  const file = ready.document.uri;
  const end = await submitting.runSubmission<Instead>({
    ledger: await deps.submissions.ledger(),
    attempt: await attemptOf(ready, submitting),
    consent: { kind: "ask" },
    confirm: (question) => confirmed(ready, question, readyDeps),
    send: (acknowledged) => send(ready, acknowledged, { ...deps, submitting }),
    // The warning about the damage could be missed under a question that appears with it.
    ifDamaged: "block",
    ifChanged: "end",
  });
  deps.submissions.changed();
  switch (end.kind) {
    case "sent":
      showSubmission(ready, end.submission, end.entry, { ...deps, submitting });
      return undefined;
    case "stopped":
      showMessage({ level: "information", id: "submit.canceled" }, "Canceled: nothing was sent.");
      return undefined;
    case "blocked":
      showBlocked(end.by, { ...deps, submitting, file });
      return undefined;
    case "changed":
      showMessage(
        { level: "warning", id: "submit.meanwhile" },
        "Another window or a terminal has just submitted this campaign. Read the question again.",
      );
      return prepareSubmission(file, readyDeps);
    case "declined":
      if (end.instead.kind === "show-earlier") await showEarlier(end.instead.earlier, deps);
      return end.instead.kind === "ask-again" ? end.instead.ready : undefined;
    case "exists":
    case "found":
      // Only a yes in advance and a look-up without a person end like this.
      return undefined;
  }
}

function attemptOf(
  { connection, body, campaign, document }: PreparedSubmission,
  half: SubmissionModule,
): Promise<Attempt> {
  return half.toAttempt({ connection, body, ...sentFrom(document.uri), campaign: campaign.name });
}

const SHOW_EARLIER = "Show Earlier Submission";

/** What the person does instead of submitting what was shown. */
type Instead =
  | { readonly kind: "nothing" }
  | { readonly kind: "show-earlier"; readonly earlier: EarlierSubmission }
  /** The campaign or the connection changed during the question: this is the new version. */
  | { readonly kind: "ask-again"; readonly ready: PreparedSubmission };

const NO: Answer<Instead> = { yes: false, instead: { kind: "nothing" } };

/** A yes applies to exactly what was shown. */
async function confirmed(
  ready: PreparedSubmission,
  { prior, duplicate }: Question,
  deps: PreparedDeps,
): Promise<Answer<Instead>> {
  const { connection, campaign, warnings, switchedOff, exempted, document } = ready;
  const { confirmationOf } = deps.submitting;
  const toAsk = {
    ...{ id: "submit.confirm", title: "Real people will be called", aim: `submit to ${connection.name}` },
    ...(duplicate === undefined ? {} : { instead: SHOW_EARLIER }),
  };
  const confirmation = confirmationOf({
    ...{ connection, campaign, warnings, switchedOff, exempted, prior, now: Date.now() },
  });
  const answer = await askToConfirm(confirmation, toAsk, deps.submitting);
  if (answer === "instead" && duplicate !== undefined)
    return { yes: false, instead: { kind: "show-earlier", earlier: duplicate } };
  if (answer !== "yes") return NO;
  const now = await prepareSubmission(document.uri, deps);
  if (now === undefined) return NO;
  if (isSame(ready, now)) return { yes: true };
  showMessage(
    { level: "warning", id: "submit.changed" },
    "The campaign or the connection has changed since the question was shown. Read the question again.",
  );
  return { yes: false, instead: { kind: "ask-again", ready: now } };
}

function showUntrusted(): void {
  showMessage(
    { level: "warning", id: "submit.untrusted" },
    "Submitting needs a trusted workspace, because what is submitted calls real people.",
    {
      "Manage Trust": () => vscode.commands.executeCommand("workbench.trust.manage"),
    },
  );
}
