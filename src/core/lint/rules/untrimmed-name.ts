import { isBlank } from "../../text/invisible";
import { rule } from "../rule";

export const untrimmedName = rule({
  id: "untrimmed-name",
  severity: "warning",
  reads: { each: ["name", "contactLists/*", "dncLists/name", "queue_name", "experienceFlowName"] },
  summary: "A name has no white space around it.",
  why: "The platform looks names up exactly as they are written, so a schedule, a list or a queue is not found.",
  fix: "Trims the name.",
  examples: { good: ["Spring"], bad: [" Spring", "Spring ", "\tSpring\n"] },
  check(name, at) {
    const trimmed = name.trim();
    if (trimmed === name || isBlank(name)) return undefined;
    return at().problem(
      `There is white space around ${JSON.stringify(trimmed)}. The platform compares names exactly, so it may not be found. Remove the white space.`,
      { title: "Trim the name", replace: trimmed, safe: true },
    );
  },
});
