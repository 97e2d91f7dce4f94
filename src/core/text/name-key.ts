import { withoutInvisible } from "./invisible";
import { normalized } from "./normalized";

/**
 * Returns the same key for two names that the platform, or a person, may confuse: without white space around them,
 * ignoring case (the platform stores `lname`), invisible characters and the composition of accents.
 */
export function nameKey(name: string): string {
  return normalized(withoutInvisible(name).trim()).toLowerCase();
}
