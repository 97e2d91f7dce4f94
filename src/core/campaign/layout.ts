import { tokensOf, type TokenKind } from "./syntax/tokens";

/** The longest line that an object or list is joined to, in UTF-16 units. */
const width = 100;

interface Open {
  readonly start: number;
  /** What it contains, in one line; undefined once it contains what needs lines of its own. */
  line: string | undefined;
  broken: boolean;
}

/**
 * The layout of campaign files, from a text with every property and item in a line of its own: an object or list that
 * contains only texts, numbers and the like takes one line where it fits, so that each calling window has a line. What
 * contains a comment stays as it is, and so does the campaign itself.
 * @param from offset from which on objects and lists are joined
 * @param to offset up to which they are joined
 */
export function joinShortLines(text: string, from = 0, to = text.length): string {
  const open: Open[] = [];
  let joined = "";
  let kept = 0;
  for (const { kind, start, end } of tokensOf(text)) {
    const top = open.at(-1);
    if (kind === "line-break") {
      if (top !== undefined) top.broken = true;
    } else if (kind === "{" || kind === "[") {
      if (top !== undefined) top.line = undefined;
      open.push({ start, line: "", broken: false });
    } else if (kind === "}" || kind === "]") {
      const closed = open.pop();
      if (closed?.line === undefined || !closed.broken || open.length === 0) continue;
      const pad = kind === "}" && closed.line !== "" ? " " : "";
      const line = text.charAt(closed.start) + pad + closed.line + pad + text.slice(start, end);
      const before = closed.start - startOfLine(text, closed.start);
      if (closed.start < from || end > to || before + line.length > width) continue;
      joined += text.slice(kept, closed.start) + line;
      kept = end;
    } else if (kind === "line-comment" || kind === "block-comment") {
      // The objects around it contain this one and are not joined either.
      if (top !== undefined) top.line = undefined;
    } else if (kind !== "space" && top?.line !== undefined)
      top.line += written(kind, text.slice(start, end), top.line);
  }
  return joined + text.slice(kept);
}

function written(kind: TokenKind, token: string, line: string): string {
  const glued = line === "" || kind === "," || kind === ":";
  return glued ? token : ` ${token}`;
}

/** Looks back as far as a line may be long. */
function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at <= width && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

/** The same for a text in the snippet syntax, whose tab stops contain brackets and commas of their own. */
export function joinShortLinesOfSnippet(snippet: string): string {
  const stops: string[] = [];
  const plain = snippet.replace(/\$\{\d+(?::[^}]*|\|[^|]*\|)\}/g, (stop) => {
    stops.push(stop);
    return `\u{E000}`;
  });
  // Outside of a tab stop a closing brace means itself, escaped or not.
  const unescaped = plain.replace(/\\([\\$}])/g, (escaped, character) => (character === "}" ? "}" : escaped));
  // Within the outermost brackets, as in a campaign.
  const joined = joinShortLines(`[${unescaped}]`).slice(1, -1);
  let next = 0;
  return joined.replace(/\u{E000}/gu, () => stops[next++] ?? "");
}
