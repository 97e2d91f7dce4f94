// Excludes a rule's page and its examples from mutation: the page is prose, and the examples are tests themselves.
// `npm run generate:check` verifies that the pages match the rules.
const prose = new Set(["summary", "why", "fix", "source", "examples"]);

/**
 * The part of a syntax tree that is read here.
 * @typedef {{
 *   readonly node: {
 *     readonly type: string;
 *     readonly key?: { readonly name?: string };
 *     readonly callee?: { readonly name?: string };
 *   };
 *   readonly parentPath: Path | null;
 * }} Path
 */

/** @param {Path} path */
function shouldIgnore({ node, parentPath }) {
  if (node.type !== "ObjectProperty" || !prose.has(node.key?.name ?? "")) return undefined;
  const call = parentPath?.parentPath?.node;
  return call?.type === "CallExpression" && call.callee?.name === "rule" ? "The rule's page." : undefined;
}

export const strykerPlugins = [{ kind: "Ignore", name: "prose", value: { shouldIgnore } }];
