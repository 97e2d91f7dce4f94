import { applyEdits, modify, parse, parseTree, type ParseError } from "jsonc-parser";

/** Keys from the root; numbers in lists. */
type Path = readonly (string | number)[];

/** The text without a property. */
export function without(text: string, path: Path): string {
  return applyEdits(text, modify(text, [...path], undefined, {}));
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
