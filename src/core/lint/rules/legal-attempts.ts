import { mostCallsWithin } from "../../hours/attempts";
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
  summary: "Nobody is called more often than the chosen legal profiles allow.",
  why: "More calls in the time may be unlawful. What is counted is the most that the windows, the attempts and the retry period make possible. This is not legal advice.",
  examples: {
    profiles: ["us-florida"],
    good: [
      [[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }], 3, 10],
      [[{ day: "MO", start: "9:00 AM", end: "10:00 AM" }], 5, 30],
    ],
    bad: [[[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }], 4, 60]],
  },
  check([windows, attempts, retry], at, { profiles }) {
    const broken = profiles.flatMap(({ name, citation, attempts: limit }) => {
      // Most campaigns have fewer attempts than any rule counts: then there is nothing to work out.
      if (limit === undefined || attempts <= limit.most) return [];
      const calls = mostCallsWithin(toWeek(windows), attempts, retry, limit.days);
      const period = limit.days === 1 ? "24 hours" : `${limit.days} days`;
      return calls <= limit.most
        ? []
        : [`${calls} times in ${period}, where ${name} allows ${limit.most} (${citation})`];
    });
    if (broken.length === 0) return undefined;
    return at("dialingStrategy", "maxAttemptsPerRecord").problem(
      `One person can be called ${broken.join("; ")}. More may be unlawful. Lower the attempts, or lengthen the retry period. Not legal advice.`,
    );
  },
});
