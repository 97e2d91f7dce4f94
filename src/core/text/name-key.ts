import { withoutInvisible } from "./invisible";
import { normalized } from "./normalized";

/**
 * Returns the same key for two names that the platform, or a person, may confuse: without white space around them,
 * ignoring case (the platform stores `lname`), invisible characters, joiners, variation selectors and the composition of
 * accents.
 */
export function nameKey(name: string): string {
  const seen = withoutInvisible(name).replace(/[\p{Join_C}\p{VS}]/gu, "");
  return normalized(seen.trim()).toLowerCase();
}
