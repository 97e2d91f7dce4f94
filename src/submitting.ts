import { campaignStatus, type CampaignStatus } from "./core/platform/campaign-status";
import {
  checkAccount as checkAccountOf,
  type AccountCheck,
  type CheckAccountParameters,
} from "./core/account/check";
import {
  diagnose as diagnoseConnection,
  type DiagnoseParameters,
  type Diagnosis,
} from "./core/account/doctor";
import {
  pollState as pollStateOf,
  type PolledState,
  type PollStateParameters,
} from "./core/platform/poll-status";
import type { ExchangeParameters } from "./core/platform/exchange";
import { listNamed as listNamedIn, type NamedItems, type NamedPart } from "./core/account/list-named";
import type { Listed } from "./core/platform/list-page";
import {
  findCampaign as findCampaignIn,
  type FindCampaignParameters,
  type FindResult,
} from "./core/platform/find-campaign";
import { createLedger, type Damage, type Ledger } from "./core/ledger/ledger";
import { sendOnce, type SendOnceParameters, type SendOnceResult } from "./core/ledger/send-once";
import { findTarget as findTargetIn, type FoundTarget, type Named } from "./core/lifecycle/find-target";
import type { FromList } from "./core/comparison/account-values";
import { campaignReader as campaignReaderIn, readOne as readOneIn } from "./core/lifecycle/read-campaign";
import { pacedTransport } from "./core/lifecycle/paced-transport";
import { updateCampaign, type UpdateParameters } from "./core/platform/existing/update-campaign";
import { triggerCampaign, type TriggerParameters } from "./core/platform/existing/trigger-campaign";
import {
  listCampaigns as listCampaignsIn,
  type ListCampaignsParameters,
  type ListedCampaign,
} from "./core/platform/list-campaigns";
import {
  submitOnce as submitOnceTo,
  type SubmitOnceParameters,
  type SubmitOnceResult,
} from "./core/submission/submit-once";
import { setTimeout as sleep } from "node:timers/promises";
import { fetchTransport } from "./node/http/fetch-transport";
import { ledgerFile } from "./node/ledger/ledger-file";

/** The composition root for submitting, loaded when something is first submitted or the practice server starts. */
export { toRequestBody } from "./core/campaign/request-body";
export { toCurl } from "./core/curl/export";
export { fromCurl, isCurl } from "./core/curl/import";
export { confirmationOf, isTypedName } from "./core/wording/confirmation";
export { writeInLayout, isSameRequest } from "./core/campaign/write-in-layout";
export { rejectedFields } from "./core/answer/rejected-fields";
export { blockedInShort, damageText } from "./core/wording/blocked";
export { doubtInShort, notSavedText, settledText } from "./core/wording/look-up-text";
export { readFailure } from "./core/wording/read-failure";
export { requestForReading, requestText } from "./core/wording/request-text";
export { outcomeInShort } from "./core/wording/outcome-in-short";
export { changesIn, reportOf } from "./core/wording/report";
export { accountCheckInShort, accountReportOf } from "./core/wording/account/account-report";
export { firstFailure } from "./core/account/doctor";
export { doctorInShort, doctorReportOf } from "./core/wording/account/doctor-report";
export { toAttempt } from "./core/ledger/attempt";
export { lookUpEntry } from "./core/submission/look-up";
export { runSubmission } from "./core/submission/run";
export { startPracticeServer } from "./node/practice/server";

/** Parameters without the transport and the clock, which are bound here. */
type Unbound<T extends ExchangeParameters> = Omit<T, "transport" | "now">;

const bound = { transport: fetchTransport, now: Date.now } as const;

/** Opens the ledger in a folder. Each call creates a new owner, so call it once in each window. */
export function openLedger(options: {
  readonly folder: string;
  readonly onDamage: (damage: Damage) => void;
}): Ledger {
  const { folder, onDamage } = options;
  return createLedger({ store: ledgerFile(folder), now: Date.now, owner: crypto.randomUUID(), onDamage });
}

/** Creates the campaign. Sends at most one request, which it records in the ledger first. */
export function submitOnce(
  parameters: Omit<Unbound<SubmitOnceParameters>, "every">,
): Promise<SubmitOnceResult> {
  return submitOnceTo({ ...parameters, ...bound, every });
}

export function findCampaign(parameters: Unbound<FindCampaignParameters>): Promise<FindResult> {
  return findCampaignIn({ ...parameters, ...bound });
}

export function checkAccount(parameters: Unbound<CheckAccountParameters>): Promise<AccountCheck> {
  return checkAccountOf({ ...parameters, ...bound });
}

export function listNamed<P extends NamedPart>(
  part: P,
  parameters: Unbound<ExchangeParameters>,
): Promise<Listed<NamedItems[P]>> {
  return listNamedIn(part, { ...parameters, ...bound });
}

export function diagnose(parameters: Unbound<DiagnoseParameters>): Promise<Diagnosis> {
  return diagnoseConnection({ ...parameters, ...bound });
}

export function campaignState(
  parameters: Unbound<ExchangeParameters> & { readonly campaignId: string },
): Promise<CampaignStatus> {
  return campaignStatus({ ...parameters, ...bound });
}

export function pollState(parameters: Omit<Unbound<PollStateParameters>, "wait">): Promise<PolledState> {
  return pollStateOf({ ...parameters, ...bound, wait });
}

/** The list calls of this window: they wait rather than use up the account's calls of a minute. */
const paced = { transport: pacedTransport(fetchTransport, { now: Date.now, wait }), now: Date.now } as const;

export function listCampaigns(parameters: Unbound<ListCampaignsParameters>): Promise<Listed<ListedCampaign>> {
  return listCampaignsIn({ ...parameters, ...paced });
}

export function findTarget(parameters: Unbound<ExchangeParameters>, named: Named): Promise<FoundTarget> {
  return findTargetIn({ ...parameters, ...paced }, named);
}

/** `fresh` is what the list has just returned of it. */
export function campaignReader(
  parameters: Unbound<ExchangeParameters>,
  campaignId: string,
  fresh: FromList | undefined,
): () => ReturnType<typeof readOneIn> {
  return campaignReaderIn({ ...parameters, ...paced }, campaignId, fresh);
}

/** `listed` is what the list returned of it. */
export function readOne(
  parameters: Unbound<ExchangeParameters>,
  campaignId: string,
  listed: FromList,
): ReturnType<typeof readOneIn> {
  return readOneIn({ ...parameters, ...bound }, campaignId, listed);
}

/** Starts or stops a campaign. Sends at most one request, which it records in the ledger first. */
export function triggerOnce(
  parameters: Unbound<TriggerParameters> & Omit<SendOnceParameters, "every">,
): Promise<SendOnceResult> {
  return sendOnce({ ...parameters, every }, () => triggerCampaign({ ...parameters, ...bound }));
}

/** Updates a campaign. Sends at most one request, which it records in the ledger first. */
export function updateOnce(
  parameters: Unbound<UpdateParameters> & Omit<SendOnceParameters, "every">,
): Promise<SendOnceResult> {
  return sendOnce({ ...parameters, every }, () => updateCampaign({ ...parameters, ...bound }));
}

function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms);
  return () => clearInterval(timer);
}

/** Resolves after `ms` milliseconds, or when the signal is aborted. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
