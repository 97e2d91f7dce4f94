import { withoutInvisible } from "./invisible";
import { normalized } from "./normalized";

/**
 * The same key for two names that the platform, or a person, may take for one: without white space around it, without
 * regard to case (the platform keeps `lname`), to invisible characters or to how an accent is composed.
 */
export function nameKey(name: string): string {
  return normalized(withoutInvisible(name).trim()).toLowerCase();
}
