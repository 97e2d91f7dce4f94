import assert from "node:assert/strict";

/** Texts that a hostile file, account or folder may have as a name, each with what it tries. */
export const hostileTexts: Readonly<Record<string, string>> = {
  markup: `<img src=x onerror=alert(1)>"'&</title><script>alert(1)</script>`,
  "a link that runs a command": "[Open](command:workbench.action.terminal.new)",
  "a link to a host": "![x](https://evil.example/x.png) https://evil.example",
  "terminal codes": "\u001b[2J\u001b]8;;https://evil.example\u0007Accepted\u001b]8;;\u0007",
  "a new line and a workflow command": "a\r\n::error file=other.txt::Injected\n",
  "a right-to-left override": "Spring\u202enosj.ngiapmac",
  "isolates and marks": "\u2066Spring\u2069\u200e\u061c",
  "invisible characters": "Sp\u200bri\u2060ng\u00ad\ufeff\u{e0041}",
  "an icon": "$(check) Accepted",
};

/** What VS Code turns into a link in a notification, a dialog, an input box and the message of a view. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i;
/** Characters that are not visible or change how others are shown. */
const HIDDEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

export function assertVisible(text: string): void {
  assert.doesNotMatch(text, HIDDEN);
}

/** Of one line, for a place that an editor interprets. */
export function assertPlain(text: string): void {
  assertVisible(text);
  assert.doesNotMatch(text, /\n/);
  assert.doesNotMatch(text, LINK);
}

/** Of a place that also replaces the name of an icon. */
export function assertLabel(text: string): void {
  assertPlain(text);
  assert.doesNotMatch(text, /(?<!\\)\$\(/);
}

/** Markdown without HTML, in which a hostile text is neither a link nor an image. */
export function assertMarkdown(markdown: string): void {
  assertVisible(markdown);
  assert.doesNotMatch(markdown, /(?<!\\)\]\(/);
}
