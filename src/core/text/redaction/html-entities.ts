import { hexDigit } from "./hex-digits";
import type { Written } from "./written";

/**
 * Reads the entity at an index: `&#101;`, `&#x65;` (also without the semicolon, as browsers do) or a named ASCII
 * character.
 */
export function entityAt(units: Uint16Array, index: number, length: number): Written | undefined {
  if (units[index + 1] !== NUMBER_SIGN) return namedAt(units, index, length);
  const isHex = ((units[index + 2] ?? 0) | 0x20) === 0x78;
  const base = isHex ? 16 : 10;
  const first = index + (isHex ? 3 : 2);
  let at = first;
  let codePoint = 0;
  while (at < length && at - first < MAX_DIGITS) {
    const digit = hexDigit(units[at] ?? 0);
    if (digit < 0 || digit >= base) break;
    codePoint = codePoint * base + digit;
    at++;
  }
  if (at === first || codePoint > 0x10ffff) return undefined;
  return { codePoint, length: at - index + (units[at] === SEMICOLON ? 1 : 0) };
}

const NUMBER_SIGN = 0x23;
const SEMICOLON = 0x3b;
/** Including leading zeros. The largest code point has seven digits in decimal. */
const MAX_DIGITS = 10;

function namedAt(units: Uint16Array, index: number, length: number): Written | undefined {
  let name = "";
  for (let at = index + 1; at < length && name.length <= LONGEST_NAME; at++) {
    const unit = units[at] ?? 0;
    if (unit === SEMICOLON) {
      const character = NAMED.get(name);
      return character === undefined
        ? undefined
        : { codePoint: character.charCodeAt(0), length: at + 1 - index };
    }
    name += String.fromCharCode(unit);
  }
  return undefined;
}

/** The HTML names of ASCII characters, and of the no-break space. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["AMP", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["excl", "!"],
  ["num", "#"],
  ["dollar", "$"],
  ["percnt", "%"],
  ["lpar", "("],
  ["rpar", ")"],
  ["ast", "*"],
  ["plus", "+"],
  ["comma", ","],
  ["period", "."],
  ["sol", "/"],
  ["colon", ":"],
  ["semi", ";"],
  ["equals", "="],
  ["quest", "?"],
  ["commat", "@"],
  ["lsqb", "["],
  ["lbrack", "["],
  ["bsol", "\\"],
  ["rsqb", "]"],
  ["rbrack", "]"],
  ["Hat", "^"],
  ["lowbar", "_"],
  ["UnderBar", "_"],
  ["grave", "`"],
  ["lcub", "{"],
  ["lbrace", "{"],
  ["verbar", "|"],
  ["vert", "|"],
  ["rcub", "}"],
  ["rbrace", "}"],
  ["Tab", "\t"],
  ["NewLine", "\n"],
]);
const LONGEST_NAME = 8;
