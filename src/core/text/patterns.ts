/**
 * Joins patterns to one that matches any of them. It accepts patterns, not texts, so it never contains untrusted text.
 * Each part has the flags of the whole, because the check for slow patterns reads each part separately.
 */
export function oneOf(flags: string, parts: readonly RegExp[]): RegExp {
  // A literal of nine alternatives on one line is unreadable, so each part is a literal.
  // eslint-disable-next-line no-restricted-syntax
  return new RegExp(parts.map(({ source }) => source).join("|"), flags);
}
