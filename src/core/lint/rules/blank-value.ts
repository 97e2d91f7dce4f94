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
  summary: "A required text contains something that a person can see.",
  why: "The platform requires this text. It refuses an empty one, or an empty one names nothing that can be found.",
  examples: { good: ["Spring"], bad: ["", "   ", "\t\n", "\u200B"] },
  check(text, at) {
    if (!isBlank(text)) return undefined;
    const place = at();
    const last = place.path.at(-1);
    const what =
      typeof last === "string" && last !== "name"
        ? last
        : last === "name"
          ? "The name"
          : "The name of this list";
    const how = text.trim() === "" ? "is empty" : "contains only invisible characters";
    return place.problem(`${what} ${how}. The platform requires it: enter a value.`);
  },
});
