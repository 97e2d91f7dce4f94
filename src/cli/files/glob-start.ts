/**
 * Splits a pattern where its first dynamic part begins: the folder to search, and the pattern inside it. A search that
 * starts too high would walk the whole disk. Escapes in the folder are resolved: `\[a\]/*` starts in `[a]`.
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

/** Characters that make a part of a pattern dynamic. */
const DYNAMIC = "*?[]{}()!+@|";
