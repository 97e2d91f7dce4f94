/** A snippet's text and tab stops, as VS Code parses them. Variables are rejected, because no snippet here needs one. */
type Part = string | { readonly stop: string; readonly default: readonly Part[] | undefined };

/** The text after pressing Tab until the end: every placeholder's default, and the first of every choice. */
export function expandSnippet(snippet: string): string {
  const { parts, end } = parse(snippet, 0, false);
  if (end !== snippet.length) throw new Error(`The snippet ends early, at ${end}.`);
  const defaults = new Map<string, readonly Part[]>();
  collect(parts, defaults);
  return render(parts, defaults);
}

function collect(parts: readonly Part[], defaults: Map<string, readonly Part[]>): void {
  for (const part of parts) {
    if (typeof part === "string" || part.default === undefined) continue;
    if (!defaults.has(part.stop)) defaults.set(part.stop, part.default);
    collect(part.default, defaults);
  }
}

/** All stops of one number show the same text, regardless of which of them has the default. */
function render(parts: readonly Part[], defaults: ReadonlyMap<string, readonly Part[]>): string {
  return parts
    .map((part) => (typeof part === "string" ? part : render(defaults.get(part.stop) ?? [], defaults)))
    .join("");
}

interface Parsed {
  readonly parts: readonly Part[];
  readonly end: number;
}

function parse(text: string, start: number, nested: boolean): Parsed {
  const parts: Part[] = [];
  let at = start;
  while (at < text.length && !(nested && text[at] === "}")) {
    if (text[at] === "\\" && /[\\$}]/.test(text[at + 1] ?? "")) {
      parts.push(text.charAt(at + 1));
      at += 2;
    } else if (text[at] === "$") {
      const stop = parseStop(text, at);
      parts.push(stop.part);
      at = stop.end;
    } else {
      parts.push(text.charAt(at));
      at += 1;
    }
  }
  return { parts, end: at };
}

function parseStop(text: string, at: number): { readonly part: Part; readonly end: number } {
  const [, bare, number, mark] = /^\$(?:(\d+)|\{(\d+)([:|}]))/.exec(text.slice(at)) ?? [];
  if (bare !== undefined) return { part: { stop: bare, default: undefined }, end: at + 1 + bare.length };
  if (number === undefined) throw new Error(`No tab stop at ${at}: ${text.slice(at, at + 20)}`);
  const inside = at + 2 + number.length + 1;
  if (mark === "}") return { part: { stop: number, default: undefined }, end: inside };
  if (mark === "|") {
    const [whole = "", choices = ""] = /^((?:[^\\|]|\\.)*)\|\}/.exec(text.slice(inside)) ?? [];
    if (whole === "") throw new Error(`A choice without an end at ${at}.`);
    const [first = ""] = choices.match(/^(?:[^\\,]|\\.)*/) ?? [];
    return { part: { stop: number, default: [first.replace(/\\(.)/g, "$1")] }, end: inside + whole.length };
  }
  const placeholder = parse(text, inside, true);
  if (text[placeholder.end] !== "}") throw new Error(`A placeholder without an end at ${at}.`);
  return { part: { stop: number, default: placeholder.parts }, end: placeholder.end + 1 };
}
