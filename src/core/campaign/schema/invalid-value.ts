import type { Node } from "jsonc-parser";
import { asItLooks } from "../../text/named-characters";
import type { CampaignDocument } from "../document";
import type { Accepts } from "./accepted-values";
import { nearest } from "../../text/nearest";
import type { Problem } from "../problem";
import type { SchemaError } from "./validator";
import { quoted, replace, type Explanation, type InvalidValue } from "./value-problem";
import { explainTime } from "./time-problem";
import { explainType } from "./type-problem";

/** The unit of each number, for messages. */
const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  maxRingTime: ["second", "seconds"],
  defaultRetryPeriod: ["minute", "minutes"],
  maxAttemptsPerRecord: ["attempt", "attempts"],
  maxSkips: ["skip", "skips"],
};

/** The problem of a value that the schema does not accept, with the intended value if only one is possible. */
export function invalidValueProblem(
  { text }: CampaignDocument,
  error: SchemaError,
  path: readonly string[],
  node: Node,
  fits: Accepts,
): Problem {
  const key = path.at(-1) ?? "";
  const name = key === "" ? "The campaign" : /^\d+$/.test(key) ? "This entry" : key;
  return {
    code: `schema/${error.keyword}`,
    severity: "error",
    pointer: error.instancePath,
    offset: node.offset,
    // Only the opening bracket is marked, because a whole underlined object is hard to read.
    length: node.type === "object" || node.type === "array" ? 1 : node.length,
    ...wordsFor({ error, key, name, node, text, accepts: fits }),
  };
}

function wordsFor(wrong: InvalidValue): Explanation {
  const { error, key, name, node } = wrong;
  const limit = Number(error.params["limit"]);
  switch (error.keyword) {
    case "type":
      return explainType(wrong, String(error.params["type"]));
    case "enum":
      return wrongChoice(wrong);
    case "maxLength": {
      const length = Array.from(String(node.value)).length;
      return {
        message: `${name} is ${length} characters long; the maximum is ${limit}. Shorten it.`,
        fixes: [],
      };
    }
    case "minimum":
    case "maximum": {
      const bound = error.keyword === "minimum" ? "the minimum" : "the maximum";
      const counted = counts(Number(node.value), key);
      return { message: `${name} is ${counted}; ${bound} is ${limit}.`, fixes: [] };
    }
    case "minItems":
      return {
        message: `${name} is empty, so nobody is called. Add at least one contact list.`,
        fixes: [],
      };
    case "pattern":
      return explainTime(wrong, String(node.value));
    default:
      return { message: `${name} has a value that the platform does not accept.`, fixes: [] };
  }
}

/** Allowed values that cause other problems, so they are never suggested. */
const doubtful = new Set(["sms", "DAILY", "CUSTOM"]);

function wrongChoice(wrong: InvalidValue): Explanation {
  const { error, name, node } = wrong;
  const { allowedValues } = error.params;
  const allowed = Array.isArray(allowedValues) ? allowedValues.map(String) : [];
  const meant = meantOf(node.value, allowed);
  const choice = `only ${alternatives(allowed)}, in this exact spelling.`;
  const message =
    meant === undefined || meant === "sms"
      ? `${name} is ${quoted(node.value)}; the platform accepts ${choice}`
      : `${name} is ${quoted(node.value)}. Did you mean ${JSON.stringify(meant)}? The platform accepts ${choice}`;
  // Case, spaces around it and invisible characters do not change the meaning.
  const safe = asItLooks(String(node.value)).trim().toLowerCase() === meant?.toLowerCase();
  return { message, fixes: meant === undefined || doubtful.has(meant) ? [] : [replace(wrong, meant, safe)] };
}

/** The allowed value that was meant: "monday" is MO, "fifo" is FIFO, "Previw" is Preview. */
function meantOf(value: unknown, allowed: readonly string[]): string | undefined {
  const word = asItLooks(String(value)).trim();
  const near = nearest(word, allowed);
  if (near !== undefined) return near;
  const upper = word.toUpperCase();
  const dayLike = /^(MON|TUES?|WED(NES)?|THU(RS?)?|FRI|SAT(UR)?|SUN)(DAY)?$/.test(upper);
  return dayLike ? allowed.find((code) => upper.startsWith(code)) : undefined;
}

function counts(value: number, key: string): string {
  const unit = units[key];
  return unit === undefined ? String(value) : `${value} ${Math.abs(value) === 1 ? unit[0] : unit[1]}`;
}

function alternatives(words: readonly string[]): string {
  const all = words.map((word) => JSON.stringify(word));
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1) ?? ""}`;
}
