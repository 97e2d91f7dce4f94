let english: Intl.DisplayNames | undefined;

/** The English name of a country by its ISO 3166 code, or the code if it has no name. */
export function countryName(code: string): string {
  english ??= new Intl.DisplayNames(["en"], { type: "region" });
  return english.of(code) ?? code;
}
