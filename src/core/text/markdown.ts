/** Text for a place that reads Markdown, shown as it is: no link, no HTML and no emphasis comes of it. */
export function toMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
