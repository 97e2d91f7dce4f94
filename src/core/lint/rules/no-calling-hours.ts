import { rule } from "../rule";

export const noCallingHours = rule({
  id: "no-calling-hours",
  severity: "warning",
  reads: "dialingStrategy/callingHours/days",
  summary: "A campaign has at least one calling window.",
  why: "Without a calling window, the campaign never calls anyone.",
  examples: { good: [[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }]], bad: [[]] },
  check(days, at) {
    if (days.length > 0) return undefined;
    return at().problem(
      "days contains no calling windows, so nobody is called. Add the days and hours in which people may be called.",
      {
        onKey: true,
      },
    );
  },
});
