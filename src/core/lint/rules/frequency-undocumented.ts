import { rule } from "../rule";

export const frequencyUndocumented = rule({
  id: "frequency-undocumented",
  severity: "info",
  reads: "dialingStrategy/callingHours/frequency",
  summary: "The calling windows repeat weekly.",
  why: "The vendor names DAILY and CUSTOM but documents no shape for their windows, so what the platform makes of them is not known.",
  examples: { good: ["WEEKLY"], bad: ["DAILY", "CUSTOM"] },
  check(frequency, at) {
    if (frequency === "WEEKLY") return undefined;
    return at().problem(
      `The vendor accepts "${frequency}" but does not document how its windows are written, so people may be called at other hours than you expect. WEEKLY with a window for each day is certain.`,
    );
  },
});
