import { withoutInvisible } from "./invisible";

/**
 * The most UTF-16 units that are brought into one Unicode form. A name has at most 48 characters. The time that
 * `normalize` takes grows with the square of a row of combining marks, and names come from strangers too.
 */
const longest = 300;

/**
 * The same key for two names that the platform, or a person, may take for one: without white space around it, without
 * regard to case (the platform keeps `lname`), to invisible characters or to how an accent is composed.
 */
export function nameKey(name: string): string {
  const visible = withoutInvisible(name).trim();
  return (visible.length > longest ? visible : visible.normalize()).toLowerCase();
}
