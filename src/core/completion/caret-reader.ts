import type { Segment } from "../campaign/pointer";
import type { TokenKind } from "../campaign/syntax/tokens";

/** The position of a caret in the text of a campaign, complete or not. Offsets count UTF-16 units. */
export interface Caret {
  /** `elsewhere`: in a comment, after a closed text, or where only a colon can follow. */
  readonly place: "key" | "value" | "elsewhere";
  /** The path to the value at the caret; for a key, to its object. */
  readonly path: readonly Segment[];
  /** The text at the caret. */
  readonly token: Token | undefined;
  /** The offset of a comma that is missing before the caret. */
  readonly missingComma: number | undefined;
  /** Whether another property or item follows without a comma. */
  readonly needsComma: boolean;
  /** The other keys of the object around the caret. */
  readonly keys: ReadonlySet<string>;
  /** The texts of the other properties of that object, by key. */
  readonly values: ReadonlyMap<string, string>;
  /** The other texts in the list around the caret. */
  readonly items: ReadonlySet<string>;
  /** Days of the calling windows in the list around the caret or around its window, without the one at the caret. */
  readonly days: ReadonlySet<string>;
  /** The start of the object or list around the caret and, if it is closed, its end. */
  readonly around: { readonly start: number; readonly end: number | undefined } | undefined;
}

/** A quoted text, or the unquoted words of one line. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Whether it has a closing quote. */
  readonly closed: boolean;
}

type Expected = "key" | "colon" | "value" | "comma";

/** An open object or list; the outermost one is the document. */
interface Frame {
  readonly kind: "document" | "object" | "list";
  readonly start: number;
  readonly keys: Set<string>;
  readonly values: Map<string, string>;
  readonly items: Set<string>;
  readonly days: Set<string>;
  expected: Expected;
  key: string;
  index: number;
  /** The end of its last value. */
  lastEnd: number | undefined;
}

interface Draft {
  place: Caret["place"];
  path: Segment[];
  token: Token | undefined;
  missingComma: number | undefined;
  needsComma: boolean;
  frame: Frame;
  /** The list of `frame`, or that `frame` is directly in. */
  list: Frame | undefined;
  /** The number of frames around it. */
  depth: number;
  end: number | undefined;
  /** Whether the next token shows if a comma is missing. */
  open: boolean;
}

/** Reads the tokens of a text and records the context of one offset. */
export class CaretReader {
  private readonly frames: Frame[] = [newFrame("document", 0)];
  /** The number of open frames of each kind, so that an unmatched bracket needs no search. */
  private readonly open = { document: 1, object: 0, list: 0 };
  private draft: Draft | undefined;
  /** Consecutive unquoted words on one line count as one. */
  private words: { start: number; end: number } | undefined;

  constructor(private readonly offset: number) {}

  endOfLine(start: number): void {
    this.endWords();
    if (this.draft === undefined && start >= this.offset) this.between();
  }

  comment(start: number, end: number): void {
    this.endWords();
    if (this.draft !== undefined || end < this.offset) return;
    this.between();
    if (start < this.offset) elsewhere(this.drafted);
  }

  token(kind: TokenKind, start: number, end: number, closed: boolean, value: string): void {
    if (kind === "word") {
      this.words = { start: this.words?.start ?? start, end };
      return;
    }
    // As in UTC+5:30, unless the words are a key.
    if (kind === ":" && this.words?.end === start && this.top.expected === "value") {
      this.words.end = end;
      return;
    }
    this.endWords();
    if (this.draft === undefined && start >= this.offset) this.between();
    if (kind === "text") this.text({ start, end, quoted: true, closed }, value);
    else this.punctuation(kind, start, end);
  }

  finish(): Caret {
    this.endWords();
    if (this.draft === undefined) this.between();
    const draft = this.drafted;
    const { place, path, token, missingComma, needsComma, frame, list, end } = draft;
    const { keys, values, items } = frame;
    const around = frame.kind === "document" ? undefined : { start: frame.start, end };
    const days = (list ?? frame).days;
    return { place, path, token, missingComma, needsComma, keys, values, items, days, around };
  }

  private get drafted(): Draft {
    if (this.draft === undefined) throw new Error("The caret was not reached.");
    return this.draft;
  }

  private get top(): Frame {
    const frame = this.frames.at(-1);
    if (frame === undefined) throw new Error("The document was closed.");
    return frame;
  }

  private endWords(): void {
    const { words } = this;
    if (words === undefined) return;
    this.words = undefined;
    if (this.draft === undefined && words.start > this.offset) this.between();
    this.text({ ...words, quoted: false, closed: false }, "");
  }

  /** The caret is in the space before a token. */
  private between(): void {
    this.settle(undefined, undefined);
  }

  /** A text or words: a key, a value, or the next element after a missing comma. */
  private text(token: Token, value: string): void {
    const { top } = this;
    this.beforeValue();
    if (top.kind === "object" && top.expected !== "value") {
      const isAtCaret = this.settleIn(token);
      top.key = value;
      top.expected = "colon";
      if (!isAtCaret && token.quoted) top.keys.add(value);
      return;
    }
    const isAtCaret = this.settleIn(token);
    if (!isAtCaret && token.quoted) this.note(value);
    this.afterValue(token.end);
  }

  /** Records a text for a caret in the same object or list, and the day of a window for a caret in the same week. */
  private note(value: string): void {
    const { top } = this;
    const list = this.frames.at(-2);
    if (top.kind === "list") top.items.add(value);
    if (top.kind !== "object") return;
    top.values.set(top.key, value);
    if (top.key === "day" && list?.kind === "list") list.days.add(value);
  }

  private punctuation(kind: TokenKind, start: number, end: number): void {
    const { top } = this;
    if (kind === "{" || kind === "[") {
      this.beforeValue();
      const opened = kind === "{" ? "object" : "list";
      this.open[opened]++;
      this.frames.push(newFrame(opened, start));
    } else if (kind === ",") {
      this.decided();
      top.expected = top.kind === "object" ? "key" : "value";
      if (top.kind === "list") top.index++;
      top.lastEnd = undefined;
    } else if (kind === ":") {
      this.decided();
      if (top.kind === "object") top.expected = "value";
    } else this.close(kind === "}" ? "object" : "list", start, end);
  }

  private close(kind: Frame["kind"], start: number, end: number): void {
    this.decided();
    // The check reports unmatched brackets.
    if (this.open[kind] === 0) return;
    let closed = this.frames.pop();
    while (closed !== undefined) {
      this.open[closed.kind]--;
      if (closed.kind === kind) break;
      closed = this.frames.pop();
    }
    const { draft } = this;
    if (draft !== undefined && draft.depth >= this.frames.length) draft.end ??= start;
    this.afterValue(end);
  }

  private beforeValue(): void {
    const { draft, top } = this;
    if (draft?.open === true && draft.frame === top) draft.needsComma = true;
    this.decided();
  }

  private decided(): void {
    if (this.draft !== undefined) this.draft.open = false;
  }

  private afterValue(end: number): void {
    const { top } = this;
    top.lastEnd = end;
    top.expected = "comma";
  }

  private settleIn(token: Token): boolean {
    const { offset } = this;
    const inside = token.quoted
      ? token.start < offset && (token.closed ? offset < token.end : offset <= token.end)
      : token.start <= offset && offset <= token.end;
    if (this.draft !== undefined || !(inside || offset === token.end)) return false;
    this.settle(token, inside);
    return inside;
  }

  private settle(token: Token | undefined, inside: boolean | undefined): void {
    const { top } = this;
    const path = this.path();
    const isKey = top.kind === "object" && top.expected !== "value";
    const missing = top.expected === "comma" && top.kind !== "document" ? top.lastEnd : undefined;
    const follows = top.kind === "document" && top.expected === "comma";
    const draft: Draft = {
      place: isKey ? "key" : "value",
      path: isKey ? path.slice(0, -1) : path,
      token,
      missingComma: missing,
      needsComma: false,
      frame: top,
      list: [top, this.frames.at(-2)].find((frame) => frame?.kind === "list"),
      depth: this.frames.length - 1,
      end: undefined,
      open: true,
    };
    if (inside === false || follows || (top.expected === "colon" && token === undefined)) elsewhere(draft);
    this.draft = draft;
  }

  private path(): Segment[] {
    return this.frames.flatMap((frame): Segment[] => {
      if (frame.kind === "document") return [];
      if (frame.kind === "object") return [frame.key];
      return [frame.expected === "comma" && frame === this.top ? frame.index + 1 : frame.index];
    });
  }
}

function newFrame(kind: Frame["kind"], start: number): Frame {
  const expected = kind === "object" ? "key" : "value";
  const noted = { keys: new Set<string>(), values: new Map<string, string>() };
  const listed = { items: new Set<string>(), days: new Set<string>() };
  return { kind, start, expected, ...noted, ...listed, key: "", index: 0, lastEnd: undefined };
}

function elsewhere(draft: Draft): void {
  draft.place = "elsewhere";
  draft.token = undefined;
  draft.missingComma = undefined;
}
