/**
 * The unmatched tags of markup, and other errors for an XML parser: an attribute without quotes, a bare ampersand. Empty
 * for a well-formed text.
 */
export function openTags(markup: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
  for (const [whole, closes, name = "", attributes = "", isEmpty] of markup.matchAll(tag)) {
    const names = [...attributes.matchAll(/\s([\w:-]+)="/g)].map(([, each]) => each);
    if (new Set(names).size < names.length) faults.push(`twice: ${whole}`);
    if (closes === "/") {
      if (open.pop() !== name) faults.push(whole);
    } else if (isEmpty !== "/") open.push(name);
  }
  const text = markup.replace(tag, "");
  if (/[<]/.test(text)) faults.push(`a bare <: ${text.slice(text.indexOf("<"), text.indexOf("<") + 40)}`);
  const bare = /&(?!(?:amp|lt|gt|quot|#39);)/.exec(markup);
  if (bare !== null) faults.push(`a bare &: ${markup.slice(bare.index, bare.index + 40)}`);
  return [...faults, ...open];
}
