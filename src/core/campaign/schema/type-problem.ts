import { getNodeValue, type Node } from "jsonc-parser";
import { childOf } from "../document";
import type { Edit } from "../problem";
import { timeFixes } from "./time-problem";
import { quoted, replace, type Explanation, type InvalidValue } from "./value-problem";

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** The problem of a value with the wrong type. */
export function explainType(wrong: InvalidValue, type: string): Explanation {
  const { name, key, node } = wrong;
  const must = `${name} must be ${typeWords[type] ?? type}`;
  const words =
    type === "string"
      ? notText(wrong, must)
      : type === "integer"
        ? notWhole(wrong, must)
        : type === "boolean"
          ? notTruth(wrong, must)
          : type === "array"
            ? notList(wrong, must)
            : undefined;
  if (words !== undefined) return words;
  const list = key === "dncLists" ? onlyName(node)?.trim() : undefined;
  if (list !== undefined && list !== "") {
    const message = `${must} with one name: write { "name": ${JSON.stringify(list)} }.`;
    return { message, fixes: [{ ...replace(wrong, { name: list }), title: "Write it as an object" }] };
  }
  return { message: `${must}, not ${typeWords[node.type] ?? node.type}.`, fixes: [] };
}

function notText(wrong: InvalidValue, must: string): Explanation | undefined {
  const { key, node, text, accepts: fits } = wrong;
  if (key === "enableMachineDetect" && node.type === "boolean") {
    const message = `${must}: version 1 took true or false, version 2 takes "no", "detect" or "disconnect".`;
    return { message, fixes: node.value === false ? [replace(wrong, "no")] : [] };
  }
  if (node.type === "array") {
    const [only, ...rest] = node.children ?? [];
    const value: unknown = only?.value;
    if (rest.length > 0 || typeof value !== "string" || value.trim() === "" || !fits(value)) return undefined;
    return {
      message: `${must}: write ${quoted(value)} without the brackets.`,
      fixes: [replace(wrong, value)],
    };
  }
  if (node.type !== "number") return undefined;
  if (key === "phoneNumber") {
    return { message: `${must}: write it in quotes, with + and the country code.`, fixes: [] };
  }
  const digits = text.slice(node.offset, node.offset + node.length);
  if (key === "start" || key === "end") return numberForTime(wrong, must, digits);
  const meant = [digits, String(node.value)].find(fits);
  if (meant === undefined || key === "timezone") return undefined;
  return {
    message: `${must}: write ${JSON.stringify(meant)}.`,
    fixes: [replace(wrong, meant, meant === digits)],
  };
}

function numberForTime(wrong: InvalidValue, must: string, digits: string): Explanation | undefined {
  const fixes = timeFixes(wrong, digits);
  if (fixes.length === 0) return undefined;
  const message =
    fixes.length === 1
      ? `${must}: ${fixes[0]?.title.replace(/^W/, "w") ?? ""}.`
      : `${must} with hours, minutes and AM or PM; ${digits} can mean several times. Choose one.`;
  return { message, fixes };
}

function notWhole(wrong: InvalidValue, must: string): Explanation | undefined {
  const { node, accepts: fits } = wrong;
  const value: unknown = node.value;
  if (node.type === "number") return { message: `${must}; ${String(value)} is not one.`, fixes: [] };
  if (typeof value !== "string" || !/^\s*-?\d{1,15}\s*$/.test(value) || !fits(Number(value)))
    return undefined;
  const safe = String(Number(value)) === value.trim();
  return {
    message: `${must}: write ${Number(value)} without quotes.`,
    fixes: [replace(wrong, Number(value), safe)],
  };
}

function notTruth(wrong: InvalidValue, must: string): Explanation | undefined {
  const value: unknown = wrong.node.value;
  if (value !== "true" && value !== "false") return undefined;
  // No fix for "true": the create call takes no dates, so it may be a mistake.
  const fixes = value === "false" ? [replace(wrong, false)] : [];
  return { message: `${must}: write ${value} without quotes.`, fixes };
}

function notList(wrong: InvalidValue, must: string): Explanation | undefined {
  const { node, accepts: fits } = wrong;
  const value: unknown = node.type === "object" ? getNodeValue(node) : node.value;
  if (typeof value === "string") {
    const name = value.trim();
    if (name === "" || !fits([name])) return undefined;
    const fix = { ...replace(wrong, [name]), title: "Write it as a list" };
    return { message: `${must}: write [${quoted(name)}].`, fixes: [fix] };
  }
  if (node.type !== "object" || !fits([value])) return undefined;
  const edits = [insert(node.offset, "["), insert(node.offset + node.length, "]")];
  const fix = { title: "Write it as a list", edits, preferred: true, safe: false };
  return { message: `${must}: write it between [ and ].`, fixes: [fix] };
}

function insert(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

/** The list name in `"DNC"`, `["DNC"]` or `[{"name": "DNC"}]`; undefined with more than one. */
function onlyName(node: Node): string | undefined {
  if (node.type === "string") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "object") {
    const name: unknown = childOf(node, "name")?.value;
    return typeof name === "string" ? name : undefined;
  }
  const [first, ...rest] = node.children ?? [];
  return node.type === "array" && first !== undefined && rest.length === 0 ? onlyName(first) : undefined;
}
