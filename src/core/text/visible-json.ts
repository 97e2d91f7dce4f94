/**
 * Escapes characters that hide, move or reorder the text around them as \uXXXX, which changes no value. Line ends and
 * tabs are layout. The two joiners remain, because names are spelled with them.
 */
export function visibleJson(json: string): string {
  // Most texts are printable ASCII, which this pattern finds out much faster than the next one.
  if (/^[\n\r\t -~]*$/.test(json)) return json;
  return json.replace(UNSEEN, (character) => {
    let escaped = "";
    for (let at = 0; at < character.length; at++)
      escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    return escaped;
  });
}

const UNSEEN = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
