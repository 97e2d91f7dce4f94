import type { Attempt } from "./entry";
import type { Assessment, Ledger, Obstacle } from "./ledger";
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

type Damaged = Extract<Obstacle, { readonly kind: "damaged" }>;

/** What an intact ledger knows before an attempt, or why the attempt ends here. */
export type Assessed =
  | ({ readonly kind: "assessed"; readonly obstacle?: Exclude<Obstacle, Damaged> } & Pick<
      Assessment,
      "prior"
    >)
  | { readonly kind: "stopped" }
  | {
      readonly kind: "blocked";
      /** `unreadable`: the ledger could not be read. `detail` is the reason that the disk gave. */
      readonly by:
        | Damaged
        | Extract<Recorded<never>, { readonly kind: "not-noted" }>
        | { readonly kind: "unreadable"; readonly detail: string };
    };

/**
 * Reads what the ledger knows. A damaged one is repaired; then the attempt continues with what was readable, or ends.
 * @param ifDamaged `continue` only where a person reads about the damage before the request
 * @param signal ends the wait for another window or process that uses the ledger
 */
export async function assessRepaired(
  ledger: Pick<Ledger, "assess" | "repair">,
  attempt: Attempt,
  ifDamaged: "continue" | "end",
  signal: AbortSignal | undefined,
): Promise<Assessed> {
  for (;;) {
    const assessment = await toResult(ledger.assess(attempt));
    if (!assessment.ok) return { kind: "blocked", by: { kind: "unreadable", detail: assessment.detail } };
    const { obstacle, prior } = assessment.value;
    if (obstacle?.kind !== "damaged")
      return { kind: "assessed", prior, ...(obstacle === undefined ? {} : { obstacle }) };
    const repaired = await recorded(ledger.repair(signal), signal);
    if (repaired.kind === "stopped") return repaired;
    if (repaired.kind === "not-noted") return { kind: "blocked", by: repaired };
    if (ifDamaged === "end") return { kind: "blocked", by: obstacle };
  }
}
