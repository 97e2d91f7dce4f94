/** The values of `vscode` that need no window, for tests that run in Node. */
import { URI, Utils } from "vscode-uri";

export class Uri extends URI {
  static override from(parts: Parameters<typeof URI.from>[0]): URI {
    return URI.from(parts);
  }
}
Reflect.set(Uri, "joinPath", (uri: URI, ...parts: string[]) => Utils.joinPath(uri, ...parts));
// `instanceof vscode.Uri` must be true for the values of `vscode-uri`.
Object.defineProperty(Uri, Symbol.hasInstance, { value: (value: unknown) => URI.isUri(value) });

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
  isAfter(other: Position): boolean {
    return this.line > other.line || (this.line === other.line && this.character > other.character);
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position | number, end: Position | number, line?: number, character?: number) {
    this.start = typeof start === "number" ? new Position(start, Number(end)) : start;
    this.end = typeof end === "number" ? new Position(line ?? 0, character ?? 0) : end;
  }
  isEqual(other: Range): boolean {
    return JSON.stringify(this) === JSON.stringify(other);
  }
  intersection(other: Range): Range | undefined {
    const before = (a: Position, b: Position): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    return before(this.start, other.end) && before(other.start, this.end) ? this : undefined;
  }
}

export class Selection extends Range {}

export class Disposable {
  constructor(private readonly end: () => unknown) {}
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => all.forEach((each) => each.dispose()));
  }
  dispose(): void {
    this.end();
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();
  readonly event = (listener: (value: T) => unknown, self?: unknown): Disposable => {
    const own = (value: T) => listener.call(self, value);
    this.#listeners.add(own);
    return new Disposable(() => this.#listeners.delete(own));
  };
  fire(value: T): void {
    [...this.#listeners].forEach((listener) => listener(value));
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Location {
  constructor(
    readonly uri: URI,
    readonly range: Range,
  ) {}
}

export class DiagnosticRelatedInformation {
  constructor(
    readonly location: Location,
    readonly message: string,
  ) {}
}

export class Diagnostic {
  source: string | undefined;
  code: { readonly value: string; readonly target: URI } | undefined;
  relatedInformation: DiagnosticRelatedInformation[] | undefined;
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

export class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
  static replace(range: Range, text: string): TextEdit {
    return new TextEdit(range, text);
  }
}

export class WorkspaceEdit {
  readonly edits = new Map<string, readonly TextEdit[]>();
  set(uri: URI, edits: readonly TextEdit[]): void {
    this.edits.set(uri.toString(), edits);
  }
  replace(uri: URI, range: Range, text: string): void {
    const key = uri.toString();
    this.edits.set(key, [...(this.edits.get(key) ?? []), new TextEdit(range, text)]);
  }
}

export class CodeActionKind {
  static readonly QuickFix = new CodeActionKind("quickfix");
  static readonly SourceFixAll = new CodeActionKind("source.fixAll");
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(`${this.value}.${part}`);
  }
  contains(other: CodeActionKind): boolean {
    return other.value === this.value || other.value.startsWith(`${this.value}.`);
  }
}

export class CodeAction {
  edit: WorkspaceEdit | undefined;
  command: { readonly command: string; readonly arguments?: readonly unknown[] } | undefined;
  diagnostics: Diagnostic[] | undefined;
  isPreferred: boolean | undefined;
  constructor(
    readonly title: string,
    readonly kind: CodeActionKind,
  ) {}
}

export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command?: unknown,
  ) {}
}

export class ThemeIcon {
  constructor(readonly id: string) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class RelativePattern {
  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {}
}

export class FileSystemError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
  static FileNotFound(uri: URI): FileSystemError {
    return new FileSystemError(`There is no ${uri.toString()}.`, "FileNotFound");
  }
  static NoPermissions(uri: URI): FileSystemError {
    return new FileSystemError(`${uri.toString()} is read-only.`, "NoPermissions");
  }
  static Unavailable(uri: URI): FileSystemError {
    return new FileSystemError(`${uri.toString()} can't be read.`, "Unavailable");
  }
}

export class SnippetString {
  constructor(readonly value = "") {}
}

export class CompletionItem {
  constructor(readonly label: unknown) {}
}

export class CompletionList {
  constructor(
    readonly items: readonly unknown[] = [],
    readonly isIncomplete = false,
  ) {}
}

export class Hover {
  constructor(
    readonly contents: readonly unknown[],
    readonly range?: Range,
  ) {}
}

export class MarkdownString {
  isTrusted: unknown;

  constructor(public value = "") {}
  appendText(text: string): void {
    this.value += text;
  }
  appendMarkdown(text: string): void {
    this.value += text;
  }
}

export class TreeItem {
  constructor(readonly label: string) {}
}

export class TabInputText {
  constructor(readonly uri: URI) {}
}

export class TabInputTextDiff {
  constructor(
    readonly original: URI,
    readonly modified: URI,
  ) {}
}

export class ProcessExecution {
  constructor(
    readonly process: string,
    readonly args: readonly string[],
    readonly options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  ) {}
}

export class Task {
  constructor(
    readonly definition: Readonly<Record<string, unknown>>,
    readonly scope: unknown,
    readonly name: string,
    readonly source: string,
    readonly execution: ProcessExecution,
    readonly problemMatchers: readonly string[],
  ) {}
}

export const values = {
  ...{ MarkdownString, TreeItem, TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 } },
  ...{ CompletionItem, CompletionList, Hover, TabInputText, TabInputTextDiff },
  CompletionItemKind: { Module: 8, Property: 9, Value: 11, Struct: 21 },
  CompletionTriggerKind: { Invoke: 0, TriggerCharacter: 1, TriggerForIncompleteCompletions: 2 },
  SymbolKind: { Module: 1, String: 14, Number: 15, Boolean: 16, Array: 17, Variable: 12 },
  FoldingRangeKind: { Comment: 1, Region: 3 },
  SnippetString,
  ...{ Uri, Position, Range, Selection, Disposable, EventEmitter, Location, Diagnostic, TextEdit },
  ...{
    DiagnosticRelatedInformation,
    WorkspaceEdit,
    CodeActionKind,
    CodeAction,
    CodeLens,
    ThemeIcon,
    ThemeColor,
  },
  ...{ RelativePattern, FileSystemError, ProcessExecution, Task },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  DiagnosticTag: { Unnecessary: 1 },
  FileType: { Unknown: 0, File: 1, Directory: 2 },
  ProgressLocation: { Notification: 15 },
  QuickPickItemKind: { Separator: -1, Default: 0 },
  InputBoxValidationSeverity: { Info: 1, Warning: 2, Error: 3 },
  QuickInputButtons: { Back: {} },
  StatusBarAlignment: { Left: 1, Right: 2 },
  ViewColumn: { Beside: -2, One: 1 },
};
