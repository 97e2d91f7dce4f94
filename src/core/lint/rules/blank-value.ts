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
  summary: "A required text says something.",
  why: "The platform asks for this text; an empty one is refused, or names nothing that can be found.",
  examples: { good: ["Spring"], bad: ["", "   ", "\t\n"] },
  check(text, at) {
    if (text.trim() !== "") return undefined;
    const place = at();
    const last = place.path.at(-1);
    const what =
      typeof last === "string" && last !== "name"
        ? last
        : last === "name"
          ? "The name"
          : "The name of this list";
    return place.problem(`${what} is empty. The platform needs it: write it, between the quotes.`);
  },
});
