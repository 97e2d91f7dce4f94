import { dayNames } from "../../hours/week";
import { rule } from "../rule";
import type { At, FixIdea } from "../place";
import { crowdedDays, saysOnlyHours, withoutRepeated, type Placed } from "./window-repeated";

/** More windows than anybody writes for one day: to take them all out takes long. */
const mostMerged = 50;

export const windowOverlap = rule({
  id: "window-overlap",
  severity: "warning",
  reads: ["dialingStrategy/callingHours/frequency", { all: "dialingStrategy/callingHours/days/*" }],
  summary: "The WEEKLY calling windows of one day do not overlap.",
  why: "The hours that two windows share count once, so one of the two does not have the effect it seems to have. How DAILY and CUSTOM windows are read is not documented, so this rule does not compare them.",
  fix: "Merges the windows that overlap, unless one of them has a key or a comment of its own.",
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
            `${second.value.start} to ${second.value.end}${day} overlaps with ${first.value.start} to ${first.value.end}, so the hours in both count once. Merge the windows.`,
            ...fix,
            { related: [{ place: inList(first.index), message: "It overlaps with this window." }] },
          );
        }
      }
    }
  },
});

/** The windows of a day that overlap, by the stretches of time that they cover together. */
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

/** Each window that overlaps with one that is written before it, once, with the one it overlaps with. */
function* pairsOf(cluster: readonly Placed[]): Generator<readonly [first: Placed, second: Placed]> {
  const said = new Set<number>();
  const [earliest, ...rest] = withoutRepeated(cluster);
  // The window that lasts longest of those so far: a later one overlaps with some window if with this one.
  let longest = earliest;
  for (const next of rest) {
    if (longest === undefined) break;
    const [first, second] = next.index < longest.index ? [next, longest] : [longest, next];
    if (!said.has(second.index)) yield [first, second];
    said.add(second.index);
    if (next.end > longest.end) longest = next;
  }
}

/** Whether one window can say all that those of a cluster do. */
function mayMerge(cluster: readonly Placed[], at: At): boolean {
  return cluster.length <= mostMerged && cluster.every(({ value, index }) => saysOnlyHours(value, at(index)));
}

/** One window for the whole cluster, in the place of the one that is written first. */
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
