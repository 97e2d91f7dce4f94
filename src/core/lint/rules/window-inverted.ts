import { day as dayLength, formatTime, parseTime } from "../../campaign/time-of-day";
import { dayNames, nextDay } from "../../hours/week";
import type { CallingWindow } from "../../campaign/generated/campaign";
import { rule, type Item } from "../rule";
import type { FixIdea, Place } from "../place";
import { saysOnlyHours } from "./window-repeated";

const lastMinute = dayLength - 1;

export const windowInverted = rule({
  id: "window-inverted",
  severity: "error",
  reads: { all: "dialingStrategy/callingHours/days/*" },
  summary: "A calling window ends after it starts, on the same day.",
  why: "In a window that ends before it starts nobody is called; a night shift has to be written as two windows.",
  fix: "Corrects a mistaken half of the day, replaces an end at 12:00 AM by 11:59 PM, or splits a window at midnight where neither part overlaps with another window.",
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
      // A window of the day's last minute ends as the platform itself writes the end of a day.
      const close = start < lastMinute ? "11:59 PM" : "11:59:59.999 PM";
      const day = window.day === undefined ? "This window" : dayNames[window.day];
      if (end === 0) {
        yield place.problem(
          `${day} ends at 12:00 AM, which is the start of that day, so nobody is called. For the end of the day write ${close}.`,
          { title: `End at ${close}`, edits: endPlace.replace(close) },
          { show: endPlace },
        );
        continue;
      }
      const fixes: FixIdea[] = [];
      // 9:00 AM to 6:00 AM: half a day later is the likely slip, where that makes a window.
      const later = end + 720;
      const slip = end < 720 && later > start ? formatTime(later) : undefined;
      if (slip !== undefined) fixes.push({ title: `End at ${slip}`, edits: endPlace.replace(slip) });
      if (end < start && saysOnlyHours(window, place) && maySplit(window, { start, end }, windows))
        fixes.push(split(window, close, place, endPlace));
      const best = fixes.map((fix, at) => ({ ...fix, preferred: at === 0 }));
      const guess =
        slip === undefined ? "A window cannot cross midnight: split it in two." : `Did you mean ${slip}?`;
      const ends =
        end === start
          ? `ends when it starts (${window.start})`
          : `ends (${window.end}) before it starts (${window.start})`;
      yield place.problem(`${day} ${ends}, so nobody is called that day. ${guess}`, ...best, {
        show: endPlace,
      });
    }
  },
});

/** Two windows, up to midnight and from there on. */
function split(window: CallingWindow, close: string, place: Place, endPlace: Place): FixIdea {
  const rest = { ...window, ...(window.day && { day: nextDay(window.day) }), start: "12:00 AM" };
  return {
    title: `Split at midnight: ${window.start} to ${close}, then 12:00 AM to ${rest.end}`,
    edits: [...endPlace.replace(close), ...place.insertAfter([rest])],
  };
}

/** Whether neither part of a window that is split at midnight overlaps with a window that is there already. */
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
