import type { CallingWindow } from "../../campaign/generated/campaign";
import { parseTime } from "../../hours/time";
import { dayNames, type Stretch } from "../../hours/week";
import { rule, type Item } from "../rule";

/** A window that opens and closes, and where it stands. */
export type Placed = Stretch & Item<CallingWindow>;

type ByDay = ReadonlyMap<string, readonly Placed[]>;

/** Several rules ask for the same list. */
const known = new WeakMap<readonly Item<CallingWindow>[], ByDay>();

/** The windows that open and close, by day, in minutes; inverted ones are another rule's. */
export function stretches(windows: readonly Item<CallingWindow>[]): ByDay {
  const found = known.get(windows) ?? toStretches(windows);
  known.set(windows, found);
  return found;
}

function toStretches(windows: readonly Item<CallingWindow>[]): ByDay {
  const byDay = new Map<string, Placed[]>();
  for (const { value, index } of windows) {
    const start = parseTime(value.start);
    const end = parseTime(value.end);
    if (start === undefined || end === undefined || end <= start) continue;
    const day = value.day ?? "";
    const ofDay = byDay.get(day);
    if (ofDay === undefined) byDay.set(day, [{ start, end, value, index }]);
    else ofDay.push({ start, end, value, index });
  }
  return byDay;
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
    for (const ofDay of stretches(windows).values()) {
      if (ofDay.length < 2) continue;
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
