import { tokensOf, type TokenKind } from "./syntax/tokens";

/** The maximum length of a joined line, in UTF-16 units. */
const width = 100;

interface Open {
  readonly start: number;
  /** The content on one line; undefined if it contains something that needs its own lines. */
  line: string | undefined;
  broken: boolean;
}

/**
 * Applies the layout of campaign files to a text with each property and item on its own line: an object or list that
 * contains only simple values is joined to one line if it fits, so that each calling window has one line. Objects and
 * lists with a comment, and the campaign itself, remain as they are.
 * @param from offset where joining starts
 * @param to offset where joining ends
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
      // The objects around this one cannot be joined either.
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

/** Looks back at most the length of a joined line. */
function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at <= width && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

/** The same for a text in snippet syntax, whose tab stops contain brackets and commas. */
export function joinShortLinesOfSnippet(snippet: string): string {
  const stops: string[] = [];
  const plain = snippet.replace(/\$\{\d+(?::[^}]*|\|[^|]*\|)\}/g, (stop) => {
    stops.push(stop);
    return `\u{E000}`;
  });
  // Outside of a tab stop, a closing brace is literal, whether escaped or not.
  const unescaped = plain.replace(/\\([\\$}])/g, (escaped, character) => (character === "}" ? "}" : escaped));
  // Joins only inside the outermost brackets, as in a campaign.
  const joined = joinShortLines(`[${unescaped}]`).slice(1, -1);
  let next = 0;
  return joined.replace(/\u{E000}/gu, () => stops[next++] ?? "");
}
