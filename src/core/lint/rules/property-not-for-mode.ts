import { propertyOf } from "../../campaign/document";
import { isForMode, modesFor } from "../../campaign/modes";
import { rule } from "../rule";

/** `enableMachineDetect` is not one of them: in the other modes it is a property of version 1. */
const keys = ["maxSkips", "queue_name", "experienceFlowName"];

export const propertyNotForMode = rule({
  id: "property-not-for-mode",
  severity: "warning",
  reads: ["#", "dialingMode"],
  summary: "A campaign has the properties of its own dialling mode.",
  why: "A property of another mode has no effect, or shows that the mode is not the one that was meant.",
  fix: "Removes the property.",
  examples: {
    good: [[{ maxSkips: 2 }, "Preview"]],
    bad: [
      [{ maxSkips: 2 }, "Progressive"],
      [{ queue_name: "Default Queue" }, "Agentless"],
      [{ experienceFlowName: "Survey" }, "Preview"],
    ],
  },
  *check([, mode], at, { document }) {
    for (const key of keys) {
      if (isForMode(key, mode) || propertyOf(document.root, key) === undefined) continue;
      const place = at(key);
      yield place.problem(
        `"${key}" is for ${modesFor(key)?.join(" and ") ?? "other"} campaigns, so it has no effect in this ${mode} campaign. Remove it, or choose another dialling mode.`,
        { title: `Remove "${key}"`, edits: place.remove() },
        { onKey: true },
      );
    }
  },
});
