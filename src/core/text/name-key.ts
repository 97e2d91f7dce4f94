import { withoutInvisible } from "./invisible";
import { normalized } from "./normalized";

/**
 * Returns the same key for two names that the platform, or a person, may confuse: without white space around them,
 * ignoring case in any language (the platform stores `lname`), the number of spaces, invisible characters, joiners,
 * variation selectors and Unicode forms.
 */
export function nameKey(name: string): string {
  const seen = withoutInvisible(name).replace(/[\p{Join_C}\p{VS}]/gu, "");
  // The capital ẞ becomes ß and then SS. Letters such as ΐ become several characters, which are composed again.
  const folded = normalized(seen).toLowerCase().toUpperCase().toLowerCase();
  return normalized(folded).replace(/\s+/g, " ").trim();
}
