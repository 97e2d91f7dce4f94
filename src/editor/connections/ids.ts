import { parseId } from "../../core/connection/connection";
import type { Parsed } from "../../core/text/parsed";

/** An ID as a person types it. One with a space in it was copied together with something else. */
export function checkId(text: string, label: string): Parsed<string> {
  const parsed = parseId(text, label);
  if (!parsed.valid || !/\s/u.test(parsed.value)) return parsed;
  return { valid: false, reason: `The ${label} can't contain a space.` };
}

/** What a person should look at again. The platform documents no form of its IDs, so nothing is refused for it. */
export function accountIdHint(id: string): string | undefined {
  return /^st-/i.test(id)
    ? "This looks like a stream ID. Account IDs don't usually start with st-."
    : undefined;
}

export function streamIdHint(id: string): string | undefined {
  return /^st-./.test(id) ? undefined : "Stream IDs usually start with st-. Check that this one is right.";
}
