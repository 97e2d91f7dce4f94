import { lengthOf, longestStretch, describeMinutes, toWeek } from "../../hours/week";
import { rule } from "../rule";

export const retryOutlastsWindow = rule({
  id: "retry-outlasts-window",
  severity: "warning",
  reads: [
    "dialingStrategy/callingHours/days",
    "dialingStrategy/maxAttemptsPerRecord",
    "dialingStrategy/defaultRetryPeriod",
  ],
  summary: "The retry period is shorter than the longest calling window.",
  why: "A contact who does not answer is not called again in the same window, so each attempt takes another window.",
  examples: {
    good: [
      [[{ day: "MO", start: "9:00 AM", end: "6:00 PM" }], 3, 10],
      [[{ day: "MO", start: "9:00 AM", end: "10:00 AM" }], 1, 120],
    ],
    bad: [[[{ day: "MO", start: "9:00 AM", end: "10:00 AM" }], 3, 60]],
  },
  check([windows, attempts, retry], at) {
    if (attempts < 2 || windows.some((window) => retry < lengthOf(window))) return undefined;
    const longest = longestStretch(toWeek(windows));
    if (longest === 0 || retry < longest) return undefined;
    return at("dialingStrategy", "defaultRetryPeriod").problem(
      `The retry period is ${describeMinutes(retry)}, but the longest calling window lasts ${describeMinutes(longest)}, so each contact gets one attempt per window. Shorten the retry period or extend a window.`,
    );
  },
});
