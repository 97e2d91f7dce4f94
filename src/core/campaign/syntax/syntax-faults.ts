import {
  createScanner,
  findNodeAtOffset,
  printParseErrorCode,
  type JSONScanner,
  type Node,
  type SyntaxKind,
} from "jsonc-parser";
import type { CampaignDocument } from "../document";
import { Lines } from "../lines";
import type { Span } from "../problem";

/** One syntax fault, with the parser's name or one of ours. */
export interface SyntaxFault extends Span {
  readonly name: string;
  /** Whether the text after it may belong to a different object than it seems to. */
  readonly structural: boolean;
}

/** The syntax faults of a text, and which parts of it were read reliably. */
export interface SyntaxFaults {
  readonly faults: readonly SyntaxFault[];
  /** Whether it is unclear which property belongs to which object. */
  readonly structural: boolean;
  /** False if the text has so many faults that no other check makes sense. */
  readonly readable: boolean;
  /** Whether the text at an offset was read reliably. */
  trusts(offset: number): boolean;
}

const noFaults: SyntaxFaults = {
  faults: [],
  structural: false,
  readable: true,
  trusts: () => true,
};

/** A text with more errors is not a campaign, so its first fault is enough. */
const maxErrors = 100;

export function syntaxFaults(document: CampaignDocument): SyntaxFaults {
  const { text, syntaxErrors } = document;
  if (syntaxErrors.length === 0) return noFaults;
  const lines = new Lines(text);
  const lineOf = (offset: number) => lines.position(offset).line;
  const faults = apart(document, lines);
  if (syntaxErrors.length > maxErrors) {
    return { faults: faults.slice(0, 1), structural: true, readable: false, trusts: () => false };
  }
  const unclear = faults.find(({ structural }) => structural)?.offset ?? Infinity;
  const broken = new Set(syntaxErrors.map(({ offset }) => lineOf(offset)));
  return {
    faults,
    structural: unclear < Infinity,
    readable: true,
    trusts: (offset) => offset < unclear && !broken.has(lineOf(offset)),
  };
}

/** Errors inside a word, which may include the comma after it. */
const inWord: ReadonlySet<string> = new Set([
  "InvalidSymbol",
  "UnexpectedEndOfString",
  "InvalidCharacter",
  "InvalidNumberFormat",
]);

/** The parser's errors without those that an earlier one caused. */
function apart(document: CampaignDocument, lines: Lines): SyntaxFault[] {
  const { text } = document;
  const faults: SyntaxFault[] = [];
  const end = text.trimEnd().length;
  const scanner = createScanner(text, false);
  let last: { readonly line: number; readonly spreads: boolean } | undefined;
  for (const error of document.syntaxErrors.slice(0, maxErrors)) {
    const { line } = lines.position(error.offset);
    const name = printParseErrorCode(error.error);
    // The parser reports more errors after a fault. Those later on the line belong to the same fault, and so do those
    // on the next line if the fault was inside a word or a colon instead of a comma.
    if (
      last !== undefined &&
      (line === last.line || (last.spreads && isNext(scanner, lines, last.line, line)))
    ) {
      // A missing or extra quote swaps texts with the parts between texts.
      if (name === "UnexpectedEndOfString")
        return faults.map((fault, index) =>
          index === faults.length - 1 ? { ...fault, structural: true } : fault,
        );
      last = { ...last, line };
      continue;
    }
    if (last !== undefined && (error.offset >= end || name === "EndOfFileExpected")) continue;
    const fault = toFault(document, name, error, end);
    faults.push(fault);
    if (fault.structural) break;
    last = { line, spreads: inWord.has(fault.name) || text[fault.offset] === ":" };
  }
  return faults;
}

/** Numbers of the scanner, whose enum does not exist at run time. */
const trivia: ReadonlySet<number> = new Set([
  12 satisfies SyntaxKind.LineCommentTrivia,
  13 satisfies SyntaxKind.BlockCommentTrivia,
  14 satisfies SyntaxKind.LineBreakTrivia,
  15 satisfies SyntaxKind.Trivia,
]);

/** Whether only white space and complete comments are between two lines. */
function isNext(scanner: JSONScanner, lines: Lines, line: number, next: number): boolean {
  const end = lines.start(next);
  scanner.setPosition(lines.start(line + 1));
  while (scanner.getPosition() < end) {
    if (!trivia.has(scanner.scan())) return false;
  }
  return scanner.getPosition() === end;
}

/** Errors that always make the structure unclear, at any character. */
const structural: ReadonlySet<string> = new Set([
  "CloseBraceExpected",
  "CloseBracketExpected",
  "EndOfFileExpected",
  "UnexpectedEndOfComment",
]);

/** @param end offset after the last visible character */
function toFault({ text, root }: CampaignDocument, name: string, error: Span, end: number): SyntaxFault {
  const span = name === "InvalidSymbol" ? error : visible(end, error);
  const { offset } = span;
  const sign = text[offset] ?? "";
  if (text.startsWith("{{", offset - 1)) {
    const rest = /^[^\r\n}]*\}{0,2}/.exec(text.slice(offset - 1, offset + 99))?.[0] ?? "";
    return { name: "Placeholder", offset: offset - 1, length: rest.length, structural: true };
  }
  const unclosed = root === undefined ? undefined : unclosedAt(root, offset, name, sign);
  if (unclosed !== undefined) return { name: unclosed, ...span, structural: true };
  if (
    name === "CommaExpected" &&
    /^:[ \t]*[^\s,]/.test(text.slice(offset, offset + 99)) &&
    !isDigit(text, offset - 1)
  ) {
    // The value is actually the name of a property whose object was never opened.
    return { name: "UnopenedObject", ...span, structural: true };
  }
  const digits = name === "CommaExpected" ? digitsBefore(text, offset) : 0;
  if (digits > 0) {
    // 060: the parser reads the 0 as a separate number.
    const whole = { offset: offset - digits, length: span.length + digits };
    return { name: "InvalidNumberFormat", ...whole, structural: false };
  }
  // An unclosed comment contains the rest of the file, so only its start is marked.
  const shown = name === "UnexpectedEndOfComment" ? { offset, length: 2 } : span;
  return { name, ...shown, structural: isStructural(name, text.slice(offset, offset + error.length)) };
}

function digitsBefore(text: string, offset: number): number {
  let at = offset;
  while (isDigit(text, at - 1)) at--;
  return offset - at;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

function isStructural(name: string, word: string): boolean {
  if (structural.has(name)) return true;
  // An unclosed text may include the end of its object.
  if (name === "UnexpectedEndOfString") return /[[\]{}]/.test(word);
  // A merge conflict or a code fence: the lines that follow belong to it.
  return /^(?:<{7}|={7}|>{7}|```)/.test(word) || (name !== "CommaExpected" && /^[[{]/.test(word));
}

/**
 * The fault of a list that does not end before a colon or brace, or of an object that does not end before a bracket.
 */
function unclosedAt(
  root: Node,
  offset: number,
  name: string,
  sign: string,
): "CloseBracketExpected" | "CloseBraceExpected" | undefined {
  const ends = sign === "}" || sign === "]" || (sign === ":" && name === "CommaExpected");
  if (!ends || !mayEnd.has(name)) return undefined;
  if (isInList(root, offset)) return sign === "]" ? undefined : "CloseBracketExpected";
  return sign === "]" ? "CloseBraceExpected" : undefined;
}

/** Errors that the parser reports if something should have ended. */
const mayEnd: ReadonlySet<string> = new Set(["CommaExpected", "ValueExpected", "PropertyNameExpected"]);

function isInList(root: Node, offset: number): boolean {
  let node = findNodeAtOffset(root, offset, true);
  while (node !== undefined && node.type !== "array" && node.type !== "object") node = node.parent;
  return node?.type === "array";
}

/** Moves an error after the last character to the last visible one. */
function visible(end: number, span: Span): Span {
  if (span.offset < end) return { offset: span.offset, length: Math.max(1, span.length) };
  return { offset: Math.max(0, end - 1), length: Math.min(1, end) };
}
