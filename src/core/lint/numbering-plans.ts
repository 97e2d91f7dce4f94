import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { ReadNumber } from "./phone-number";

/** Reads with the world’s numbering plans, about 200 kB. They are bundled separately, so that they load only when needed. */
export const readWithPlans: ReadNumber = (text, country) => {
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
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text, home === undefined ? {} : { defaultCountry: home });
  return number && { e164: number.number, country: number.country, valid: number.isValid() };
};
