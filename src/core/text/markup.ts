import { visibleLine } from "./visible";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Untrusted text for HTML or XML, in an element or a quoted attribute: on one line, with no markup and no character
 * that XML forbids. At most `most` UTF-16 units of the original.
 */
export function escapeMarkup(text: string, most = 1000): string {
  return visibleLine(text, most)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
