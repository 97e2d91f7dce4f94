import { isBlank } from "../../text/invisible";
import { rule } from "../rule";

export const untrimmedName = rule({
  id: "untrimmed-name",
  severity: "warning",
  reads: { each: ["name", "contactLists/*", "dncLists/name", "queue_name", "experienceFlowName"] },
  summary: "A name has no spaces around it.",
  why: "The platform compares names exactly, so it does not find the schedule, list or queue.",
  fix: "Trims the name.",
  examples: { good: ["Spring"], bad: [" Spring", "Spring ", "\tSpring\n"] },
  check(name, at) {
    const trimmed = name.trim();
    if (trimmed === name || isBlank(name)) return undefined;
    return at().problem(
      `${JSON.stringify(trimmed)} has spaces around it. The platform compares names exactly, so it may not be found. Remove the spaces.`,
      { title: "Trim the name", replace: trimmed, safe: true },
    );
  },
});
