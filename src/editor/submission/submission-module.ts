import type { toRequestBody } from "../../core/campaign/request-body";
import type { confirmationOf, isTypedName } from "../../core/wording/confirmation";
import type { Connection } from "../../core/connection/connection";
import type { toCurl } from "../../core/curl/export";
import type { fromCurl, isCurl } from "../../core/curl/import";
import type { writeInLayout, isSameRequest } from "../../core/campaign/write-in-layout";
import type { rejectedFields } from "../../core/answer/rejected-fields";
import type { outcomeInShort } from "../../core/wording/outcome-in-short";
import type { changesIn, reportOf } from "../../core/wording/report";
import type { CampaignStatus } from "../../core/platform/campaign-status";
import type { AccountCheck, CheckAccountParameters } from "../../core/account/check";
import type { NamedItems, NamedPart } from "../../core/account/list-named";
import type { Listed } from "../../core/platform/list-page";
import type { accountCheckInShort, accountReportOf } from "../../core/wording/account/account-report";
import type { PolledState, PollStateParameters } from "../../core/platform/poll-status";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { FindCampaignParameters, FindResult } from "../../core/platform/find-campaign";
import type { blockedInShort, damageText } from "../../core/wording/blocked";
import type { doubtInShort, notSavedText, settledText } from "../../core/wording/look-up-text";
import type { readFailure } from "../../core/wording/read-failure";
import type { requestForReading, requestText } from "../../core/wording/request-text";
import type { toAttempt } from "../../core/ledger/attempt";
import type { Damage, Ledger } from "../../core/ledger/ledger";
import type { lookUpEntry } from "../../core/submission/look-up";
import type { LifecycleCalls } from "../lifecycle/lifecycle-calls";
import type { runSubmission } from "../../core/submission/run";
import type { SubmitOnceParameters, SubmitOnceResult } from "../../core/submission/submit-once";

/** What the editor uses of `src/submitting.ts`, which is loaded on demand. Only its types are imported here. */
export interface SubmissionModule extends LifecycleCalls {
  readonly toRequestBody: typeof toRequestBody;
  readonly confirmationOf: typeof confirmationOf;
  readonly isTypedName: typeof isTypedName;
  readonly toCurl: typeof toCurl;
  readonly fromCurl: typeof fromCurl;
  readonly isCurl: typeof isCurl;
  readonly reportOf: typeof reportOf;
  readonly outcomeInShort: typeof outcomeInShort;
  readonly changesIn: typeof changesIn;
  readonly requestText: typeof requestText;
  readonly requestForReading: typeof requestForReading;
  readonly readFailure: typeof readFailure;
  readonly rejectedFields: typeof rejectedFields;
  readonly writeInLayout: typeof writeInLayout;
  readonly isSameRequest: typeof isSameRequest;
  readonly accountReportOf: typeof accountReportOf;
  readonly accountCheckInShort: typeof accountCheckInShort;
  readonly toAttempt: typeof toAttempt;
  readonly runSubmission: typeof runSubmission;
  readonly lookUpEntry: typeof lookUpEntry;
  readonly blockedInShort: typeof blockedInShort;
  readonly damageText: typeof damageText;
  readonly doubtInShort: typeof doubtInShort;
  readonly settledText: typeof settledText;
  readonly notSavedText: typeof notSavedText;
  /** Call this once in each window. */
  readonly openLedger: (options: {
    readonly folder: string;
    readonly onDamage: (damage: Damage) => void;
  }) => Ledger;
  /** Sends at most one request, which it records in the ledger first. */
  readonly submitOnce: (
    parameters: Omit<SubmitOnceParameters, "transport" | "now" | "every">,
  ) => Promise<SubmitOnceResult>;
  /** This call and those below it only read in the account. */
  readonly findCampaign: (
    parameters: Omit<FindCampaignParameters, "transport" | "now">,
  ) => Promise<FindResult>;
  readonly checkAccount: (
    parameters: Omit<CheckAccountParameters, "transport" | "now">,
  ) => Promise<AccountCheck>;
  readonly listNamed: <P extends NamedPart>(
    part: P,
    parameters: Omit<ExchangeParameters, "transport" | "now">,
  ) => Promise<Listed<NamedItems[P]>>;
  readonly campaignState: (
    parameters: Omit<ExchangeParameters, "transport" | "now"> & { readonly campaignId: string },
  ) => Promise<CampaignStatus>;
  readonly pollState: (
    parameters: Omit<PollStateParameters, "transport" | "now" | "wait">,
  ) => Promise<PolledState>;
  /** Resolves after `ms` milliseconds, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Calls `onAnswer` after each call, with secrets removed. */
  readonly startPracticeServer: (options: {
    readonly onAnswer: (call: {
      readonly method: string;
      readonly url: string;
      readonly status: number;
    }) => void;
  }) => Promise<PracticeServer>;
}

export interface PracticeServer {
  readonly origin: string;
  readonly connection: Connection;
  close(): Promise<void>;
}

export type LoadSubmission = () => Promise<SubmissionModule>;
