import { submitCampaign, type Submission, type SubmitParameters } from "../platform/create-campaign";
import { toAttempt } from "./attempt";
import { recorded } from "./recorded";
import { RENEW_MS, type FinishedEntry, type PendingEntry } from "../ledger/entry";
import type { Acknowledged, BeginRefusal, Ledger } from "../ledger/ledger";
import { toResult } from "../ledger/to-result";

export interface SubmitOnceParameters extends SubmitParameters {
  readonly ledger: Ledger;
  /** As the person knows the file: relative to the folder. */
  readonly file: string;
  /** Absolute, where the file is one on this computer. */
  readonly path?: string;
  /** The campaign's name. */
  readonly campaign: string;
  /** What the person read about earlier submissions before saying yes. */
  readonly acknowledged: readonly Acknowledged[];
  /** Calls again and again, every `ms` milliseconds, until the result is called: `setInterval`. */
  readonly every: (ms: number, action: () => void) => () => void;
}

export type SubmitOnceResult =
  | {
      readonly kind: "sent";
      readonly submission: Submission;
      /** Absent when the outcome could not be noted: it will be asked about as left behind. */
      readonly entry?: FinishedEntry;
    }
  | BeginRefusal
  /** Stopped while another process used the ledger: nothing was recorded and nothing was sent. */
  | { readonly kind: "stopped" }
  /** The ledger could not be written, so nothing was sent. `detail` is what the store said. */
  | { readonly kind: "not-noted"; readonly detail: string };

/**
 * The one way from a yes to a request: noted in the ledger before it leaves, kept alive while it is under way, and
 * noted again with its outcome. Sends nothing that the ledger refuses, and nothing that could not be noted.
 */
export async function submitOnce(parameters: SubmitOnceParameters): Promise<SubmitOnceResult> {
  const { ledger, acknowledged, every, signal } = parameters;
  const attempt = await toAttempt(parameters);
  const begun = await recorded(ledger.begin(attempt, acknowledged, signal), signal);
  if (begun.kind !== "recorded") return begun;
  if (begun.value.kind !== "begun") return begun.value;
  const { entry } = begun.value;
  // A renewal that fails is made up by the next one; if none succeeds, a person is asked, which is right.
  const stop = every(RENEW_MS, () => void toResult(ledger.renew(entry)));
  try {
    const submission = await submitCampaign(parameters);
    const noted = await toResult(ledger.finish(entry, submission.outcome));
    return { kind: "sent", submission, ...(noted.ok ? { entry: noted.value } : {}) };
  } catch (bug) {
    await noteBug(ledger, entry);
    throw bug;
  } finally {
    stop();
  }
}

/** After a bug it is unknown whether the request had left. */
async function noteBug(ledger: Ledger, entry: PendingEntry): Promise<void> {
  const detail = "A fault in this program came between the request and its answer.";
  await toResult(ledger.finish(entry, { kind: "unknown", reason: "other", detail }));
}
