/**
 * Secrets and texts are compared unit by unit. White space, invisible characters and backslashes are skipped, because
 * mails, terminals and shells add them; the two Base64 alphabets count as one.
 */

/** Replaces U+0000, because 0 marks a skipped unit. */
const NULL_UNIT = 0xffff;

/** White space as in `\s`, the soft hyphen, the word joiner and the backslash, in addition to U+2000 to U+200D. */
const IGNORED = [
  9, 10, 11, 12, 13, 32, 0x5c, 0xa0, 0xad, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
];

let table: Uint16Array | undefined;

/** The comparable value of each UTF-16 unit; 0 if it is skipped. Computed at the first call, not when the program starts. */
export function comparableUnits(): Uint16Array {
  return (table ??= toTable());
}

function toTable(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  units[0] = NULL_UNIT;
  for (const unit of IGNORED) units[unit] = 0;
  units.fill(0, 0x2000, 0x200e);
  units["-".charCodeAt(0)] = "+".charCodeAt(0);
  units["_".charCodeAt(0)] = "/".charCodeAt(0);
  return units;
}

export function toComparable(text: string): number[] {
  const comparable = comparableUnits();
  const units: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = comparable[text.charCodeAt(index)] ?? 0;
    if (unit !== 0) units.push(unit);
  }
  return units;
}
