import { rule } from "../rule";

export const noSkips = rule({
  id: "no-skips",
  severity: "hint",
  reads: ["dialingMode", "maxSkips"],
  summary: "Agents in a Preview campaign can skip a contact.",
  why: "Without skips, an agent cannot stop a call to a contact who should not be called.",
  examples: { good: [["Preview", 1]], bad: [["Preview", 0]] },
  check([mode, skips], at) {
    if (mode !== "Preview" || skips !== 0) return undefined;
    return at("maxSkips").problem(
      "maxSkips is 0, so agents cannot skip a contact, even one who should not be called. Use at least 1 unless 0 is intended.",
    );
  },
});
