import { formatTime, parseTime } from "../../campaign/time-of-day";
import {
  allowedIn,
  dayNames,
  sharedStretches,
  describeStretches,
  type DayCode,
  type Stretch,
} from "../../hours/week";
import type { CallingWindow } from "../../campaign/generated/campaign";
import type { LegalProfile } from "../legal/profile";
import { rule } from "../rule";
import type { At, FixIdea } from "../place";
import { hasOnlyHours } from "./window-repeated";

export const legalHours = rule({
  id: "legal-hours",
  severity: "warning",
  needs: "profiles",
  reads: { all: "dialingStrategy/callingHours/days/*" },
  summary: "Calling windows are within the hours that the selected legal profiles allow.",
  why: "Calls outside these hours may be unlawful. The law uses the local time of the called person, and a contact's own time zone overrides the campaign's, so the rule compares the hours as written. This is not legal advice.",
  fix: "Shortens the window to the allowed hours.",
  examples: {
    profiles: ["fr-consumer-code"],
    good: [
      [{ day: "MO", start: "10:00 AM", end: "1:00 PM" }],
      [{ day: "FR", start: "2:00 PM", end: "8:00 PM" }],
    ],
    bad: [
      [{ day: "MO", start: "9:00 AM", end: "12:00 PM" }],
      [{ day: "TU", start: "10:00 AM", end: "8:00 PM" }],
      [{ day: "SU", start: "10:00 AM", end: "12:00 PM" }],
    ],
  },
  *check(windows, at, { profiles }) {
    const applicable = profiles.flatMap(({ hours, ...profile }) =>
      hours === undefined ? [] : [{ ...profile, hours }],
    );
    for (const { value: window, index } of windows) {
      const start = parseTime(window.start);
      const end = parseTime(window.end);
      if (start === undefined || end === undefined || end <= start) continue;
      const rules = applicable.map(({ name, citation, hours }) => ({
        name,
        citation,
        allowed: onDay(window.day, hours),
      }));
      const broken = rules.filter(({ allowed }) => !isWithin({ start, end }, allowed));
      if (broken.length === 0) continue;
      const allowed = rules.map((rule) => rule.allowed).reduce(sharedStretches);
      const startsRight = allowed.some((stretch) => stretch.start <= start && start < stretch.end);
      const alone = windows.length === 1;
      yield at(index).problem(
        messageFor(window, broken),
        ...clip(window, { start, end }, allowed, (...path) => at(index, ...path), alone),
        { show: at(index, startsRight ? "end" : "start") },
      );
    }
  },
});

type Hours = NonNullable<LegalProfile["hours"]>;

interface Limit {
  readonly name: string;
  readonly citation: string;
  /** The hours that the profile allows on the day of the window. */
  readonly allowed: readonly Stretch[];
}

function onDay(day: DayCode | undefined, hours: Hours): readonly Stretch[] {
  return day === undefined ? allowedIn(hours) : hours[day];
}

function isWithin({ start, end }: Stretch, allowed: readonly Stretch[]): boolean {
  return allowed.some((stretch) => stretch.start <= start && end <= stretch.end);
}

function messageFor({ day, start, end }: CallingWindow, broken: readonly Limit[]): string {
  const when = day === undefined ? "every day" : `on ${dayNames[day]}`;
  const limits = broken.map(({ name, citation, allowed }) => {
    const limit = allowed.length === 0 ? `no calls ${when}` : `${describeStretches(allowed)} ${when}`;
    return `${name} allows (${limit}; ${citation})`;
  });
  return `${start} to ${end} is outside the hours ${limits.join(" and the hours ")}. Calls outside may be unlawful. Shorten the window; a contact's own time zone is not considered. Not legal advice.`;
}

/**
 * Limits the window to the allowed hours: shortens it, splits it or removes it. The only window is never removed,
 * because the campaign would call nobody.
 */
function clip(
  written: CallingWindow,
  window: Stretch,
  allowed: readonly Stretch[],
  at: At,
  alone: boolean,
): FixIdea[] {
  const kept = sharedStretches(allowed, [window]);
  const [first, ...rest] = kept;
  if (first === undefined) {
    return written.day === undefined || alone ? [] : [{ title: "Remove the window", edits: at().remove() }];
  }
  // An unchanged end keeps its seconds.
  const endOf = ({ end }: Stretch) => (end === window.end ? written.end : formatTime(end));
  // A rule cannot decide which of two windows an undocumented key or a comment belongs to.
  if (rest.length > 0 && !hasOnlyHours(written, at())) return [];
  const more = rest.map((stretch) => ({
    ...(written.day && { day: written.day }),
    start: formatTime(stretch.start),
    end: endOf(stretch),
  }));
  return [
    {
      title: `Shorten to ${describeStretches(kept)}`,
      edits: [
        ...(first.start === window.start ? [] : at("start").replace(formatTime(first.start))),
        ...(first.end === window.end ? [] : at("end").replace(formatTime(first.end))),
        ...at().insertAfter(more),
      ],
    },
  ];
}
