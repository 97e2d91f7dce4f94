import { day as dayLength, formatTime, parseTime } from "../../campaign/time-of-day";
import { dayNames, nextDay } from "../../hours/week";
import type { CallingWindow } from "../../campaign/generated/campaign";
import { rule, type Item } from "../rule";
import type { FixIdea, Place } from "../place";
import { hasOnlyHours } from "./window-repeated";

const lastMinute = dayLength - 1;

export const windowInverted = rule({
  id: "window-inverted",
  severity: "error",
  reads: { all: "dialingStrategy/callingHours/days/*" },
  summary: "A calling window ends after it starts, on the same day.",
  why: "Nobody is called in a window that ends before it starts. Write a night shift as two windows.",
  fix: "Corrects AM or PM, replaces an end of 12:00 AM with 11:59 PM, or splits the window at midnight if neither part overlaps another window.",
  examples: {
    good: [
      [
        { day: "MO", start: "9:00 AM", end: "6:00 PM" },
        { day: "TU", start: "12:00 AM", end: "11:59:59.999 PM" },
      ],
    ],
    bad: [
      [{ day: "MO", start: "9:00 AM", end: "6:00 AM" }],
      [{ day: "FR", start: "9:00 AM", end: "12:00 AM" }],
      [{ day: "SA", start: "10:00 PM", end: "2:00 AM" }],
      [{ day: "TU", start: "9:00 AM", end: "9:00 AM" }],
    ],
  },
  *check(windows, at) {
    for (const { value: window, index } of windows) {
      const start = parseTime(window.start);
      const end = parseTime(window.end);
      if (start === undefined || end === undefined || end > start) continue;
      const place = at(index);
      const endPlace = at(index, "end");
      // A window in the last minute of a day ends at the platform's own end-of-day time.
      const close = start < lastMinute ? "11:59 PM" : "11:59:59.999 PM";
      const day = window.day === undefined ? "This window" : dayNames[window.day];
      if (end === 0) {
        yield place.problem(
          `${day} ends at 12:00 AM, which is the start of that day, so nobody is called. For the end of the day, use ${close}.`,
          { title: `End at ${close}`, edits: endPlace.replace(close) },
          { show: endPlace },
        );
        continue;
      }
      const fixes: FixIdea[] = [];
      // 9:00 AM to 6:00 AM: PM was probably intended, if that makes a valid window.
      const later = end + 720;
      const slip = end < 720 && later > start ? formatTime(later) : undefined;
      if (slip !== undefined) fixes.push({ title: `End at ${slip}`, edits: endPlace.replace(slip) });
      if (end < start && hasOnlyHours(window, place) && maySplit(window, { start, end }, windows))
        fixes.push(split(window, close, place, endPlace));
      const best = fixes.map((fix, at) => ({ ...fix, preferred: at === 0 }));
      const ends =
        end === start
          ? `ends when it starts (${window.start})`
          : `ends (${window.end}) before it starts (${window.start})`;
      const message =
        slip === undefined
          ? `${day} ${ends}, so nobody is called in this window. A window cannot cross midnight: split it in two.`
          : `${day} ${ends}. Did you mean ${slip}? Nobody is called in this window.`;
      yield place.problem(message, ...best, { show: endPlace });
    }
  },
});

/** Splits a window into one that ends at midnight and one that starts there on the next day. */
function split(window: CallingWindow, close: string, place: Place, endPlace: Place): FixIdea {
  const rest = { ...window, ...(window.day && { day: nextDay(window.day) }), start: "12:00 AM" };
  return {
    title: `Split at midnight: ${window.start} to ${close}, then 12:00 AM to ${rest.end}`,
    edits: [...endPlace.replace(close), ...place.insertAfter([rest])],
  };
}

/** Whether neither part of a window split at midnight overlaps another window. */
function maySplit(
  { day }: CallingWindow,
  { start, end }: { readonly start: number; readonly end: number },
  windows: readonly Item<CallingWindow>[],
): boolean {
  const next = day === undefined ? undefined : nextDay(day);
  return !windows.some(({ value }) => {
    const opens = parseTime(value.start) ?? 0;
    const closes = parseTime(value.end) ?? 0;
    if (closes <= opens) return false;
    const isOn = (one: CallingWindow["day"]) =>
      one === undefined || value.day === undefined || value.day === one;
    return (isOn(day) && closes > start) || (isOn(next) && opens < end);
  });
}
