import { normalized } from "../text/normalized";

/**
 * The same for two names that the platform may take for one: it keeps each name in lower case too (`lname`), and
 * white space around one, or how its accents are composed, is nothing a person sees.
 */
export function nameKey(name: string): string {
  return normalized(name.trim()).toLowerCase();
}
