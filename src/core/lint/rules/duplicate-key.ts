import { keyOf } from "../../campaign/document";
import { rule } from "../rule";

export const duplicateKey = rule({
  id: "duplicate-key",
  severity: "error",
  reads: "#",
  summary: "A property stands once in its object.",
  why: "Of two properties with one name the platform keeps the last; what the first says is lost in silence.",
  fix: "Removes the one that is lost.",
  examples: {
    good: ['{ "name": "Spring", "dncLists": { "name": "Never call" } }'],
    bad: ['{ "name": "Spring", "name": "Summer" }', '{ "priority": "5", "priority": "5", "priority": "1" }'],
  },
  *check(tree) {
    for (const holder of tree.lossy) {
      for (const [node, kept] of holder.lost) {
        const key = keyOf(node);
        const place = tree.place({ key, node, holder });
        const related = { place: tree.place({ key, node: kept, holder }), message: "This one counts." };
        yield place.problem(
          `${JSON.stringify(key)} stands again further down, and only the last one counts: this one is lost. Remove one of the two.`,
          {
            title: `Remove this ${JSON.stringify(key)}, which has no effect`,
            edits: place.remove(),
            safe: true,
          },
          { onKey: true, unnecessary: true, related: [related] },
        );
      }
    }
  },
});
