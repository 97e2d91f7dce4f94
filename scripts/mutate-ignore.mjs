// Tells Stryker what is no code: a rule's page and its examples, which are tests themselves. That the pages say what the
// rules say, `npm run generate:check` holds.
const prose = new Set(["summary", "why", "fix", "source", "examples"]);

/**
 * As much of a syntax tree as is read here.
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
