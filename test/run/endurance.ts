/** Whether a test that repeats something does it as often as `npm run endure`, or only a few times. */
export const isEndurance = process.env["CAMPAIGN_JSON_ENDURE"] === "1";

/** How often to repeat: the first number in every run of the tests, the second in `npm run endure`. */
export function times(usual: number, endurance: number): number {
  return isEndurance ? endurance : usual;
}

/** Prints a measured value, in `npm run endure` only. */
export function tellFigure(what: string, value: number | string): void {
  if (isEndurance) console.log(`    ${String(value).padStart(9)}  ${what}`);
}
