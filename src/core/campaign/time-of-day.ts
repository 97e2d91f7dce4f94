import { asItLooks } from "../text/named-characters";

/** Minutes in a day. */
export const day = 24 * 60;

const written = /^(0?[1-9]|1[0-2]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)? (AM|PM)$/;

/**
 * Parses a time in the platform's format ("9:00 AM", "11:59:59.999 PM") to minutes since midnight, with a fraction for
 * seconds; undefined for other text. `12:00 AM` is 0, `12:00 PM` is 720.
 */
export function parseTime(text: string): number | undefined {
  const known = read.get(text);
  if (known !== undefined || read.has(text)) return known;
  if (read.size >= maxCached) read.clear();
  const minutes = minutesOf(text);
  read.set(text, minutes);
  return minutes;
}

/** A cache: a campaign contains few different times, and many rules read each of them. */
const read = new Map<string, number | undefined>();
const maxCached = 3000;

function minutesOf(text: string): number | undefined {
  const parts = written.exec(text);
  if (parts === null) return undefined;
  const [, hour, minute, second = "0", fraction = "0", half] = parts;
  const seconds = Number(second) + Number(`0.${fraction}`);
  return (Number(hour) % 12) * 60 + Number(minute) + seconds / 60 + (half === "PM" ? 720 : 0);
}

/** Formats minutes since midnight as the platform does: 540 is "9:00 AM". Seconds are dropped. */
export function formatTime(minutes: number): string {
  const whole = Math.floor(minutes);
  const hour = Math.floor(whole / 60) % 24;
  const minute = String(whole % 60).padStart(2, "0");
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? "AM" : "PM"}`;
}

/** Normalizes the text of a time: one case, single plain spaces, no invisible characters. */
function plainOf(text: string): string {
  return asItLooks(text).trim().toLowerCase().replace(/\s+/g, " ");
}

/**
 * The time that a person meant by a text the platform does not accept: "18:00", "9 AM", "9:00am", "9.30 p.m.", "0900".
 * Undefined if there are several readings ("9") or none.
 */
export function readTime(text: string): string | undefined {
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::(\d{2}))? ?(?:([ap])\.? ?m\.?)?$/.exec(plainOf(text));
  if (parts === null) return undefined;
  const [, hourText, minuteText, secondText, half] = parts;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? "0");
  if (minute > 59 || Number(secondText ?? "0") > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12)
      return hour > 12 && hour < 24 && half === "p" ? formatTime(hour * 60 + minute) : undefined;
    return formatTime((hour % 12) * 60 + minute + (half === "p" ? 720 : 0));
  }
  if (minuteText === undefined || hour > 24) return undefined;
  if (hour === 24) return minute === 0 ? "11:59 PM" : undefined;
  return formatTime(hour * 60 + minute);
}

/**
 * The only possible reading of `HH:MM` (00:00 to 23:59) or `h:mm am`, in any case and spacing. Undefined for other
 * formats, however likely their reading is.
 */
export function certainTime(text: string): string | undefined {
  const plain = plainOf(text);
  const isCertain =
    /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(plain) || /^(?:0?[1-9]|1[0-2]):[0-5]\d ?[ap]m$/.test(plain);
  return isCertain ? readTime(plain) : undefined;
}

/**
 * All readings of such a time, the likeliest first: "6:00" may be morning or afternoon, and "540" may be minutes since
 * midnight.
 */
export function readTimes(text: string): readonly string[] {
  const time = readTime(text);
  const counted = minutesCounted(text);
  const inMinutes = counted === undefined ? [] : [formatTime(counted)];
  if (time === undefined) return inMinutes;
  const minutes = parseTime(time) ?? 0;
  const saysHalf = /[ap]\.? ?m/.test(plainOf(text));
  const clock = saysHalf || minutes < 60 || minutes >= 720 ? [time] : [time, formatTime(minutes + 720)];
  return [...new Set([...inMinutes, ...clock])];
}

/** Reads a bare number as minutes since midnight, if possible: 540, but not 0900 or 1800. */
function minutesCounted(text: string): number | undefined {
  const [digits] = /^[1-9]\d{2,3}$/.exec(asItLooks(text).trim()) ?? [];
  const minutes = Number(digits ?? day);
  return minutes < day ? minutes : undefined;
}
