import { oneOf } from "../text/patterns";

/**
 * JSON from a document or a web page with plain characters where JSON requires them: typographic quotes around a string
 * become straight ones, unusual spaces between values become plain ones, invisible characters between values are
 * removed. The content of strings is unchanged.
 */
export function repairJson(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    if (match === null) break;
    at = PIECE.lastIndex;
    const { kept, space, curly, other } = match.groups ?? {};
    if (curly !== undefined) {
      // A string in curly quotes ends at the quote after which JSON continues. The same quote inside its text does not
      // end it.
      CLOSE.lastIndex = at;
      const close = CLOSE.exec(text);
      if (close === null) break;
      parts.push(`"${escapeQuotes(close.groups?.["content"] ?? "")}"`);
      at = CLOSE.lastIndex;
    } else if (space !== undefined) parts.push(" ");
    else parts.push(kept ?? other ?? "");
  }
  parts.push(text.slice(at));
  return parts.join("");
}

const PIECE = oneOf("uy", [
  /(?<kept>"[^"\\]*(?:\\[^][^"\\]*)*"?|\/\/[^\r\n]*|\/\*(?:[^]*?\*\/|[^]*)|[ \t\r\n]+)/uy,
  /\p{Cf}+/uy,
  /(?<space>[^\S\r\n]+)/uy,
  /(?<curly>[\u201c-\u201f\u2033])/uy,
  /(?<other>[^])/uy,
]);

const CLOSE = /(?<content>[^]*?)(?<!\\)[\u201c-\u201f\u2033](?=[\s\p{Cf}]{0,99}[:,\]}])/uy;

function escapeQuotes(content: string): string {
  return content.replace(/\\[^]|"/g, (part) => (part === '"' ? '\\"' : part));
}
