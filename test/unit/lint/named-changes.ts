import assert from "node:assert/strict";
import { createScanner, findNodeAtOffset, parseTree, type Node, type SyntaxKind } from "jsonc-parser";
import { applyEdits, type Fix, type Problem } from "../../../src/core/campaign/problem";

/*
 * What a single fix may change, safe or not. The texts before and after it are compared without the product: all that
 * the fix does not name stays as it is written, letter by letter and in its order.
 */

/**
 * - `value`: the reported value, if it is neither a list nor an object
 * - `form`: the same; a list or an object keeps each value in it
 * - `key`: the reported key
 * - `removal`: the reported property or item, with everything up to its comma
 * - `addition`: a property at the end of the reported object
 * - `hours`: the start and the end of the reported window, and windows that are inserted after it
 * - `merge`: the windows of the reported list without their comments; `lost` compares the hours
 * - `exemption`: the comment that is reported
 * - `symbols`: spaces, invisible characters and quotation marks
 */
type Change = "value" | "form" | "key" | "removal" | "addition" | "hours" | "merge" | "exemption" | "symbols";

/** By the code of the problem, and by the first word of the title if the fixes differ. */
const changes: Readonly<Record<string, Change | Readonly<Record<string, Change>>>> = {
  "caller-id-format": "value",
  "campaign-type": "value",
  "config/exemption": "exemption",
  "contact-list-repeated": "removal",
  "duplicate-key": "removal",
  "invisible-character": "value",
  "legacy-property": "removal",
  "legal-hours": { Shorten: "hours", Remove: "removal" },
  "legal-ring-time": "value",
  "property-not-for-mode": "removal",
  "response-only-property": { Remove: "removal", Rename: "key" },
  "schema/enum": "value",
  "schema/pattern": "value",
  "schema/required": "addition",
  "schema/type": "form",
  "syntax/invalid-symbol": "symbols",
  "timezone-abbreviation": "value",
  "timezone-alias": "value",
  "timezone-fixed-offset": "value",
  "timezone-unknown": "value",
  "unknown-property": "key",
  "untrimmed-name": "value",
  "window-inverted": { End: "value", Split: "hours" },
  "window-overlap": "merge",
  "window-repeated": "removal",
};

type Reported = Pick<Problem, "code" | "offset">;
type Applied = Pick<Fix, "title" | "edits">;

/** Asserts that a fix changes nothing but what it names. */
export function assertOnlyNamed(before: string, problem: Reported, fix: Applied): void {
  const where = `${problem.code}, ${fix.title}\n${before}`;
  const [had, has] = unnamed(before, problem, fix);
  assert.equal(has, had, where);
}

/** What a fix does not name, before and after it. */
function unnamed(before: string, { code, offset }: Reported, fix: Applied): readonly [string, string] {
  const after = applyEdits(before, fix.edits);
  const change = changeOf(code, fix.title);
  if (change === "symbols") return [withoutSymbols(before), withoutSymbols(after)];
  const [old, now] = [rootOf(before), rootOf(after)];
  if (change === "exemption") return [outline(before, old, { offset }), outline(after, now, { offset })];
  const found = findNodeAtOffset(old, offset);
  assert.ok(found !== undefined, "no value is reported");
  if (change === "removal") return [outline(before, old, { gone: [elementOf(found)] }), outline(after, now)];
  const path = pathTo(change === "hours" ? windowOf(found) : found);
  const [node, fixed] = [nodeAt(old, path), nodeAt(now, path)];
  switch (change) {
    case "value":
    case "key":
      assert.ok(isSingle(node) && isSingle(fixed), "a list or an object is replaced");
      return [outline(before, old, { open: [node] }), outline(after, now, { open: [fixed] })];
    case "form": {
      const isValue = isSingle(node) && isSingle(fixed);
      const stays = (one: Node | undefined) => (isValue || one === undefined ? "" : leavesOf(one).join());
      return [
        outline(before, old, { open: [node], stays: stays(node) }),
        outline(after, now, { open: [fixed], stays: stays(fixed) }),
      ];
    }
    case "addition":
      return [outline(before, old), outline(after, now, { gone: fixed?.children?.slice(-1) ?? [] })];
    case "hours": {
      const windows = fixed?.parent?.children ?? [];
      const first = (path.at(-1) ?? 0) + 1;
      const added = windows.slice(first, first + windows.length - (node?.parent?.children?.length ?? 0));
      return [
        outline(before, old, { open: timesOf(node) }),
        outline(after, now, { open: timesOf(fixed), gone: added }),
      ];
    }
    case "merge":
      return [
        outline(before, old, { open: [nodeAt(old, path.slice(0, -1))] }),
        outline(after, now, { open: [nodeAt(now, path.slice(0, -1))] }),
      ];
  }
}

function changeOf(code: string, title: string): Change {
  const change = changes[code];
  const chosen = typeof change === "object" ? change[/^\w+/.exec(title)?.[0] ?? ""] : change;
  assert.ok(chosen !== undefined, `nothing states what ${code} may change: ${title}`);
  return chosen;
}

interface Except {
  /** Left out with its comments. */
  readonly gone?: readonly Node[];
  /** Shown as a dot. */
  readonly open?: readonly (Node | undefined)[];
  /** What has to stay of what is open. */
  readonly stays?: string;
  /** The place of a comment that is left out. */
  readonly offset?: number;
}

/** Each key and value as it is written, one on a line, and then the comments. */
function outline(
  text: string,
  root: Node,
  { gone = [], open = [], stays = "", offset }: Except = {},
): string {
  const lines: string[] = [];
  const look = (node: Node, depth: number) => {
    if (gone.includes(node)) return;
    const isOpen = open.includes(node);
    const written = text.slice(node.offset, node.offset + node.length);
    lines.push(" ".repeat(depth) + (isOpen ? "•" : isSingle(node) ? written : node.type));
    if (!isOpen) for (const child of node.children ?? []) look(child, depth + 1);
  };
  look(root, 0);
  const spans = gone.map((node) => [node.offset, endOf(text, node)] as const);
  const comments = commentsIn(text).filter(({ offset: at, words }) =>
    offset === undefined
      ? !spans.some(([start, end]) => start <= at && at < end)
      : offset < at || at + words.length <= offset,
  );
  return [...lines, stays, ...comments.map(({ words }) => words)].join("\n");
}

function isSingle(node: Node | undefined): boolean {
  return node !== undefined && !["object", "array", "property"].includes(node.type);
}

/** The property of a key, the window of one of its times, or the item itself. */
function elementOf(node: Node): Node {
  const property = node.parent?.type === "property" ? node.parent : undefined;
  return property === undefined ? node : property.children?.[0] === node ? property : windowOf(node);
}

function windowOf(node: Node): Node {
  return node.type === "object" ? node : (node.parent?.parent ?? node);
}

function timesOf(window: Node | undefined): Node[] {
  const times = (window?.children ?? []).map(({ children = [] }) => children);
  return times.flatMap(([key, value]) =>
    value !== undefined && ["start", "end"].includes(String(key?.value)) ? [value] : [],
  );
}

/** The single values in a node, without quotation marks and the spaces around them. */
function leavesOf(node: Node): readonly string[] {
  const within = node.type === "property" ? node.children?.slice(1) : node.children;
  return within?.flatMap(leavesOf) ?? [String(node.value).trim()];
}

/** The index of each node in its parent, from the root down. */
function pathTo(node: Node): readonly number[] {
  const { parent } = node;
  return parent === undefined ? [] : [...pathTo(parent), parent.children?.indexOf(node) ?? -1];
}

function nodeAt(root: Node, path: readonly number[]): Node | undefined {
  return path.reduce<Node | undefined>((node, index) => node?.children?.[index], root);
}

function rootOf(text: string): Node {
  const root = parseTree(text.replace(/^\uFEFF/, " "), [], { allowTrailingComma: true });
  assert.ok(root !== undefined, "the text is empty");
  return root;
}

function withoutSymbols(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}"\u201c-\u201f]/gu, "");
}

/** Numbers of the scanner, whose enum does not exist at run time. */
const comma = 5 satisfies SyntaxKind.CommaToken;
const lineComment = 12 satisfies SyntaxKind.LineCommentTrivia;
const blockComment = 13 satisfies SyntaxKind.BlockCommentTrivia;
const endOfFile = 17 satisfies SyntaxKind.EOF;

interface Token {
  readonly kind: number;
  readonly offset: number;
  readonly words: string;
}

function* tokensOf(text: string, from = 0): Generator<Token> {
  const scanner = createScanner(text);
  scanner.setPosition(from);
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan())
    yield { kind, offset: scanner.getTokenOffset(), words: scanner.getTokenValue() };
}

export function commentsIn(text: string): Token[] {
  return [...tokensOf(text)].filter(({ kind }) => kind === lineComment || kind === blockComment);
}

/** The end of an element with its comma, past comments in between. */
function endOf(text: string, { offset, length }: Node): number {
  const end = offset + length;
  for (const token of tokensOf(text, end)) {
    if (token.kind === comma) return token.offset;
    if (token.kind < lineComment || token.kind > 15) break;
  }
  return end;
}
