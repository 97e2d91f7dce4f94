/** Escapes a text for Markdown, so that it is displayed as written: without links, HTML and emphasis. */
export function toMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
