import type * as Library from "./numbering-plans";
import type { ReadNumber } from "./phone-number";

let library: typeof Library | undefined;

/**
 * Reads phone numbers with libphonenumber. A composition root passes this function to the check. The numbering plans
 * load with the first number, because most editing never needs them.
 */
export const readNumber: ReadNumber = (text, country) => {
  if (text.length > maxLength) return readAnew(text, country);
  const key = `${country ?? ""} ${text}`;
  if (known.has(key)) return known.get(key);
  const number = readAnew(text, country);
  if (known.size >= maxKnown) known.clear();
  known.set(key, number);
  return number;
};

/** A team calls from few numbers, and its campaigns are checked again and again. */
const known = new Map<string, ReturnType<ReadNumber>>();
const maxKnown = 1_000;
/** Longer than a number in any format. */
const maxLength = 50;

const readAnew: ReadNumber = (text, country) => {
  // A dynamic import would make every check asynchronous for one rule.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-globals
  library ??= require("./numbering-plans") as typeof Library;
  const home = country !== undefined && library.isSupportedCountry(country) ? country : undefined;
  const number = library.parsePhoneNumberFromString(text, home === undefined ? {} : { defaultCountry: home });
  return number && { e164: number.number, country: number.country, valid: number.isValid() };
};
