import { toResult } from "./to-result";

/** How a change of the ledger ended. Nothing was changed unless it is `recorded`. */
export type Recorded<T> =
  | { readonly kind: "recorded"; readonly value: T }
  /** The person stopped it while another window or process used the ledger. */
  | { readonly kind: "stopped" }
  /** The ledger could not be written. `detail` is the reason that the disk gave. */
  | { readonly kind: "not-noted"; readonly detail: string };

/** `signal` is the one that `change` listens to. */
export async function recorded<T>(change: Promise<T>, signal: AbortSignal | undefined): Promise<Recorded<T>> {
  const result = await toResult(change);
  if (result.ok) return { kind: "recorded", value: result.value };
  return signal?.aborted ? { kind: "stopped" } : { kind: "not-noted", detail: result.detail };
}
