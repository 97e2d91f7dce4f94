/** The state of a fake window: files, settings, documents and answers. `fake-vscode.ts` exposes it as `vscode`. */
import type * as vscode from "vscode";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { FakePanel, settled, type PanelSerializer } from "./fake-panel";
import { EventEmitter, values, type Diagnostic, type Range } from "./fake-vscode-values";

export interface Message {
  readonly level: "information" | "warning" | "error";
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface Folder {
  readonly uri: URI;
  readonly name: string;
  readonly index: number;
}

export interface FakeView {
  readonly treeDataProvider: unknown;
  visible: boolean;
  title?: string;
  message?: string;
}

/** A window for one test. */
export class FakeWindow {
  folders: Folder[] = [];
  /** File contents by address. Other files do not exist. */
  files = new Map<string, string>();
  /** Files that the file system does not allow to be written. */
  writeProtected = new Set<string>();
  /** Whether the file system of each scheme is writable. */
  schemes = new Map<string, boolean>();
  documents: FakeDocument[] = [];
  activeEditor: { readonly document: FakeDocument; selection?: Range | undefined } | undefined;
  trusted = true;
  settings = new Map<string, unknown>();
  messages: Message[] = [];
  /** The person's answers to inputs, in order. `asked` records the questions. */
  answers: unknown[] = [];
  asked: { readonly kind: string; readonly options: unknown }[] = [];
  /** Whether `workspace.applyEdit` succeeds. */
  acceptsEdits = true;
  /** Runs while an edit is on its way to the text. */
  whileEditing: () => void = () => undefined;
  commands = new Map<string, (...given: unknown[]) => unknown>();
  /** The snippets that were inserted. */
  inserted: string[] = [];
  executed: { readonly id: string; readonly given: readonly unknown[] }[] = [];
  collections = new Map<string, Map<string, readonly Diagnostic[]>>();
  providers: { readonly selector: unknown; readonly provider: unknown }[] = [];
  panels: FakePanel[] = [];
  readonly serializers = new Map<string, PanelSerializer>();
  providedText = new Map<string, { provideTextDocumentContent(uri: URI): unknown }>();
  statusBar: string[] = [];
  copied: string[] = [];
  /** The titles of the progress notifications, in order. */
  progress: string[] = [];
  /** Cancels the latest progress notification. */
  cancelProgress: () => void = () => undefined;
  /** The tree views by ID. */
  views = new Map<string, FakeView>();
  /** The language status items by ID. */
  languageStatus = new Map<string, Partial<vscode.LanguageStatusItem>>();
  /** Returns where the person saves an untitled document. */
  saveAs: ((uri: URI) => URI | undefined) | undefined;
  readonly on = {
    opened: new EventEmitter<FakeDocument>(),
    activated: new EventEmitter<{ readonly document: FakeDocument }>(),
    changed: new EventEmitter<unknown>(),
    saved: new EventEmitter<FakeDocument>(),
    closed: new EventEmitter<FakeDocument>(),
    diagnosed: new EventEmitter<{ readonly uris: readonly URI[] }>(),
    configured: new EventEmitter<unknown>(),
    trusted: new EventEmitter<void>(),
    folders: new EventEmitter<unknown>(),
    renamed: new EventEmitter<unknown>(),
    created: new EventEmitter<URI>(),
    written: new EventEmitter<URI>(),
    deleted: new EventEmitter<URI>(),
    shown: new EventEmitter<unknown>(),
  };

  /** The codes of the problems shown for a file. */
  codesOf(uri: URI | string): string[] {
    return this.problemsOf(uri).map(({ code }) => code?.value ?? "");
  }

  problemsOf(uri: URI | string): readonly Diagnostic[] {
    const key = String(uri);
    return [...this.collections.values()].flatMap((collection) => collection.get(key) ?? []);
  }

  addPanel(title: string): FakePanel {
    const panel = new FakePanel(title);
    this.panels.push(panel);
    return panel;
  }

  addFolder(address: string, name?: string): URI {
    const uri = URI.parse(address);
    this.folders.push({ uri, name: name ?? address.split("/").at(-1) ?? "", index: this.folders.length });
    return uri;
  }

  addCollection(name: string): object {
    const shown = new Map<string, readonly Diagnostic[]>();
    this.collections.set(name, shown);
    return {
      set: (uri: URI, problems: readonly Diagnostic[]) => {
        shown.set(uri.toString(), problems);
        this.on.diagnosed.fire({ uris: [uri] });
      },
      delete: (uri: URI) => shown.delete(uri.toString()),
      has: (uri: URI) => shown.has(uri.toString()),
      clear: () => shown.clear(),
      dispose: () => shown.clear(),
    };
  }

  addView<V extends FakeView>(id: string, view: V): V & { dispose(): void } {
    const added = { ...view, dispose: () => undefined };
    this.views.set(id, added);
    return added;
  }

  withProgress<T>(
    { title = "" }: Partial<vscode.ProgressOptions>,
    work: (progress: unknown, token: unknown) => T,
  ): Promise<Awaited<T>> {
    this.progress.push(title);
    const listeners: (() => void)[] = [];
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => {
        listeners.push(listener);
        return new values.Disposable(() => undefined);
      },
    };
    this.cancelProgress = () => {
      token.isCancellationRequested = true;
      for (const listener of listeners) listener();
    };
    return Promise.resolve(work({ report: () => undefined }, token));
  }

  /** Writes a file and fires the watchers. */
  write(address: string, text: string): URI {
    const uri = URI.parse(address);
    const isNew = !this.files.has(uri.toString());
    this.files.set(uri.toString(), text);
    this.on[isNew ? "created" : "written"].fire(uri);
    return uri;
  }

  remove(address: string): void {
    this.files.delete(URI.parse(address).toString());
    this.on.deleted.fire(URI.parse(address));
  }

  async open(address: string, text?: string, languageId = languageOf(address)): Promise<FakeDocument> {
    const uri = URI.parse(address);
    const content = text ?? this.files.get(uri.toString()) ?? "";
    const document = new FakeDocument(uri, content, languageId);
    this.documents.push(document);
    this.on.opened.fire(document);
    await settled();
    return document;
  }

  async close(document: FakeDocument): Promise<void> {
    document.isClosed = true;
    this.documents = this.documents.filter((each) => each !== document);
    this.on.closed.fire(document);
    await settled();
  }

  async run(id: string, ...given: unknown[]): Promise<unknown> {
    const command = this.commands.get(id);
    if (command === undefined) throw new Error(`Unknown command: ${id}`);
    const result = await command(...given);
    await settled();
    return result;
  }
}

/** An open document. `edit` acts like typing. */
export class FakeDocument {
  readonly eol = 1;
  version = 1;
  isDirty = false;
  isClosed = false;
  saves = true;
  #text: TextDocument;

  constructor(
    readonly uri: URI,
    text: string,
    public languageId: string,
  ) {
    this.#text = TextDocument.create(uri.toString(), languageId, 1, text);
    this.isDirty = this.isUntitled && text !== "";
  }

  get isUntitled(): boolean {
    return this.uri.scheme === "untitled";
  }
  get fileName(): string {
    return this.uri.fsPath;
  }
  getText(): string {
    return this.#text.getText();
  }
  positionAt(offset: number): unknown {
    const { line, character } = this.#text.positionAt(offset);
    return new values.Position(line, character);
  }
  offsetAt(position: { line: number; character: number }): number {
    return this.#text.offsetAt(position);
  }

  /** Replaces the first `from` by `to`. */
  edit(from: string, to: string): void {
    const offset = this.getText().indexOf(from);
    if (offset < 0) throw new Error(`The document does not contain ${from}.`);
    this.replace(offset, from.length, to);
  }

  replace(offset: number, length: number, to: string): void {
    const before = this.getText();
    const text = before.slice(0, offset) + to + before.slice(offset + length);
    this.#text = TextDocument.create(this.uri.toString(), this.languageId, ++this.version, text);
    this.isDirty = true;
    const change = { rangeOffset: offset, rangeLength: length, text: to };
    fake.on.changed.fire({ document: this, contentChanges: [change] });
  }

  /** Applies the edits of one change, as `workspace.applyEdit` does. */
  apply(edits: readonly { readonly range: Range; readonly newText: string }[]): void {
    const contentChanges = edits
      .map(({ range, newText }) => ({
        rangeOffset: this.offsetAt(range.start),
        rangeLength: this.offsetAt(range.end) - this.offsetAt(range.start),
        text: newText,
      }))
      .sort((a, b) => b.rangeOffset - a.rangeOffset);
    const text = TextDocument.applyEdits(
      this.#text,
      edits.map(({ range, newText }) => ({ range, newText })),
    );
    this.#text = TextDocument.create(this.uri.toString(), this.languageId, ++this.version, text);
    this.isDirty = true;
    fake.on.changed.fire({ document: this, contentChanges });
  }

  save(): Promise<boolean> {
    if (!this.saves) return Promise.resolve(false);
    fake.files.set(this.uri.toString(), this.getText());
    this.isDirty = false;
    fake.on.saved.fire(this);
    return Promise.resolve(true);
  }

  /** This document with VS Code's type. */
  get real(): vscode.TextDocument {
    return this as unknown as vscode.TextDocument;
  }
}

/** The window of the current test. */
export let fake = new FakeWindow();

/** Call this before each test. */
export function newWindow(): FakeWindow {
  fake = new FakeWindow();
  fake.schemes.set("file", true);
  return fake;
}

function languageOf(address: string): string {
  const path = URI.parse(address).path;
  if (path.endsWith(".campaign.json")) return "campaign-json";
  return /\.jsonc?$/.test(path) ? "jsonc" : "plaintext";
}
