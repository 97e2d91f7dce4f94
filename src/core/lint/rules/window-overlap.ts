import { dayNames } from "../../hours/week";
import { rule } from "../rule";
import type { At, FixIdea } from "../place";
import { crowdedDays, hasOnlyHours, withoutRepeated, type Placed } from "./window-repeated";

/** Limit on windows that are merged. Nobody writes more for one day, and removing them takes long. */
const maxMerged = 50;

export const windowOverlap = rule({
  id: "window-overlap",
  severity: "warning",
  reads: ["dialingStrategy/callingHours/frequency", { all: "dialingStrategy/callingHours/days/*" }],
  summary: "The WEEKLY calling windows of one day do not overlap.",
  why: "Hours in both windows count once, so one of the windows has less effect than expected. The format of DAILY and CUSTOM windows is not documented, so this rule does not compare them.",
  fix: "Merges overlapping windows, unless one contains an undocumented key or a comment.",
  examples: {
    good: [
      [
        "WEEKLY",
        [
          { day: "MO", start: "9:00 AM", end: "12:00 PM" },
          { day: "MO", start: "12:00 PM", end: "6:00 PM" },
        ],
      ],
      [
        "DAILY",
        [
          { start: "9:00 AM", end: "1:00 PM" },
          { start: "12:00 PM", end: "6:00 PM" },
        ],
      ],
    ],
    bad: [
      [
        "WEEKLY",
        [
          { day: "MO", start: "9:00 AM", end: "1:00 PM" },
          { day: "MO", start: "12:00 PM", end: "6:00 PM" },
        ],
      ],
      [
        "WEEKLY",
        [
          { day: "FR", start: "10:00 AM", end: "11:00 AM" },
          { day: "FR", start: "9:00 AM", end: "6:00 PM" },
          { day: "FR", start: "5:00 PM", end: "7:00 PM" },
        ],
      ],
    ],
  },
  *check([frequency, windows], at) {
    if (frequency !== "WEEKLY") return;
    const inList: At = (...path) => at("dialingStrategy", "callingHours", "days", ...path);
    for (const ofDay of crowdedDays(windows)) {
      for (const cluster of clustersOf(ofDay)) {
        const fix = mayMerge(cluster, inList) ? [merge(cluster, inList)] : [];
        for (const [first, second] of pairsOf(cluster)) {
          const day = first.value.day === undefined ? "" : ` on ${dayNames[first.value.day]}`;
          yield inList(second.index).problem(
            `${second.value.start} to ${second.value.end}${day} overlaps ${first.value.start} to ${first.value.end}, so the hours in both count once. Merge the windows.`,
            ...fix,
            { related: [{ place: inList(first.index), message: "The overlapping window." }] },
          );
        }
      }
    }
  },
});

/** Groups the overlapping windows of a day. Each group covers one uninterrupted stretch of time. */
function clustersOf(ofDay: readonly Placed[]): Placed[][] {
  const clusters: Placed[][] = [];
  const sorted = [...ofDay].sort((a, b) => a.start - b.start || a.index - b.index);
  let end = 0;
  let previous: Placed | undefined;
  let cluster: Placed[] | undefined;
  for (const window of sorted) {
    if (previous === undefined || window.start >= end) cluster = undefined;
    else if (cluster === undefined) clusters.push((cluster = [previous, window]));
    else cluster.push(window);
    previous = window;
    end = Math.max(end, window.end);
  }
  return clusters;
}

/** Yields each window that overlaps a window earlier in the file once, with that window. */
function* pairsOf(cluster: readonly Placed[]): Generator<readonly [first: Placed, second: Placed]> {
  const reported = new Set<number>();
  const [earliest, ...rest] = withoutRepeated(cluster);
  // The window that ends last so far: a later window that overlaps any window overlaps this one.
  let longest = earliest;
  for (const next of rest) {
    if (longest === undefined) break;
    const [first, second] = next.index < longest.index ? [next, longest] : [longest, next];
    if (!reported.has(second.index)) yield [first, second];
    reported.add(second.index);
    if (next.end > longest.end) longest = next;
  }
}

/** Whether one window can replace the cluster without losing keys or comments. */
function mayMerge(cluster: readonly Placed[], at: At): boolean {
  return cluster.length <= maxMerged && cluster.every(({ value, index }) => hasOnlyHours(value, at(index)));
}

/** Replaces the cluster with one window, at the position of the first one in the file. */
function merge(cluster: readonly Placed[], at: At): FixIdea {
  const first = cluster.reduce((one, other) => (other.index < one.index ? other : one));
  const earliest = cluster.reduce((one, other) => (other.start < one.start ? other : one), first).value.start;
  const latest = cluster.reduce((one, other) => (other.end > one.end ? other : one), first).value.end;
  const others = cluster.map(({ index }) => index).filter((index) => index !== first.index);
  return {
    title: `Merge into ${earliest} to ${latest}`,
    edits: [
      ...at(first.index, "start").replace(earliest),
      ...at(first.index, "end").replace(latest),
      ...at().removeItems(others),
    ],
    safe: true,
  };
}
