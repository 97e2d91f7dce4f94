import path from "node:path";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { toAttempt } from "../../core/ledger/attempt";
import { sendOnce } from "../../core/ledger/send-once";
import type { Consent } from "../../core/lifecycle/next-step";
import { readOne } from "../../core/lifecycle/read-campaign";
import { runTrigger, type TriggerEnd } from "../../core/lifecycle/run";
import { campaignStatus, type CampaignStatus } from "../../core/platform/campaign-status";
import { triggerCampaign, type Trigger } from "../../core/platform/existing/trigger-campaign";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { pollState, type PollStateParameters } from "../../core/platform/poll-status";
import { triggerConfirmation } from "../../core/wording/lifecycle/trigger-confirmation";
import {
  describeReached,
  describeRefusal,
  describeTrigger,
  describeTriggerBlocked,
  describeUnread,
  type TriggerContext,
} from "../../core/wording/lifecycle/trigger-text";
import { describeFailure } from "../../core/wording/outcome-text";
import type { SubmitDeps } from "../commands/submit";
import type { LifecycleReport } from "../formats/lifecycle";
import { isAnsweredYes } from "../submission/confirm";
import { openLedger, type OpenLedger } from "../submission/open-ledger";
import type { RecordedDeps } from "../submission/submit-campaign";
import type { AccountDeps, AccountOptions, OpenAccount } from "./account-command";
import { unreadReport } from "./target";

export interface TriggerDeps extends AccountDeps, RecordedDeps {
  /** Whether standard input and standard error are both terminals, so that a question can be asked. */
  readonly canAsk: boolean;
  readonly checkFile: SubmitDeps["checkFile"];
  readonly wait: PollStateParameters["wait"];
}

export interface TriggerOptions extends AccountOptions {
  readonly again?: true;
  readonly lookedUp?: true;
  readonly wait?: true;
}

export interface ToTrigger {
  readonly trigger: Trigger;
  readonly target: ListedCampaign;
  /** Only if the campaign was named by a file. */
  readonly file?: { readonly path: string; readonly campaign: Campaign };
}

/** Starts or stops a campaign through the ledger. `runTrigger` decides what is sent. */
export async function triggerRecorded(
  work: ToTrigger,
  options: TriggerOptions,
  account: OpenAccount,
  deps: TriggerDeps,
): Promise<LifecycleReport> {
  const { trigger, target, file } = work;
  const { connection, reading, err } = account;
  const { signal } = reading;
  const campaignId = target.id;
  const opened = openLedger({ ...deps, err });
  const { ledger } = opened;
  const attempt = await toAttempt({
    ...{ connection, body: "{}", campaign: target.name, change: { action: trigger, campaignId } },
    // A campaign that was not named by a file has none.
    ...(file === undefined ? { file: "" } : { file: file.path, path: path.resolve(deps.cwd, file.path) }),
  });
  const end = await runTrigger({
    ...{ ledger, trigger, campaignId, attempt, signal, now: deps.now },
    consent: consentOf(options, deps),
    readState: () => readState(campaignId, trigger, options, account, deps),
    readCampaign: () => readOne(reading, campaignId, {}),
    confirm: (question) => {
      const known = file === undefined ? {} : { campaign: file.campaign };
      const named = { ...connection, name: `account ${connection.accountId}` };
      const toConfirm = { trigger, connection: named, target, question, ...known, now: deps.now() };
      const verb = trigger === "start" ? "Start" : "Stop";
      const words = { question: `${verb} it?`, aim: `To ${verb.toLowerCase()} it` };
      return isAnsweredYes(triggerConfirmation(toConfirm), words, { err, ask: deps.ask }, signal);
    },
    send: (acknowledged) =>
      sendOnce({ ledger, attempt, acknowledged, signal, every: deps.every }, () =>
        triggerCampaign({ ...reading, campaignId, trigger }),
      ),
    follow: async (isSettled) => {
      const limits = options.wait ? {} : { maxCalls: CALLS_WITHOUT_WAIT };
      const polled = await pollState({ ...reading, ...limits, campaignId, isSettled, wait: deps.wait });
      return polled.kind === "settled" ? polled.state : undefined;
    },
  });
  return reportOf(end, { trigger, place: "terminal", campaignId }, opened, err);
}

/** After an unclear response: one call after a second, another one after two more. */
const CALLS_WITHOUT_WAIT = 2;

function consentOf({ yes, again, lookedUp }: TriggerOptions, { startedAt }: TriggerDeps): Consent {
  if (!yes) return { kind: "ask" };
  return { kind: "in-advance", since: startedAt, again: again ?? false, lookedUp: lookedUp ?? false };
}

/** With `--wait`, a start waits until the campaign is prepared. */
async function readState(
  campaignId: string,
  trigger: Trigger,
  options: TriggerOptions,
  { reading, err }: OpenAccount,
  { wait }: TriggerDeps,
): Promise<CampaignStatus> {
  const status = await campaignStatus({ ...reading, campaignId });
  const isPreparing = status.kind === "known" && status.state.trim().toLowerCase() === "preparing";
  if (!isPreparing || !options.wait || trigger !== "start") return status;
  err("Waiting until the campaign is prepared…\n");
  const end = await pollState({ ...reading, campaignId, wait });
  switch (end.kind) {
    case "settled":
      return { kind: "known", state: end.state, message: "" };
    case "still-preparing":
      return status;
    case "unavailable":
      return end;
    case "cancelled":
      return { kind: "unavailable", outcome: { kind: "cancelled" } };
  }
}

function reportOf(
  end: TriggerEnd,
  context: TriggerContext,
  { keptIn }: OpenLedger,
  err: (text: string) => void,
): LifecycleReport {
  const { campaignId } = context;
  switch (end.kind) {
    case "sent": {
      const { outcome: of, request } = end.submission;
      if (end.entry === undefined) err(NOT_NOTED_AFTER);
      const words = describeTrigger(of, request.url, context, end.proof);
      const state = end.proof ?? (of.kind === "accepted" ? of.state : undefined);
      return {
        ...{ outcome: end.proof === undefined ? of.kind : "accepted", words, campaignId, of, request },
        ...(state === undefined ? {} : { state }),
      };
    }
    case "exists":
      return {
        ...{ outcome: "exists", words: describeReached(context, end.state), campaignId, state: end.state },
      };
    case "refused": {
      const { why: reason, state } = end;
      return {
        outcome: "not-sent",
        reason,
        words: describeRefusal(reason, state, context),
        campaignId,
        state,
      };
    }
    case "declined":
    case "stopped":
      return {
        outcome: "cancelled",
        words: describeFailure(CANCELLED, "terminal", context.trigger),
        campaignId,
      };
    case "unread":
      return { ...unreadReport(end.outcome, describeUnread(end, context)), campaignId };
    case "blocked": {
      const { by } = end;
      const state = by.kind === "unresolved" ? { state: by.state } : {};
      const reason = by.kind === "unreadable" ? "not-noted" : by.kind;
      const words = describeTriggerBlocked(by, context, keptIn());
      return {
        ...{ outcome: by.kind === "unresolved" ? "unknown" : "not-sent", reason, words, campaignId },
        ...state,
      };
    }
  }
}

const CANCELLED = { kind: "cancelled" } as const;

const NOT_NOTED_AFTER =
  "warning: The platform answered, but the result could not be saved. The same command reads the state before it sends anything.\n";
