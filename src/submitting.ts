import { campaignStatus, type CampaignStatus } from "./core/api/account";
import {
  checkAccount as checkAccountOf,
  type AccountCheck,
  type CheckAccountParameters,
} from "./core/api/account-check";
import {
  pollState as pollStateOf,
  type PolledState,
  type PollStateParameters,
} from "./core/api/campaign-state";
import type { ExchangeParameters } from "./core/api/exchange";
import {
  findCampaign as findCampaignIn,
  type FindCampaignParameters,
  type FindResult,
} from "./core/api/find-campaign";
import { createLedger, type Damage, type Ledger } from "./core/ledger/ledger";
import {
  submitOnce as submitOnceTo,
  type SubmitOnceParameters,
  type SubmitOnceResult,
} from "./core/ledger/submit-once";
import { setTimeout as sleep } from "node:timers/promises";
import { fetchTransport } from "./node/fetch-transport";
import { ledgerFile } from "./node/ledger-file";

/** The composition root of the submitting half: read from disk when something is first submitted or practised. */
export { toRequestBody } from "./core/api/body";
export { fromCurl, isCurl, toCurl } from "./core/api/curl";
export { confirmationOf, isTypedName } from "./core/api/confirmation";
export { inLayoutOf, isSameRequest } from "./core/api/in-layout-of";
export { namedFields } from "./core/api/named-fields";
export { minuteOf } from "./core/api/prior-text";
export { readFailure } from "./core/api/read-failure";
export { requestForReading, requestInWords } from "./core/api/request-text";
export { changesIn, outcomeInShort, reportOf } from "./core/api/report";
export { accountCheckInShort, accountReportOf } from "./core/api/account-report";
export { toAttempt } from "./core/ledger/attempt";
export { lookUpOf } from "./core/ledger/look-up";
export { nextStep } from "./core/submission/next-step";
export { settlementOf } from "./core/submission/settle";
export { startPracticeServer } from "./node/practice-server";

/** What is bound here: the way out, and the clock. */
type Unbound<T extends ExchangeParameters> = Omit<T, "transport" | "now">;

const bound = { transport: fetchTransport, now: Date.now } as const;

/** The ledger in this folder. Each call is an owner of its own, so a window calls it once. */
export function openLedger(options: {
  readonly folder: string;
  readonly onDamage: (damage: Damage) => void;
}): Ledger {
  const { folder, onDamage } = options;
  return createLedger({ store: ledgerFile(folder), now: Date.now, owner: crypto.randomUUID(), onDamage });
}

/** Creates the campaign: at most one request, noted before it leaves. */
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

export function campaignState(
  parameters: Unbound<ExchangeParameters> & { readonly campaignId: string },
): Promise<CampaignStatus> {
  return campaignStatus({ ...parameters, ...bound });
}

export function pollState(parameters: Omit<Unbound<PollStateParameters>, "wait">): Promise<PolledState> {
  return pollStateOf({ ...parameters, ...bound, wait });
}

function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms);
  return () => clearInterval(timer);
}

/** Resolves after so many milliseconds, or when the signal is aborted. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
