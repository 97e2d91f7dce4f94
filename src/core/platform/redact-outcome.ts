import type { Outcome } from "./outcome";
import type { Redactor } from "../text/redaction/redact";

/**
 * Returns the outcome without secrets. This program's own words (kind and reason) stay, even if a secret equals such a
 * word, and even if the response cannot be redacted.
 */
export function redactOutcome(outcome: Outcome, redactor: Redactor): Outcome {
  const cleaned = Object.entries(outcome).map(([key, value]: [string, unknown]) => [
    key,
    OWN_WORDS.has(key) ? value : redactor.value(value),
  ]);
  // Redaction keeps keys and value types, which the compiler cannot see.
  return Object.fromEntries(cleaned) as Outcome;
}

/** This program chooses `kind`, `reason` and `why` from its own lists. */
const OWN_WORDS: ReadonlySet<string> = new Set(["kind", "reason", "why"]);
