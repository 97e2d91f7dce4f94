import { knownKeys } from "../campaign/generated/known-keys";
import type { Caret } from "./caret";
import { unusedFirst } from "./arrange";

/** One entry of `snippets/campaign.json`. */
export interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** A snippet adapted to a caret. */
export interface PlacedSnippet {
  readonly name: string;
  readonly prefix: readonly string[];
  readonly description: string;
  /** The text in the editor's snippet syntax, indented with tabs. */
  readonly text: string;
  /** What it replaces. */
  readonly start: number;
  readonly end: number;
}

const days = "dialingStrategy/callingHours/days/*";

/** The snippets that fit at a caret, each with the comma it needs after it. None inside a text. */
export function snippetsAt(
  snippets: Readonly<Record<string, Snippet>>,
  caret: Caret,
  offset: number,
  text: string,
): readonly PlacedSnippet[] {
  const { place, token } = caret;
  if (place === "elsewhere" || token?.quoted === true) return [];
  const word = { start: token?.start ?? offset, end: token?.end ?? offset };
  return Object.entries(snippets).flatMap(([name, { prefix, description, body }]) => {
    const fitted = fit(body, caret, word, text);
    if (fitted === undefined) return [];
    const comma = caret.needsComma ? "," : "";
    return [{ name, prefix, description, ...word, ...fitted, text: fitted.text + comma }];
  });
}

interface Fitted {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

function fit(body: readonly string[], caret: Caret, word: Span, text: string): Fitted | undefined {
  const [first = ""] = body;
  const path = caret.path.map((segment) => (typeof segment === "number" ? "*" : segment)).join("/");
  const [, key] = /^"([^"]+)":/.exec(first) ?? [];
  if (key !== undefined) return asProperty(body, key, caret, path);
  if (first === "{") return asCampaign(body, caret, word, text);
  return caret.place === "value" && path === days ? asWindow(body, caret) : undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function asProperty(body: readonly string[], key: string, caret: Caret, path: string): Fitted | undefined {
  if (caret.place !== "key" || caret.keys.has(key)) return undefined;
  return knownKeys[path]?.includes(key) === true ? { text: body.join("\n") } : undefined;
}

/** A whole campaign fits in an empty text, and its properties fit in an empty object. */
function asCampaign(
  body: readonly string[],
  { place, path, keys, around }: Caret,
  word: Span,
  text: string,
): Fitted | undefined {
  if (path.length > 0) return undefined;
  if (around === undefined) return place === "value" ? { text: body.join("\n") } : undefined;
  if (place !== "key" || keys.size > 0) return undefined;
  const members = body.slice(1, body.lastIndexOf("}"));
  const before = text.slice(around.start + 1, word.start);
  const after = around.end === undefined ? "" : text.slice(word.end, around.end);
  if (/\S/.test(before + after)) return undefined;
  // A snippet on its own line is already indented.
  const opensLine = /[\r\n]/.test(before);
  const closesLine = around.end === undefined || /[\r\n]/.test(after);
  const head = opensLine ? "" : "\n\t";
  return {
    text:
      head +
      members.map((line) => line.replace(/^\t/, "")).join(opensLine ? "\n" : "\n\t") +
      (closesLine ? "" : "\n"),
    start: opensLine ? word.start : around.start + 1,
    end: closesLine ? word.end : around.end,
  };
}

/** Offers a window for any day, those without one first; and a day of two windows for the days without one. */
function asWindow(body: readonly string[], caret: Caret): Fitted | undefined {
  const text = body.join("\n");
  const choice = /\$\{1\|([^|]*)\|\}/.exec(text)?.[1]?.split(",") ?? [];
  const free = choice.filter((day) => !caret.days.has(day));
  const fillsDay = text.includes('"$1"');
  if (fillsDay && free.length === 0) return undefined;
  const offered = fillsDay ? free : unusedFirst(choice, caret.days);
  const [only = ""] = offered;
  const stop = offered.length === 1 ? `\${1:${only}}` : `\${1|${offered.join(",")}|}`;
  return { text: text.replace(`\${1|${choice.join(",")}|}`, () => stop) };
}
