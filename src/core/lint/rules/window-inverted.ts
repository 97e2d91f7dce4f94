import { day as dayLength, formatTime, parseTime } from "../../hours/time";
import { dayNames, nextDay } from "../../hours/week";
import { rule } from "../rule";
import type { FixIdea } from "../place";

const lastMinute = dayLength - 1;

export const windowInverted = rule({
  id: "window-inverted",
  severity: "error",
  reads: "dialingStrategy/callingHours/days/*",
  summary: "A calling window ends after it starts, on the same day.",
  why: "In a window that ends before it starts nobody is called; a night shift has to be written as two windows.",
  fix: "Corrects a mistaken half of the day, replaces an end at 12:00 AM by 11:59 PM, or splits a window at midnight.",
  examples: {
    good: [
      { day: "MO", start: "9:00 AM", end: "6:00 PM" },
      { day: "MO", start: "12:00 AM", end: "11:59:59.999 PM" },
    ],
    bad: [
      { day: "MO", start: "9:00 AM", end: "6:00 AM" },
      { day: "FR", start: "9:00 AM", end: "12:00 AM" },
      { day: "SA", start: "10:00 PM", end: "2:00 AM" },
      { day: "TU", start: "9:00 AM", end: "9:00 AM" },
    ],
  },
  check(window, at) {
    const start = parseTime(window.start);
    const end = parseTime(window.end);
    if (start === undefined || end === undefined || end > start) return undefined;
    // A window of the day's last minute ends as the platform itself writes the end of a day.
    const close = start < lastMinute ? "11:59 PM" : "11:59:59.999 PM";
    const day = window.day === undefined ? "This window" : dayNames[window.day];
    if (end === 0) {
      return at().problem(
        `${day} ends at 12:00 AM, which is the start of that day, so nobody is called. For the end of the day write ${close}.`,
        { title: `End at ${close}`, edits: at("end").replace(close) },
        { show: at("end") },
      );
    }
    const fixes: FixIdea[] = [];
    // 9:00 AM to 6:00 AM: half a day later is the likely slip, where that makes a window.
    const later = end + 720;
    const slip = end < 720 && later > start ? formatTime(later) : undefined;
    if (slip !== undefined) fixes.push({ title: `End at ${slip}`, edits: at("end").replace(slip) });
    if (end < start) {
      const first = { ...window, end: close };
      const rest = { ...window, ...(window.day && { day: nextDay(window.day) }), start: "12:00 AM" };
      const edits = [...at("end").replace(close), ...at().insertAfter([rest])];
      fixes.push({
        title: `Split at midnight: ${first.start} to ${first.end}, then 12:00 AM to ${rest.end}`,
        edits,
      });
    }
    const best = fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
    const guess =
      slip === undefined ? "A window cannot cross midnight: split it in two." : `Did you mean ${slip}?`;
    const said =
      end === start
        ? `ends when it starts (${window.start})`
        : `ends (${window.end}) before it starts (${window.start})`;
    return at().problem(`${day} ${said}, so nobody is called that day. ${guess}`, ...best, {
      show: at("end"),
    });
  },
});
