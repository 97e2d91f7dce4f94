import { applyEdits, modify, parse, parseTree, type ParseError } from "jsonc-parser";

/** Keys from the root; numbers in lists. */
type Path = readonly (string | number)[];

/** The text with a value at the path, or without the property if it is undefined. */
function withValue(text: string, path: Path, value: unknown): string {
  return applyEdits(text, modify(text, [...path], value, {}));
}

/** The text without a property. */
export function without(text: string, path: Path): string {
  return withValue(text, path, undefined);
}

/** The campaign with a `|` in place of a value. */
export function valueFor(path: Path): string {
  const mark = "instead of a value";
  return withValue(whole, path, mark).replace(JSON.stringify(mark), "|");
}

/** What a text means without a property. */
export function restOf(text: string, path: Path): unknown {
  return parse(without(text, path));
}

/** The number of syntax errors. */
export function errorsIn(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  return errors.length;
}

/** A campaign with each property of a Preview campaign. */
export const whole = `{
  "name": "Billing",
  "description": "Reminds customers.",
  "contactLists": ["Bills due"],
  "dncLists": { "name": "Do not call" },
  "priority": "5",
  "dialingMode": "Preview",
  "dialingStrategy": {
    "callerId": { "phoneNumber": "+18165550100" },
    "callingHours": {
      "frequency": "WEEKLY",
      "timezone": "America/Chicago",
      "days": [
        { "day": "MO", "start": "9:00 AM", "end": "6:00 PM" }
      ]
    },
    "dialingOrder": "FIFO",
    "maxAttemptsPerRecord": 3,
    "defaultRetryPeriod": 60,
    "maxRingTime": 30
  },
  "schedule": { "isSchedulingEnabled": false },
  "queue_name": "Default Queue",
  "maxSkips": 1,
  "campaignType": "voice"
}`;
