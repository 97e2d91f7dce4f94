import { formatTime } from "../campaign/time-of-day";
import type { ClockChange, LocalDate, LocalTime } from "./local-time";
import type { Moment, Opening } from "./next-opening";
import { dayNames, describeMinutes, type DayCode } from "./week";

const minute = 60_000;
const dayInMinutes = 24 * 60;

/** "open now, until Mon 6:00 PM, for 3 h", "opens next Mon 9:00 AM, in 13 h". */
export function describeOpening(opening: Exclude<Opening, { kind: "never" }>, now: number): string {
  switch (opening.kind) {
    case "always":
      return "open at all times";
    case "open":
      return `open now, until ${describeMoment(opening.until)}, for ${describeSpan(opening.until.at - now)}`;
    case "closed":
      return `opens next ${describeMoment(opening.opens)}, in ${describeSpan(opening.opens.at - now)}`;
  }
}

/** "Mon 9:00 AM". */
export function describeMoment({ day, minutes }: Pick<Moment, "day" | "minutes">): string {
  return `${shortDay(day)} ${formatTime(minutes)}`;
}

/** "less than a minute", "13 h 5 min", "1 day", "2 days 13 h": minutes no longer matter after a day. */
export function describeSpan(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 1) return "less than a minute";
  if (minutes < dayInMinutes) return describeMinutes(minutes);
  const hours = Math.round(minutes / 60);
  const days = Math.floor(hours / 24);
  const inDays = days === 1 ? "1 day" : `${days} days`;
  return hours % 24 === 0 ? inDays : `${inDays} ${hours % 24} h`;
}

/** "Mon". */
export function shortDay(day: DayCode): string {
  return dayNames[day].slice(0, 3);
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "Nov 30". */
export function describeDate({ month, dayOfMonth }: LocalDate): string {
  return `${monthNames[month - 1] ?? ""} ${dayOfMonth}`;
}

/** "UTC+05:30", "UTC-04:00". */
export function describeOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${hours}:${String(size % 60).padStart(2, "0")}`;
}

/** "Sun, Mar 8, 2026 at 2:00 AM, the clock goes forward 1 h to 3:00 AM (UTC-04:00)". */
export function describeClockChange({ before, after }: ClockChange): string {
  const forward = after.offset > before.offset;
  const size = describeMinutes(Math.abs(after.offset - before.offset));
  const to = `${formatTime(after.minutes)} (${describeOffset(after.offset)})`;
  return `${fullDate(before)} at ${formatTime(before.minutes)}, the clock goes ${forward ? "forward" : "back"} ${size} to ${to}`;
}

function fullDate(date: LocalTime): string {
  return `${shortDay(date.day)}, ${describeDate(date)}, ${date.year}`;
}
