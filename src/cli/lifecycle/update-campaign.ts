import path from "node:path";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { toRequestBody } from "../../core/campaign/request-body";
import { toAttempt } from "../../core/ledger/attempt";
import { sendOnce } from "../../core/ledger/send-once";
import { campaignReader } from "../../core/lifecycle/read-campaign";
import { runUpdate, type UpdateEnd, type UpdateQuestion } from "../../core/lifecycle/run-update";
import { updateCampaign } from "../../core/platform/existing/update-campaign";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { differenceText } from "../../core/wording/lifecycle/comparison-text";
import {
  describeUpdate,
  describeUpdateBlocked,
  describeUpdateRefusal,
  describeUpdateUnread,
  describeUpToDate,
  updateConfirmation,
} from "../../core/wording/lifecycle/update-text";
import { describeFailure } from "../../core/wording/outcome-text";
import type { SubmitDeps } from "../commands/submit";
import type { LifecycleReport } from "../formats/lifecycle";
import { isAnsweredYes } from "../submission/confirm";
import { openLedger, type OpenLedger } from "../submission/open-ledger";
import type { RecordedDeps } from "../submission/submit-campaign";
import type { AccountDeps, AccountOptions, OpenAccount } from "./account-command";
import { unreadReport } from "./target";

export interface UpdateDeps extends AccountDeps, RecordedDeps {
  /** Whether standard input and standard error are both terminals, so that a question can be asked. */
  readonly canAsk: boolean;
  readonly checkFile: SubmitDeps["checkFile"];
}

export interface ToUpdate {
  /** As the list has just returned it. */
  readonly target: ListedCampaign;
  /** As on the command line. */
  readonly file: string;
  /** What the file contains. */
  readonly campaign: Campaign;
}

/** Updates a campaign through the ledger. `runUpdate` decides what is sent. */
export async function updateRecorded(
  { target, file, campaign }: ToUpdate,
  { yes }: AccountOptions,
  { connection, reading, err }: OpenAccount,
  deps: UpdateDeps,
): Promise<LifecycleReport> {
  const { signal } = reading;
  const campaignId = target.id;
  const body = toRequestBody(campaign);
  const opened = openLedger({ ...deps, err });
  const { ledger } = opened;
  const attempt = await toAttempt({
    ...{ connection, body, file, path: path.resolve(deps.cwd, file), campaign: campaign.name },
    change: { action: "update", campaignId },
  });
  const end = await runUpdate({
    ...{ ledger, file: campaign, attempt, signal, now: deps.now, consent: yes ? "in-advance" : "ask" },
    read: campaignReader(reading, campaignId, target),
    confirm: (question) => {
      if (yes) return Promise.resolve(shown(question, err));
      const named = { ...connection, name: `account ${connection.accountId}` };
      const words = { question: "Update it?", aim: "To update it" };
      return isAnsweredYes(updateConfirmation(named, question), words, { err, ask: deps.ask }, signal);
    },
    send: (acknowledged) =>
      sendOnce({ ledger, attempt, acknowledged, signal, every: deps.every }, () =>
        updateCampaign({ ...reading, campaignId, body }),
      ),
  });
  return { campaignId, ...reportOf(end, campaignId, opened, err) };
}

/** `--yes`: the differences are printed, and not asked about. */
function shown({ differences }: UpdateQuestion, err: (text: string) => void): true {
  for (const one of differences) err(`${differenceText(one)}\n`);
  return true;
}

function reportOf(
  end: UpdateEnd,
  campaignId: string,
  { keptIn }: OpenLedger,
  err: (text: string) => void,
): LifecycleReport {
  switch (end.kind) {
    case "sent": {
      const { outcome: of, request } = end.submission;
      if (end.entry === undefined) err(NOT_NOTED_AFTER);
      const after = end.after?.kind === "read" ? end.after : undefined;
      const isProved = of.kind === "unknown" && after?.differences.length === 0;
      return {
        ...{ outcome: isProved ? "accepted" : of.kind, of, request },
        words: describeUpdate(of, campaignId, "terminal", end.after),
        ...stateOf(after?.campaign ?? (of.kind === "accepted" ? of : {})),
        ...(after === undefined ? {} : { comparison: after }),
      };
    }
    case "exists":
      return {
        ...{ outcome: "exists", words: describeUpToDate(end.campaign, end), comparison: end },
        ...stateOf(end.campaign),
      };
    case "refused": {
      const { why: reason, campaign } = end;
      return {
        ...{ outcome: "not-sent", reason, words: describeUpdateRefusal(end) },
        ...(end.why === "omitted" ? { comparison: end } : {}),
        ...stateOf(campaign),
      };
    }
    case "declined":
    case "stopped":
      return { outcome: "cancelled", words: describeFailure({ kind: "cancelled" }, "terminal", "update") };
    case "unread":
      return unreadReport(end.outcome, describeUpdateUnread(end.outcome));
    case "blocked": {
      const { by } = end;
      const reason = by.kind === "unreadable" ? "not-noted" : by.kind;
      const outcome = by.kind === "unresolved" ? "unknown" : "not-sent";
      return { outcome, reason, words: describeUpdateBlocked(by, keptIn()) };
    }
  }
}

function stateOf({ state }: { readonly state?: string }): Pick<LifecycleReport, "state"> {
  return state === undefined ? {} : { state };
}

const NOT_NOTED_AFTER =
  "warning: The platform answered, but the result could not be saved. The same command compares the file with the account before it sends anything.\n";
