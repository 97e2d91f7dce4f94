/** The world's numbering plans, about 200 kB. They are bundled separately, so that they load only when needed. */
export { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
