/** The value of a hexadecimal digit in either case; -1 for any other unit. */
export function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The value of hexadecimal digits; -1 if one of them is not a digit. */
export function hexAt(units: Uint16Array, index: number, digits: number): number {
  let value = 0;
  for (let at = index; at < index + digits; at++) {
    const digit = hexDigit(units[at] ?? 0);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
