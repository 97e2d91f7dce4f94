import { parseId } from "../../core/connection/connection";
import type { Parsed } from "../../core/text/parsed";

/** Checks a typed ID. One that contains a space was probably copied together with other text. */
export function checkId(text: string, label: string): Parsed<string> {
  const parsed = parseId(text, label);
  if (!parsed.valid || !/\s/u.test(parsed.value)) return parsed;
  return { valid: false, reason: `The ${label} can’t contain a space.` };
}

/** A hint if this may be another kind of ID. Never a rejection, because the platform documents no format for IDs. */
export function accountIdHint(id: string): string | undefined {
  return /^st-/i.test(id)
    ? "This looks like a stream ID. Account IDs don’t usually start with st-."
    : undefined;
}

export function streamIdHint(id: string): string | undefined {
  return /^st-./.test(id) ? undefined : "Stream IDs usually start with st-. Check this one.";
}
