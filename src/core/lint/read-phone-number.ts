import type * as Library from "./numbering-plans";
import type { ReadNumber } from "./phone-number";

let library: typeof Library | undefined;

/**
 * Reads phone numbers with libphonenumber. A composition root passes this function to the check. The numbering plans
 * load with the first number, because most editing never needs them.
 */
export const readNumber: ReadNumber = (text, country) => {
  // A dynamic import would make every check asynchronous for one rule.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-globals
  library ??= require("./numbering-plans") as typeof Library;
  return library.readWithPlans(text, country);
};
