import { childOf, type CampaignDocument } from "../document";
import type { Problem } from "../problem";

/** The page's maxima, which the schema states too: it counts characters. */
const limits = { name: 48, description: 256 } as const;

/**
 * Texts that keep to their limit in characters and not in UTF-16 units, as an emoji counts for two. The page does
 * not say which it counts, so this is a warning; above the limit in both counts the schema's error speaks.
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
      message: `${key} is ${characters} characters, and ${text.length} as the platform may count them: an emoji or a rare sign counts for two there. ${limit} is the most, so it may be refused. Shorten it.`,
      pointer: `/${key}`,
      offset: node.offset,
      length: node.length,
      fixes: [],
    });
  }
  return problems;
}
