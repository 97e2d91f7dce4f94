/** A part of a text, in UTF-16 units; `end` is not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Sorts spans and joins those that touch or overlap. */
export function mergeSpans(spans: readonly TextSpan[]): TextSpan[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** `spans` are in order and do not touch. */
export function replaceSpans(text: string, spans: readonly TextSpan[], replacement: string): string {
  let output = "";
  let from = 0;
  for (const { start, end } of spans) {
    output += text.slice(from, start) + replacement;
    from = end;
  }
  return output + text.slice(from);
}
