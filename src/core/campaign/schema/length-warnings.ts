import { childOf, type CampaignDocument } from "../document";
import type { Problem } from "../problem";

/** The documented maximum lengths. The schema has them too, counted in characters. */
const limits = { name: 48, description: 256 } as const;

/**
 * Warns of texts within their limit in characters but not in UTF-16 units, of which an emoji takes two. The
 * documentation does not say which the platform counts. A text over the limit in both is a schema error.
 */
export function lengthWarnings({ root, value }: CampaignDocument): Problem[] {
  if (typeof value !== "object" || value === null) return [];
  const problems: Problem[] = [];
  for (const key of ["name", "description"] as const) {
    const text: unknown = Reflect.get(value, key);
    const limit = limits[key];
    if (typeof text !== "string" || text.length <= limit) continue;
    const characters = Array.from(text).length;
    const node = childOf(root, key);
    if (characters > limit || node === undefined) continue;
    problems.push({
      code: "schema/maxLength",
      severity: "warning",
      message: `${key} is ${characters} characters long, but the platform may count ${text.length}: an emoji or a rare character counts as two. The maximum is ${limit}, so the platform may reject it. Shorten it.`,
      pointer: `/${key}`,
      offset: node.offset,
      length: node.length,
      fixes: [],
    });
  }
  return problems;
}
