import { keyOf, sameValue } from "../../campaign/document";
import { rule } from "../rule";

export const duplicateKey = rule({
  id: "duplicate-key",
  severity: "error",
  reads: "#",
  summary: "A property appears once in its object.",
  why: "When a key appears twice, the platform uses the last value and ignores the first without a warning.",
  fix: "Removes the value that is ignored. Fix All does so only when both values are equal.",
  examples: {
    good: ['{ "name": "Spring", "dncLists": { "name": "Never call" } }'],
    bad: [
      '{ "name": "Spring", "name": "Summer" }',
      '{ "name": "Spring", "name": "Spring" }',
      '{ "priority": "5", "priority": "5", "priority": "1" }',
    ],
  },
  *check(tree, _at, { document }) {
    for (const holder of tree.withDuplicates) {
      for (const [node, kept] of holder.lost) {
        const key = keyOf(node);
        const place = tree.place({ key, node, parent: holder });
        const related = {
          place: tree.place({ key, node: kept, parent: holder }),
          message: "This value is used.",
        };
        const safe = sameValue(document.text, node.children?.[1], kept.children?.[1]);
        yield place.problem(
          `Duplicate key ${JSON.stringify(key)}: the later value wins, so this one is ignored. Remove one of the two.`,
          { title: `Remove this ${JSON.stringify(key)}, which has no effect`, edits: place.remove(), safe },
          { onKey: true, unnecessary: true, related: [related] },
        );
      }
    }
  },
});
