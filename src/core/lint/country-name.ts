import type { ReadNumber } from "./phone-number";

let english: Intl.DisplayNames | undefined;

/** The English name of a country by its ISO 3166 code, or the code if it has no name. */
export function countryName(code: string): string {
  english ??= new Intl.DisplayNames(["en"], { type: "region" });
  return english.of(code) ?? code;
}

/** The English name of a number's country; undefined if the number does not decide it or is not valid. */
export function countryOfNumber(text: string, readNumber: ReadNumber): string | undefined {
  const number = readNumber(text);
  return number?.valid === true && number.country !== undefined ? countryName(number.country) : undefined;
}
