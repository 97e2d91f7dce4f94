import type { FoundSecret } from "./secret-finder";
import { mergeSpans, type TextSpan } from "./spans";
import { headerValueSpans, isBase64Unit, tokenSpans } from "./token-shapes";

/** The spans to remove from a text: the secrets found in it, texts that look like a token, values of secret headers. */
export function secretSpans(text: string, found: readonly FoundSecret[]): TextSpan[] {
  const plain = found.filter(({ isBase64 }) => !isBase64);
  const encoded = mergeSpans(found.filter(({ isBase64 }) => isBase64));
  return mergeSpans([
    ...plain,
    ...withNeighbors(text, encoded),
    ...tokenSpans(text),
    ...headerValueSpans(text),
  ]);
}

/**
 * Extends each span to all Base64 around it, because the neighbors contain the first and last bits. Visits each unit
 * once.
 */
function withNeighbors(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const wide: TextSpan[] = [];
  let from = 0;
  for (const span of spans) {
    if (span.end <= from) continue;
    let { start, end } = span;
    while (start > from && isBase64Unit(text.charCodeAt(start - 1))) start--;
    while (end < text.length && isBase64Unit(text.charCodeAt(end))) end++;
    wide.push({ start, end });
    from = end;
  }
  return wide;
}
