import type { toRequestBody } from "../core/api/body";
import type { confirmationOf, isTypedName } from "../core/api/confirmation";
import type { Connection } from "../core/api/connection";
import type { fromCurl, isCurl, toCurl } from "../core/api/curl";
import type { outcomeInShort, reportOf } from "../core/api/report";
import type { Submission, SubmitParameters } from "../core/api/submit";

/** What the editor uses of the submitting half, `src/submitting.ts`. Its types are all that is known here. */
export interface SubmittingHalf {
  readonly toRequestBody: typeof toRequestBody;
  readonly confirmationOf: typeof confirmationOf;
  readonly isTypedName: typeof isTypedName;
  readonly toCurl: typeof toCurl;
  readonly fromCurl: typeof fromCurl;
  readonly isCurl: typeof isCurl;
  readonly reportOf: typeof reportOf;
  readonly outcomeInShort: typeof outcomeInShort;
  /** Makes at most one request. */
  readonly submit: (parameters: Omit<SubmitParameters, "transport" | "now">) => Promise<Submission>;
  /** `onAnswer` is told after each call, secrets removed. */
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

export type LoadSubmitting = () => Promise<SubmittingHalf>;
