import { visibleLine, visibleText } from "./visible";

/**
 * Text for a place where an editor interprets what it shows. All of it is visible, and nothing of it is a link: an
 * editor turns `[words](command:…)` into one that runs a command.
 */

/** On one line, at most `most` UTF-16 units of the original. */
export function plainLine(text: string, most = 300): string {
  return withoutLinks(visibleLine(text, most));
}

/** On several lines. */
export function plainText(text: string, most = 20_000): string {
  return withoutLinks(visibleText(text, most));
}

/** On one line of a list or a bar, where `$(name)` becomes an icon; here it is shown as it is written. */
export function plainLabel(text: string, most = 300): string {
  return plainLine(text, most).replaceAll("$(", "\\$(");
}

function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
