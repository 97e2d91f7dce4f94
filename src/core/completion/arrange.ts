import type { CompletionItem } from "vscode-json-languageservice";
import { isForMode, modesFor } from "../campaign/modes";
import { day as dayLength, formatTime, parseTime } from "../campaign/time-of-day";
import { days } from "../hours/week";
import type { Caret } from "./caret";

/** The values without those that are used already, followed by the used ones. Both keep their order. */
export function unusedFirst(values: readonly string[], used: ReadonlySet<string>): string[] {
  return [...values.filter((value) => !used.has(value)), ...values.filter((value) => used.has(value))];
}

/**
 * Orders the library's items by the rest of the file, and removes those that cannot be right: labels that are not
 * values, and times on the wrong side of the window's other time.
 */
export function arrangeItems(items: readonly CompletionItem[], caret: Caret): CompletionItem[] {
  if (caret.place === "key") return byMode(items, caret);
  const values = withoutTitles(items);
  const [list, , key] = caret.path.slice(-3);
  if (list !== "days") return values;
  if (key === "day") return ordered(values, unusedFirst(days, caret.days).map(quoted));
  return key === "start" || key === "end" ? fittingTimes(values, caret, key) : values;
}

/** The properties that have an effect in the dialing mode of the file come first. The others name their modes. */
function byMode(items: readonly CompletionItem[], { path, values }: Caret): CompletionItem[] {
  if (path.length > 0) return [...items];
  const mode = values.get("dialingMode");
  return items.map((item) => {
    if (isForMode(item.label, mode)) return item;
    const description = `only ${modesFor(item.label)?.join(", ") ?? ""}`;
    const sortText = afterOthers + (item.sortText ?? item.label);
    return { ...item, labelDetails: { description }, sortText };
  });
}

/** Sorts an item after all keys, and before the snippets. */
const afterOthers = "z~";

/**
 * The schema offers each property's snippet under a title, such as "Choose a day", next to the values themselves. An
 * item without a value as its label remains only if it inserts what no other does: a value whose label the library
 * cut, or an object or list with tab stops.
 */
function withoutTitles(items: readonly CompletionItem[]): CompletionItem[] {
  const values = new Set(items.filter(({ label }) => isJson(label)).map(compactText));
  return items.filter((item) => isJson(item.label) || (insertsValue(item) && !values.has(compactText(item))));
}

function insertsValue(item: CompletionItem): boolean {
  const text = textOf(item).trim();
  return /^[{[]/.test(text) || (!text.includes("${") && isJson(text.replace(/,$/, "")));
}

function textOf({ textEdit, insertText, label }: CompletionItem): string {
  return textEdit?.newText ?? insertText ?? label;
}

/** The inserted text without spaces, tab stops and the comma after it. */
function compactText(item: CompletionItem): string {
  return textOf(item)
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\\\}|\s+/g, (part) => part.slice(1).trim())
    .replace(/,$/, "");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function ordered(items: readonly CompletionItem[], labels: readonly string[]): CompletionItem[] {
  return items.map((item) => {
    const index = labels.indexOf(item.label);
    return index < 0 ? item : { ...item, sortText: String(index).padStart(2, "0") };
  });
}

/**
 * The schema's examples of a time that leave a window open, in order. If there are none, the full hours that do, and
 * the end of the day.
 */
function fittingTimes(
  items: readonly CompletionItem[],
  { values }: Caret,
  key: "start" | "end",
): CompletionItem[] {
  const other = parseTime(values.get(key === "end" ? "start" : "end") ?? "");
  const timeOf = ({ label }: CompletionItem) => parseTime(label.replaceAll('"', ""));
  const isRight = (time: number | undefined) =>
    other === undefined || time === undefined || (key === "end" ? time > other : time < other);
  const right = items.filter((item) => isRight(timeOf(item)));
  const [example] = items;
  const found =
    right.length > 0 || example === undefined
      ? right
      : hours.filter(isRight).map((time) => withTime(example, formatTime(time)));
  return found
    .toSorted((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))
    .map((item, index) => ({ ...item, sortText: String(index).padStart(2, "0") }));
}

/** The full hours and the last minute of a day. A window cannot end at midnight, because it would end before it starts. */
const hours = [...Array.from({ length: 24 }, (_, hour) => hour * 60), dayLength - 1];

/** The same item for another time. */
function withTime(example: CompletionItem, time: string): CompletionItem {
  const { label, textEdit } = example;
  const before = label.replaceAll('"', "");
  const newText = textEdit?.newText.replace(before, time);
  const item: CompletionItem = { ...example, label: quoted(time) };
  delete item.filterText;
  delete item.insertText;
  return textEdit === undefined || newText === undefined
    ? item
    : { ...item, textEdit: { ...textEdit, newText } };
}

function quoted(value: string): string {
  return JSON.stringify(value);
}
