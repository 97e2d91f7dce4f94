import type { Node } from "jsonc-parser";
import { childOf, parseDocument } from "../../campaign/document";
import { addProperty, endOfLine, replaceValue } from "../../campaign/edits";
import type { Edit } from "../../campaign/problem";
import type { RuleSetting } from "./settings";

/** A configuration that sets nothing. */
export const emptyConfig = '{\n  "rules": {},\n  "profiles": []\n}\n';

/** A configuration that sets one rule. */
export function configWith(id: string, setting: RuleSetting): string {
  return `${JSON.stringify({ rules: { [id]: setting } }, null, 2)}\n`;
}

/**
 * Sets the severity of a rule in a configuration. Comments, options and everything else remain. Undefined if the text
 * has syntax errors or is not a configuration, because an edit could then change something else.
 */
export function setSeverity(text: string, id: string, setting: RuleSetting): Edit[] | undefined {
  if (text.trim() === "") return [{ offset: 0, length: text.length, content: configWith(id, setting) }];
  const { root, syntaxErrors } = parseDocument(text);
  if (root?.type !== "object" || syntaxErrors.length > 0) return undefined;
  const rules = childOf(root, "rules");
  if (rules === undefined) return add(text, root, "rules", { [id]: setting });
  if (rules.type !== "object") return undefined;
  const current = childOf(rules, id);
  if (current === undefined) return add(text, rules, id, setting);
  const severity = current.type === "array" ? (current.children?.[0] ?? current) : current;
  return [replaceValue(text, severity, setting)];
}

/** Adds a property after the last one, and after a comment that belongs to the last one. */
function add(text: string, object: Node, key: string, value: unknown): Edit[] {
  const last = object.children?.at(-1);
  const added = addProperty(text, object, key, value);
  if (last === undefined) return [added];
  const end = last.offset + last.length;
  const lineEnd = endOfLineAfter(text, end);
  const rest = text.slice(end, lineEnd).trim();
  const comment = rest.startsWith(",") ? rest.slice(1).trim() : rest;
  const isComment =
    comment.startsWith("//") || (comment.startsWith("/*") && comment.indexOf("*/") === comment.length - 2);
  if (!isComment) return [added];
  const comma: Edit[] = rest.startsWith(",") ? [] : [{ offset: end, length: 0, content: "," }];
  const lineStart = Math.max(text.lastIndexOf("\n", last.offset), text.lastIndexOf("\r", last.offset)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, last.offset))?.[0] ?? "";
  // Without the comma and the space or line break before the property.
  const property = added.content.slice(1).trimStart();
  const content = `${endOfLine(text)}${indent}${property}`;
  return [...comma, { offset: lineEnd, length: 0, content }];
}

function endOfLineAfter(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.charAt(end) !== "\n" && text.charAt(end) !== "\r") end++;
  return end;
}
