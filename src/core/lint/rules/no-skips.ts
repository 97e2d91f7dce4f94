import { rule } from "../rule";

export const noSkips = rule({
  id: "no-skips",
  severity: "hint",
  reads: ["dialingMode", "maxSkips"],
  summary: "Agents of a Preview campaign may skip a contact.",
  why: "With no skip an agent who sees a contact that should not be called can only wait until the call is dialled.",
  examples: { good: [["Preview", 1]], bad: [["Preview", 0]] },
  check([mode, skips], at) {
    if (mode !== "Preview" || skips !== 0) return undefined;
    return at("maxSkips").problem(
      "maxSkips is 0, so agents cannot skip a contact, even one they should not call. Allow at least 1 if that is not meant.",
    );
  },
});
