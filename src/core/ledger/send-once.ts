import type { Exchange } from "../platform/exchange";
import { RENEW_MS, type Attempt, type FinishedEntry, type PendingEntry } from "./entry";
import type { Acknowledged, BeginRefusal, Ledger } from "./ledger";
import { recorded } from "./recorded";
import { toResult } from "./to-result";

export interface SendOnceParameters {
  readonly ledger: Pick<Ledger, "begin" | "renew" | "finish">;
  readonly attempt: Attempt;
  /** What the person read about earlier requests before saying yes. */
  readonly acknowledged: readonly Acknowledged[];
  /** Calls again and again, every `ms` milliseconds, until the result is called: `setInterval`. */
  readonly every: (ms: number, action: () => void) => () => void;
  readonly signal: AbortSignal;
}

export type SendOnceResult =
  | {
      readonly kind: "sent";
      readonly submission: Exchange;
      /** Absent when the outcome could not be noted: it will be asked about as left behind. */
      readonly entry?: FinishedEntry;
    }
  | BeginRefusal
  /** Stopped while another process used the ledger: nothing was recorded and nothing was sent. */
  | { readonly kind: "stopped" }
  /** The ledger could not be written, so nothing was sent. `detail` is what the store said. */
  | { readonly kind: "not-noted"; readonly detail: string };

/**
 * The one way from a yes to a request that changes the account: noted in the ledger before it leaves, kept alive while
 * it is under way, and noted again with its outcome. Sends nothing that the ledger refuses, and nothing that could not
 * be noted. `send` makes one request.
 */
export async function sendOnce(
  { ledger, attempt, acknowledged, every, signal }: SendOnceParameters,
  send: () => Promise<Exchange>,
): Promise<SendOnceResult> {
  const begun = await recorded(ledger.begin(attempt, acknowledged, signal), signal);
  if (begun.kind !== "recorded") return begun;
  if (begun.value.kind !== "begun") return begun.value;
  const { entry } = begun.value;
  // A renewal that fails is made up by the next one; if none succeeds, a person is asked, which is right.
  const stop = every(RENEW_MS, () => void toResult(ledger.renew(entry)));
  try {
    const submission = await send();
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
async function noteBug(ledger: SendOnceParameters["ledger"], entry: PendingEntry): Promise<void> {
  const detail = "A fault in this program came between the request and its answer.";
  await toResult(ledger.finish(entry, { kind: "unknown", reason: "other", detail }));
}
