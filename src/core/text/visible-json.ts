/**
 * Escapes characters that hide, move or reorder the text around them as \uXXXX, which changes no value. Line ends and
 * tabs are layout. The two joiners remain, because names are spelled with them.
 */
export function visibleJson(json: string): string {
  // Most texts are printable ASCII, which this pattern finds out much faster than the next one.
  if (/^[\n\r\t -~]*$/.test(json)) return json;
  return json.replace(UNSEEN, escaped);
}

/** A character as `\u202f`, or as two of these outside of the basic plane. */
export function escaped(character: string): string {
  let escape = "";
  for (let at = 0; at < character.length; at++)
    escape += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  return escape;
}

const UNSEEN = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
