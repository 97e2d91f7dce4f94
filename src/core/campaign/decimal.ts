/** A number without leading and trailing zeros: `digits` times ten to the power of `exponent`. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** Whether two JSON numbers are exactly equal, such as `1e2` and `100.0`, regardless of floating-point precision. */
export function sameNumber(one: string, other: string): boolean {
  const [a, b] = [toDecimal(one), toDecimal(other)];
  if (a.digits !== b.digits) return false;
  return a.digits === "" || (a.negative === b.negative && a.exponent === b.exponent);
}

function toDecimal(text: string): Decimal {
  const negative = text.startsWith("-");
  const [mantissa = "", power = "0"] = text.slice(negative ? 1 : 0).split(/e/i);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  let start = 0;
  while (all.charAt(start) === "0") start++;
  let end = all.length;
  while (end > start && all.charAt(end - 1) === "0") end--;
  const exponent = Number(power) - fraction.length + (all.length - end);
  return { negative, digits: all.slice(start, end), exponent };
}
