import type { CallingWindow } from "../../campaign/generated/campaign";
import { parseTime } from "../../campaign/time-of-day";
import { dayNames, type Stretch } from "../../hours/week";
import type { Place } from "../place";
import { rule, type Item } from "../rule";

/** A valid window and its index in the list. */
export type Placed = Stretch & Item<CallingWindow>;

type Days = readonly (readonly Placed[])[];

/** Two rules use the same result. */
const cache = new WeakMap<readonly Item<CallingWindow>[], Days>();

/** The windows, in minutes and as written, of each day on which at least two overlap. */
export function crowdedDays(windows: readonly Item<CallingWindow>[]): Days {
  const found = cache.get(windows) ?? [...byDay(windows).values()].filter(overlaps);
  cache.set(windows, found);
  return found;
}

function overlaps(ofDay: readonly Placed[]): boolean {
  if (ofDay.length < 2) return false;
  const sorted = [...ofDay].sort((a, b) => a.start - b.start);
  return sorted.some(({ end }, index) => end > (sorted[index + 1]?.start ?? Infinity));
}

/** The valid windows by day. window-inverted reports the others. */
function byDay(windows: readonly Item<CallingWindow>[]): ReadonlyMap<string, readonly Placed[]> {
  const days = new Map<string, Placed[]>();
  for (const { value, index } of windows) {
    const start = parseTime(value.start);
    const end = parseTime(value.end);
    if (start === undefined || end === undefined || end <= start) continue;
    const day = value.day ?? "";
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [{ start, end, value, index }]);
    else ofDay.push({ start, end, value, index });
  }
  return days;
}

/** The windows of a day without duplicates; the first of each is kept. */
export function withoutRepeated(ofDay: readonly Placed[]): Placed[] {
  const kept = new Map<string, Placed>();
  for (const window of ofDay) {
    const key = keyOf(window);
    if (!kept.has(key)) kept.set(key, window);
  }
  return [...kept.values()];
}

function keyOf({ start, end }: Stretch): string {
  return `${start} ${end}`;
}

const documented: ReadonlySet<string> = new Set(["day", "start", "end"]);

/**
 * Whether a window contains only its day and hours. An undocumented key or a comment may carry meaning, so such a
 * window is not changed.
 */
export function hasOnlyHours(window: CallingWindow, place: Place): boolean {
  return Object.keys(window).every((key) => documented.has(key)) && !place.hasMoreThan(window);
}

export const windowRepeated = rule({
  id: "window-repeated",
  severity: "warning",
  reads: ["dialingStrategy/callingHours/frequency", { all: "dialingStrategy/callingHours/days/*" }],
  summary: "A WEEKLY calling window appears once.",
  why: "The second window has no effect. Often it was intended for another day. The format of DAILY and CUSTOM windows is not documented, so this rule does not compare them.",
  fix: "Removes the later window, unless it contains an undocumented key or a comment.",
  examples: {
    good: [
      [
        "WEEKLY",
        [
          { day: "MO", start: "9:00 AM", end: "6:00 PM" },
          { day: "TU", start: "9:00 AM", end: "6:00 PM" },
        ],
      ],
      [
        "DAILY",
        [
          { start: "9:00 AM", end: "6:00 PM" },
          { start: "9:00 AM", end: "6:00 PM" },
        ],
      ],
    ],
    bad: [
      [
        "WEEKLY",
        [
          { day: "MO", start: "9:00 AM", end: "6:00 PM" },
          { day: "MO", start: "09:00 AM", end: "6:00 PM" },
        ],
      ],
    ],
  },
  *check([frequency, windows], at) {
    if (frequency !== "WEEKLY") return;
    const placeOf = (index: number) => at("dialingStrategy", "callingHours", "days", index);
    for (const ofDay of crowdedDays(windows)) {
      const first = new Map<string, number>();
      for (const { value, index, ...stretch } of ofDay) {
        const key = keyOf(stretch);
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, index);
          continue;
        }
        const day = value.day === undefined ? "" : `${dayNames[value.day]} `;
        const place = placeOf(index);
        const fix = { title: "Remove the duplicate window", edits: place.remove(), safe: true };
        yield place.problem(
          `${day}${value.start} to ${value.end} duplicates an earlier window and has no effect. Remove it, or change its day.`,
          ...(hasOnlyHours(value, place) ? [fix] : []),
          { unnecessary: true, related: [{ place: placeOf(earlier), message: "The same window." }] },
        );
      }
    }
  },
});
