import { isBlank } from "../../text/invisible";
import { rule } from "../rule";

export const blankValue = rule({
  id: "blank-value",
  severity: "error",
  reads: {
    each: [
      "name",
      "description",
      "contactLists/*",
      "dncLists/name",
      "dialingStrategy/callerId/phoneNumber",
      "dialingStrategy/callingHours/timezone",
      "queue_name",
      "experienceFlowName",
    ],
  },
  summary: "A required text is not empty.",
  why: "The platform requires this text. It rejects an empty one, or finds nothing with an empty name.",
  examples: { good: ["Spring"], bad: ["", "   ", "\t\n", "\u200B"] },
  check(text, at) {
    if (!isBlank(text)) return undefined;
    const place = at();
    const last = place.path.at(-1);
    const subject =
      typeof last === "string" && last !== "name"
        ? last
        : last === "name"
          ? "The name"
          : "The name of this list";
    const state = text.trim() === "" ? "is empty" : "contains only invisible characters";
    return place.problem(`${subject} ${state}. The platform requires it. Enter a value.`);
  },
});
