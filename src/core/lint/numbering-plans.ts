/** The numbering plans of the world, some 200 kB of them: a file of its own beside the bundle that reads numbers. */
export { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
