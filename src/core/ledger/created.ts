import { isOpen, type LedgerEntry, type Resolution } from "./entry";

/**
 * - `yes`: accepted, or found in the account later
 * - `perhaps`: no response, and not resolved
 * - `denied`: no response; a person looked and said that it is not in the account
 */
export type Created = "yes" | "perhaps" | "denied";

/** Undefined when it created nothing for certain. */
export function createdBy(entry: LedgerEntry): Created | undefined {
  if (entry.state === "accepted") return "yes";
  if (isOpen(entry)) return "perhaps";
  if (entry.state !== "unknown") return undefined;
  switch (entry.resolution?.kind) {
    case "found":
      return "yes";
    case "not-found":
      return undefined;
    case "person":
      return saidBy(entry.resolution);
    case undefined:
      return "perhaps";
  }
}

function saidBy({ created }: Resolution): Created {
  if (created === undefined) return "perhaps";
  return created ? "yes" : "denied";
}
