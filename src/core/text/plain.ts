import { visibleLine, visibleText } from "./visible";

/**
 * Text for a place where an editor interprets markup. All characters are visible and no link remains: an editor turns
 * `[words](command:…)` into one that runs a command.
 */

/** On one line, at most `maxLength` UTF-16 units of the original. */
export function plainLine(text: string, maxLength = 300): string {
  return withoutLinks(visibleLine(text, maxLength));
}

/** On several lines. */
export function plainText(text: string, maxLength = 20_000): string {
  return withoutLinks(visibleText(text, maxLength));
}

/**
 * On one line of a list or a bar, where VS Code replaces `$(name)` with an icon. The text is escaped so that it is
 * displayed as written.
 */
export function plainLabel(text: string, maxLength = 300): string {
  return plainLine(text, maxLength).replaceAll("$(", "\\$(");
}

function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
