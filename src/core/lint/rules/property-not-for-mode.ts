import { propertyOf } from "../../campaign/document";
import { isForMode, modesFor } from "../../campaign/modes";
import { rule } from "../rule";

/** Without `enableMachineDetect`, which legacy-property reports. */
const keys = ["maxSkips", "queue_name", "experienceFlowName"];

export const propertyNotForMode = rule({
  id: "property-not-for-mode",
  severity: "warning",
  reads: ["#", "dialingMode"],
  summary: "A campaign contains only properties of its own dialing mode.",
  why: "A property of another mode has no effect, or the mode is wrong.",
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
        `"${key}" is for ${modesFor(key)?.join(" and ") ?? "other"} campaigns and has no effect in this ${mode} campaign. Remove it, or change dialingMode.`,
        { title: `Remove "${key}"`, edits: place.remove() },
        { onKey: true },
      );
    }
  },
});
