import * as vscode from "vscode";
import type { EarlierSubmission } from "../../core/ledger/ledger";
import type { Attempt } from "../../core/ledger/entry";
import { toResult } from "../../core/ledger/to-result";
import type { Checking } from "../problems/register";
import type { Remarks } from "../account/remarks";
import { registerCommand } from "../ui/command";
import type { Connections } from "../connections/register";
import { sentFrom } from "../history/sent-from";
import { showEarlier } from "../history/show-earlier";
import { showMessage } from "../ui/message";
import { askModally } from "../ui/dialog";
import type { LookUp } from "./look-up";
import { getReady, isSame, keyOf, type Ready, type ReadyDeps } from "./prepare";
import { showBlocked } from "./show-blocked";
import { send } from "./send";
import { typesName } from "./type-name";
import type { StateWatch } from "./watch-status";
import type { Submissions } from "./ledger";
import type { LoadSubmission, SubmissionModule } from "./submission-module";

export interface SubmitDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly loadSubmitting: LoadSubmission;
  readonly submissions: Submissions;
  readonly lookUp: LookUp;
  readonly watch: StateWatch;
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
  const underWay = new Set<string>();
  const redact = (text: string): string => connections.redact(text);

  return registerCommand("campaignJson.submit", { log, redact }, async (target) => {
    if (!vscode.workspace.isTrusted) {
      tellUntrusted();
      return;
    }
    const readyDeps = { checking, connections, submitting: await loadSubmitting() };
    let ready = await getReady(target, readyDeps);
    while (ready !== undefined) {
      const key = keyOf(ready);
      if (underWay.has(key)) {
        showMessage(
          { level: "warning", id: "submit.already" },
          "This campaign is being submitted already; nothing more was sent.",
        );
        return;
      }
      underWay.add(key);
      try {
        ready = await offer(ready, readyDeps, deps);
      } finally {
        underWay.delete(key);
      }
    }
  });
}

/** Asks and sends. Returns the campaign if the person must be asked again; undefined when it is done. */
async function offer(ready: Ready, readyDeps: ReadyDeps, deps: SubmitDeps): Promise<Ready | undefined> {
  const { submissions } = deps;
  const { submitting } = readyDeps;
  const attempt = await attemptOf(ready, submitting);
  const ledger = await submissions.ledger();
  const hindranceDeps = { ...deps, submitting, file: ready.document.uri };
  const assessed = await toResult(ledger.assess(attempt));
  if (!assessed.ok) {
    await showBlocked({ kind: "unreadable", detail: assessed.detail }, hindranceDeps);
    return undefined;
  }
  const step = submitting.nextStep(assessed.value, { kind: "ask" });
  if (step.kind !== "confirm") {
    const hindrance = step.kind === "blocked" ? step.by : { kind: "unresolved" as const, entry: step.entry };
    await showBlocked(hindrance, hindranceDeps);
    return undefined;
  }
  const answer = await confirmed(ready, step.prior, readyDeps);
  if (answer === "show-earlier") {
    if (step.duplicate !== undefined) await showEarlier(step.duplicate, deps);
    return undefined;
  }
  if (answer === "no") return undefined;
  if (answer !== "yes") return answer;
  const unsent = await send(ready, step.prior, { ...deps, submitting });
  if (unsent === undefined) return undefined;
  if (unsent.kind !== "prior") {
    await showBlocked(unsent, hindranceDeps);
    return undefined;
  }
  showMessage(
    { level: "warning", id: "submit.meanwhile" },
    "Meanwhile another window or a terminal submitted this campaign. Please read it again.",
  );
  return getReady(ready.document.uri, readyDeps);
}

function attemptOf(
  { connection, body, campaign, document }: Ready,
  half: SubmissionModule,
): Promise<Attempt> {
  return half.toAttempt({ connection, body, ...sentFrom(document.uri), campaign: campaign.name });
}

const SHOW_EARLIER = "Show Earlier Submission";

/** `yes` applies to exactly what was shown. If that changed meanwhile, the new version is returned, to ask again. */
async function confirmed(
  ready: Ready,
  prior: readonly EarlierSubmission[],
  deps: ReadyDeps,
): Promise<"yes" | "no" | "show-earlier" | Ready> {
  const { connection, campaign, warnings, switchedOff, document } = ready;
  const { confirmationOf } = deps.submitting;
  const confirmation = confirmationOf({
    ...{ connection, campaign, warnings, switchedOff, prior, now: Date.now() },
  });
  const { question, detail, button, nameToType, duplicate } = confirmation;
  const isWarning = connection.production || prior.length > 0;
  const level = isWarning ? "warning" : "information";
  // The first button has the focus: one Enter must not create a duplicate.
  const buttons = duplicate === undefined ? [button] : [SHOW_EARLIER, button];
  const answer = await askModally({ id: "submit.confirm", level, text: question, detail }, ...buttons);
  if (answer === SHOW_EARLIER) return "show-earlier";
  if (answer !== button) return "no";
  if (nameToType !== undefined && !(await typesName(nameToType, connection, deps.submitting))) return "no";
  const now = await getReady(document.uri, deps);
  if (now === undefined) return "no";
  if (isSame(ready, now)) return "yes";
  showMessage(
    { level: "warning", id: "submit.changed" },
    "The campaign or the connection changed while you were asked. Please read it again.",
  );
  return now;
}

function tellUntrusted(): void {
  showMessage(
    { level: "warning", id: "submit.untrusted" },
    "Submitting needs a trusted workspace, because what is submitted calls real people.",
    {
      ["Manage Trust"]: () => vscode.commands.executeCommand("workbench.trust.manage"),
    },
  );
}
