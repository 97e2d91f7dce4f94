import { visibleLine } from "../text/visible";

/** A part of a campaign in an outline: a property, named by its key, or an item of a list, named by its index. */
export interface OutlineSymbol<Symbol> {
  readonly name: string;
  /** The value of a property if it is not an object or list. */
  readonly detail?: string;
  readonly children?: readonly Symbol[];
}

export interface OutlineText<Symbol> {
  /** Whether a symbol's children are items of a list. */
  readonly isList: (symbol: Symbol) => boolean;
  /** The JSON text of an item without children. */
  readonly textOf: (item: Symbol) => string;
}

/** The longest name of an item, in UTF-16 units. */
const maxLength = 80;

/**
 * Names the items of lists by their content instead of their index: a calling window "MO 9:00 AM–6:00 PM", a text by
 * itself, an object by its name. An item without content has its position, counted from 1.
 */
export function nameItems<Symbol extends OutlineSymbol<Symbol>>(
  symbols: readonly Symbol[],
  { isList, textOf }: OutlineText<Symbol>,
): Symbol[] {
  const named = (symbol: Symbol): Symbol => {
    const children = (symbol.children ?? []).map(named);
    return { ...symbol, children: isList(symbol) ? children.map(namedItem) : children };
  };
  const namedItem = (item: Symbol, index: number): Symbol => {
    const { children = [] } = item;
    const content = children.length === 0 ? valueOf(textOf(item)) : nameOfObject(children);
    const name = visibleLine(content, maxLength).trim();
    return { ...item, name: name === "" ? `Item ${index + 1}` : name };
  };
  return symbols.map(named);
}

/** A text without its quotes; empty for an empty object or list. */
function valueOf(json: string): string {
  return /^[{[]/.test(json) ? "" : json.replace(/^"|"$/g, "");
}

function nameOfObject(properties: readonly OutlineSymbol<unknown>[]): string {
  const detailOf = (key: string) => valueOf(properties.findLast(({ name }) => name === key)?.detail ?? "");
  const [start, end] = [detailOf("start"), detailOf("end")];
  const hours = start === "" && end === "" ? "" : `${start === "" ? "…" : start}–${end === "" ? "…" : end}`;
  const window = `${detailOf("day")} ${hours}`.trim();
  return window === "" ? detailOf("name") : window;
}
