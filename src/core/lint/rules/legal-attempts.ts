import { maxCallsWithin } from "../../hours/attempts";
import { toWeek } from "../../hours/week";
import { rule } from "../rule";

export const legalAttempts = rule({
  id: "legal-attempts",
  severity: "warning",
  needs: "profiles",
  reads: [
    "dialingStrategy/callingHours/days",
    "dialingStrategy/maxAttemptsPerRecord",
    "dialingStrategy/defaultRetryPeriod",
  ],
  summary: "The campaign does not call a person more often than the selected legal profiles allow.",
  why: "More calls in this period may be unlawful. The rule counts the most calls that the windows, the attempts and the retry period allow. This is not legal advice.",
  examples: {
    profiles: ["us-florida"],
    good: [
      [[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }], 3, 10],
      [[{ day: "MO", start: "9:00 AM", end: "10:00 AM" }], 5, 30],
    ],
    bad: [[[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }], 4, 60]],
  },
  check([windows, attempts, retry], at, { profiles }) {
    const broken = profiles.flatMap(({ name, citation, attempts: limits = [] }) =>
      limits.flatMap((limit) => {
        // Most campaigns make fewer attempts than any limit, so the calls need not be counted.
        if (attempts <= limit.max) return [];
        const calls = maxCallsWithin(toWeek(windows), attempts, retry, limit.days);
        const period = limit.days === 1 ? "24 hours" : `${limit.days} days`;
        return calls <= limit.max
          ? []
          : [`${calls} times in ${period}, but ${name} allows ${limit.max} (${citation})`];
      }),
    );
    if (broken.length === 0) return undefined;
    return at("dialingStrategy", "maxAttemptsPerRecord").problem(
      `This campaign can call one person ${broken.join("; ")}. More calls may be unlawful. Reduce the attempts or increase the retry period. Not legal advice.`,
    );
  },
});
