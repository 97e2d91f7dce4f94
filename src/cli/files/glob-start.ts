/**
 * A pattern, cut where its first dynamic part begins: the folder that a search starts in, and what is looked for in it.
 * A search that starts too high walks the whole disk. The folder's escapes are resolved: `\[a\]/*` starts in `[a]`.
 */
export function splitGlob(pattern: string): { readonly start: string; readonly rest: string } {
  let cut = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "\\") at++;
    else if (character === "/") cut = at + 1;
    else if (DYNAMIC.includes(character)) break;
  }
  return { start: pattern.slice(0, cut).replace(/\\(.)/gs, "$1"), rest: pattern.slice(cut) };
}

/** What makes a part of a pattern more than a name. */
const DYNAMIC = "*?[]{}()!+@|";
