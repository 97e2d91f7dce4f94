import type { CallingWindow } from "../../campaign/generated/campaign";
import { parseTime } from "../../hours/time";
import { dayNames, type Stretch } from "../../hours/week";
import { rule, type Item } from "../rule";

/** A window that opens and closes, and where it stands. */
export type Placed = Stretch & Item<CallingWindow>;

type Days = readonly (readonly Placed[])[];

/** Two rules ask for the same list. */
const known = new WeakMap<readonly Item<CallingWindow>[], Days>();

/** The windows, in minutes and as they are written, of each day on which two of them share some time. */
export function crowdedDays(windows: readonly Item<CallingWindow>[]): Days {
  const found = known.get(windows) ?? [...byDay(windows).values()].filter(overlaps);
  known.set(windows, found);
  return found;
}

function overlaps(ofDay: readonly Placed[]): boolean {
  if (ofDay.length < 2) return false;
  const sorted = [...ofDay].sort((a, b) => a.start - b.start);
  return sorted.some(({ end }, index) => end > (sorted[index + 1]?.start ?? Infinity));
}

/** The windows that open and close; inverted ones are another rule's. */
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

/** Each window of a day once, the first of those that are the same. */
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

export const windowRepeated = rule({
  id: "window-repeated",
  severity: "warning",
  reads: { all: "dialingStrategy/callingHours/days/*" },
  summary: "A calling window stands once.",
  why: "The second one has no effect, and often another day was meant.",
  fix: "Removes the later one.",
  examples: {
    good: [
      [
        { day: "MO", start: "9:00 AM", end: "6:00 PM" },
        { day: "TU", start: "9:00 AM", end: "6:00 PM" },
      ],
    ],
    bad: [
      [
        { day: "MO", start: "9:00 AM", end: "6:00 PM" },
        { day: "MO", start: "09:00 AM", end: "6:00 PM" },
      ],
    ],
  },
  *check(windows, at) {
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
        yield at(index).problem(
          `${day}${value.start} to ${value.end} stands twice, so this one has no effect. Remove it, or name the day that was meant.`,
          { title: "Remove the repeated window", edits: at(index).remove(), safe: true },
          { unnecessary: true, related: [{ place: at(earlier), message: "The same window." }] },
        );
      }
    }
  },
});
