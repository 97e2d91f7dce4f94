import type { Outcome } from "./outcome";
import type { Redactor } from "../text/redaction/redact";

/**
 * The outcome without secrets. The words of this program (which kind it is, and why) stay, also where a secret is
 * such a word, and where the answer cannot be cleaned.
 */
export function redactOutcome(outcome: Outcome, redactor: Redactor): Outcome {
  const cleaned = Object.entries(outcome).map(([key, value]: [string, unknown]) => [
    key,
    OWN_WORDS.has(key) ? value : redactor.value(value),
  ]);
  // The keys and the types of their values are those of the outcome, which the compiler cannot see.
  return Object.fromEntries(cleaned) as Outcome;
}

/** `kind`, `reason` and `why` are chosen from lists of this program. */
const OWN_WORDS: ReadonlySet<string> = new Set(["kind", "reason", "why"]);
