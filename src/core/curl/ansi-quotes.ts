/**
 * The text between `$'` and `'` in bash. Bytes are read as UTF-8 if they are valid, else as Latin-1, which some
 * browsers write.
 */
export function unescapeAnsi(text: string): string {
  return text.replace(
    ESCAPE,
    (whole, bytes?: string, four?: string, eight?: string, control?: string, letter?: string) => {
      if (bytes !== undefined) return fromBytes(bytes);
      if (control !== undefined) return String.fromCharCode(control.toUpperCase().charCodeAt(0) & 0x1f);
      const unit = four ?? eight;
      if (unit === undefined) return LETTERS[letter ?? ""] ?? letter ?? whole;
      const codePoint = Number.parseInt(unit, 16);
      return codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
    },
  );
}

const ESCAPE =
  /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\u([\dA-Fa-f]{1,4})|\\U([\dA-Fa-f]{1,8})|\\c([^])|\\([abeEfnrtv\\'"?])/g;

const LETTERS: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  E: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function fromBytes(escapes: string): string {
  const bytes = Array.from(escapes.matchAll(/\\(x?)([\dA-Fa-f]+)/g), ([, hex, digits = ""]) =>
    Number.parseInt(digits, hex === "" ? 8 : 16),
  ).map((byte) => byte & 0xff);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return bytes.map((byte) => String.fromCharCode(byte)).join("");
  }
}
