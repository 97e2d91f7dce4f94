import { rule } from "../rule";

export const frequencyUndocumented = rule({
  id: "frequency-undocumented",
  severity: "info",
  reads: "dialingStrategy/callingHours/frequency",
  summary: "The calling windows repeat weekly.",
  why: "The platform accepts DAILY and CUSTOM, but the vendor does not document the format of their windows, so their effect is unknown.",
  examples: { good: ["WEEKLY"], bad: ["DAILY", "CUSTOM"] },
  check(frequency, at) {
    if (frequency === "WEEKLY") return undefined;
    return at().problem(
      `frequency is "${frequency}", whose window format the vendor does not document, so people may be called at hours you do not expect. Use "WEEKLY", with a window for each day.`,
    );
  },
});
