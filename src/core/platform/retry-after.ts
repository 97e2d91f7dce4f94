/**
 * Returns the seconds to wait according to a `Retry-After` header, more than 0 and at most a day; undefined if the
 * header is unusable. RFC 9110 §10.2.3 allows seconds and a date. `now` is in milliseconds since 1970.
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const written = header?.trim() ?? "";
  const seconds = /^\d+$/.test(written) ? Number(written) : secondsUntil(written, now);
  return seconds > 0 ? Math.min(seconds, LONGEST_SECONDS) : undefined;
}

/** The limit applies per minute, so a request for more than a day is ignored. */
const LONGEST_SECONDS = 86_400;

/** NaN if the text is not a date. */
function secondsUntil(date: string, now: number): number {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(date)) return NaN;
  // The oldest of the three date forms (RFC 9110 §5.6.7) has no zone; all three mean GMT.
  const inGmt = / GMT$/.test(date) ? date : `${date} GMT`;
  return Math.ceil((Date.parse(inGmt) - now) / 1000);
}
