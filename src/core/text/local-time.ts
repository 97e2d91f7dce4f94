/** Local date, for example "2026-11-23". */
export function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join("-");
}

/** Local time, for example "2026-11-23 14:05". */
export function minuteOf(at: number): string {
  const date = new Date(at);
  return `${dayOf(at)} ${[date.getHours(), date.getMinutes()].map(twoDigits).join(":")}`;
}

/** Local time with its seconds, for example "14:06:00". */
export function secondOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(":");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/**
 * When a day such as "2026-03-31" starts in local time, in milliseconds since 1970. Undefined for any other text and for
 * a day that does not exist.
 */
export function dayStart(day: string): number | undefined {
  const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const start = new Date(Number(year), Number(month) - 1, Number(date));
  // The constructor takes the years 0 to 99 for 1900 to 1999, and day 31 of a short month for the next month's first.
  return minuteOf(start.getTime()).startsWith(`${day} `) ? start.getTime() : undefined;
}
