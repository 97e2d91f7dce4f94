import type * as Library from "./numbering-plans";
import type { ReadNumber } from "./phone-number";

let library: typeof Library | undefined;

/**
 * The numbering plans of the world, from libphonenumber. A root hands this to the check; the plans are loaded when the
 * first number has to be read, as most editing never needs them.
 */
export const readNumber: ReadNumber = (text, country) => {
  // A dynamic import would make every check asynchronous for the sake of one rule.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-globals
  library ??= require("./numbering-plans") as typeof Library;
  const home = country !== undefined && library.isSupportedCountry(country) ? country : undefined;
  const number = library.parsePhoneNumberFromString(text, home === undefined ? {} : { defaultCountry: home });
  return number && { e164: number.number, country: number.country, valid: number.isValid() };
};
