/**
 * A window of VS Code as far as the tests in this folder need one: folders, file systems, documents, messages. To be
 * imported before anything that imports `vscode`, which then gets this one.
 */
import Module from "node:module";
import type * as vscode from "vscode";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { EventEmitter, FileSystemError, values, type Diagnostic } from "./fake-vscode-values";

export interface Message {
  readonly level: "information" | "warning" | "error";
  readonly text: string;
  readonly buttons: readonly string[];
}

interface Folder {
  readonly uri: URI;
  readonly name: string;
  readonly index: number;
}

/** What the person, the disk and the settings are in one test. */
class FakeWindow {
  folders: Folder[] = [];
  /** By address. What is not here does not exist. */
  files = new Map<string, string>();
  /** Schemes of file systems, and whether one can write to them. */
  schemes = new Map<string, boolean>();
  documents: FakeDocument[] = [];
  activeEditor: { readonly document: FakeDocument } | undefined;
  trusted = true;
  settings = new Map<string, unknown>();
  messages: Message[] = [];
  /** What each input of a person is answered with, in order; the questions are kept in `asked`. */
  answers: unknown[] = [];
  asked: { readonly kind: string; readonly options: unknown }[] = [];
  commands = new Map<string, (...given: unknown[]) => unknown>();
  executed: { readonly id: string; readonly given: readonly unknown[] }[] = [];
  collections = new Map<string, Map<string, readonly Diagnostic[]>>();
  providers: { readonly selector: unknown; readonly provider: unknown }[] = [];
  providedText = new Map<string, { provideTextDocumentContent(uri: URI): unknown }>();
  statusBar: string[] = [];
  /** Called when VS Code is asked to save an untitled document: where the person put it. */
  saveAs: ((uri: URI) => URI | undefined) | undefined;
  readonly on = {
    opened: new EventEmitter<FakeDocument>(),
    changed: new EventEmitter<unknown>(),
    saved: new EventEmitter<FakeDocument>(),
    closed: new EventEmitter<FakeDocument>(),
    configured: new EventEmitter<unknown>(),
    trusted: new EventEmitter<void>(),
    folders: new EventEmitter<unknown>(),
    renamed: new EventEmitter<unknown>(),
    created: new EventEmitter<URI>(),
    written: new EventEmitter<URI>(),
    deleted: new EventEmitter<URI>(),
  };

  /** The problems that are shown for a file, by their codes. */
  codesOf(uri: URI | string): string[] {
    return this.problemsOf(uri).map(({ code }) => code?.value ?? "");
  }

  problemsOf(uri: URI | string): readonly Diagnostic[] {
    const key = String(uri);
    return [...this.collections.values()].flatMap((collection) => collection.get(key) ?? []);
  }

  addFolder(address: string, name?: string): URI {
    const uri = URI.parse(address);
    this.folders.push({ uri, name: name ?? address.split("/").at(-1) ?? "", index: this.folders.length });
    return uri;
  }

  /** Writes a file, and lets the watchers know. */
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
    if (command === undefined) throw new Error(`There is no command ${id}.`);
    const result = await command(...given);
    await settled();
    return result;
  }
}

/** One open document; `edit` is what typing does. */
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
    if (offset < 0) throw new Error(`The document does not have ${from}.`);
    const text = this.getText().replace(from, () => to);
    this.#text = TextDocument.create(this.uri.toString(), this.languageId, ++this.version, text);
    this.isDirty = true;
    const change = { rangeOffset: offset, rangeLength: from.length, text: to };
    fake.on.changed.fire({ document: this, contentChanges: [change] });
  }

  save(): Promise<boolean> {
    if (!this.saves) return Promise.resolve(false);
    fake.files.set(this.uri.toString(), this.getText());
    this.isDirty = false;
    fake.on.saved.fire(this);
    return Promise.resolve(true);
  }

  /** As the code under test knows it. */
  get real(): vscode.TextDocument {
    return this as unknown as vscode.TextDocument;
  }
}

/** The window of the test that runs now. */
export let fake = new FakeWindow();

/** To be called before each test. */
export function newWindow(): FakeWindow {
  fake = new FakeWindow();
  fake.schemes.set("file", true);
  return fake;
}

/** Waits until everything that waits for a promise alone has run; timers have not. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function languageOf(address: string): string {
  const path = URI.parse(address).path;
  if (path.endsWith(".campaign.json")) return "campaign-json";
  return path.endsWith(".json") ? "jsonc" : "plaintext";
}

async function answer(kind: string, options: unknown): Promise<unknown> {
  fake.asked.push({ kind, options });
  await Promise.resolve();
  const next = fake.answers.shift();
  return typeof next === "function" ? (next as (options: unknown) => unknown)(options) : next;
}

const showMessage =
  (level: Message["level"]) =>
  (text: string, ...rest: unknown[]): Promise<unknown> => {
    const buttons = rest.filter((each) => typeof each === "string");
    fake.messages.push({ level, text, buttons });
    const isModal = rest.some((each) => typeof each === "object" && each !== null && "modal" in each);
    return isModal ? answer("dialog", { text, buttons }) : Promise.resolve(undefined);
  };

const event =
  (name: keyof FakeWindow["on"]) =>
  (listener: (value: never) => unknown): { dispose(): void } =>
    (fake.on[name] as unknown as EventEmitter<never>).event(listener);

const named = (uri: URI): Folder | undefined =>
  [...fake.folders]
    .sort((a, b) => b.uri.path.length - a.uri.path.length)
    .find((folder) => uri.toString().startsWith(`${folder.uri.toString()}/`));

const workspace = {
  get workspaceFolders() {
    return fake.folders.length === 0 ? undefined : fake.folders;
  },
  get textDocuments() {
    return fake.documents;
  },
  get isTrusted() {
    return fake.trusted;
  },
  getWorkspaceFolder: named,
  asRelativePath: (target: URI | string): string => {
    const uri = typeof target === "string" ? URI.file(target) : target;
    const folder = named(uri);
    if (folder === undefined) return uri.fsPath;
    const inFolder = uri.path.slice(folder.uri.path.length + 1);
    return fake.folders.length > 1 ? `${folder.name}/${inFolder}` : inFolder;
  },
  getConfiguration: (section: string) => ({
    get: (key: string, otherwise?: unknown) => fake.settings.get(`${section}.${key}`) ?? otherwise,
  }),
  openTextDocument: async (target: URI | { readonly language: string; readonly content?: string }) => {
    if (URI.isUri(target)) {
      const open = fake.documents.find(({ uri }) => uri.toString() === target.toString());
      if (open !== undefined) return open;
      const provider = fake.providedText.get(target.scheme);
      const text = provider && String(await provider.provideTextDocumentContent(target));
      if (text === undefined && target.scheme !== "untitled" && !fake.files.has(target.toString()))
        throw FileSystemError.FileNotFound(target);
      return fake.open(target.toString(), text);
    }
    const number = fake.documents.filter(({ isUntitled }) => isUntitled).length + 1;
    return fake.open(`untitled:Untitled-${number}`, target.content ?? "", target.language);
  },
  save: async (uri: URI) => {
    const place = fake.saveAs?.(uri);
    if (place !== undefined) {
      const text = fake.documents.find((each) => each.uri.toString() === uri.toString())?.getText() ?? "";
      fake.files.set(place.toString(), text);
    }
    await Promise.resolve();
    return place;
  },
  findFiles: (pattern: unknown): Promise<URI[]> => {
    const all = [...fake.files.keys()].map((key) => URI.parse(key));
    const found = all.filter((uri) => {
      const folder = named(uri);
      if (folder === undefined || !uri.path.endsWith(".campaign.json")) return false;
      if (!(pattern instanceof values.RelativePattern)) return true;
      const { base } = pattern;
      return folder === base && uri.path.slice(folder.uri.path.length + 1) === pattern.pattern;
    });
    return Promise.resolve(found);
  },
  fs: {
    stat: async (uri: URI) => {
      await Promise.resolve();
      const text = fake.files.get(uri.toString());
      if (text !== undefined) return { type: 1, size: Buffer.byteLength(text) };
      if ([...fake.files.keys()].some((key) => key.startsWith(`${uri.toString()}/`)))
        return { type: 2, size: 0 };
      throw FileSystemError.FileNotFound(uri);
    },
    readFile: async (uri: URI) => {
      await Promise.resolve();
      const text = fake.files.get(uri.toString());
      if (text === undefined) throw FileSystemError.FileNotFound(uri);
      return Buffer.from(text);
    },
    isWritableFileSystem: (scheme: string) => fake.schemes.get(scheme),
  },
  createFileSystemWatcher: (glob: unknown) => {
    const pattern = glob instanceof values.RelativePattern ? glob.pattern : String(glob);
    const fits = (uri: URI) =>
      pattern === "**" || uri.path.endsWith(pattern.slice(pattern.lastIndexOf("*") + 1));
    const on = (emitter: EventEmitter<URI>) => (listener: (uri: URI) => unknown) =>
      emitter.event((uri) => (fits(uri) ? listener(uri) : undefined));
    return {
      onDidCreate: on(fake.on.created),
      onDidChange: on(fake.on.written),
      onDidDelete: on(fake.on.deleted),
      dispose: () => undefined,
    };
  },
  registerTextDocumentContentProvider: (
    scheme: string,
    provider: { provideTextDocumentContent(uri: URI): unknown },
  ) => {
    fake.providedText.set(scheme, provider);
    return new values.Disposable(() => undefined);
  },
  registerFileSystemProvider: () => new values.Disposable(() => undefined),
  onDidOpenTextDocument: event("opened"),
  onDidChangeTextDocument: event("changed"),
  onDidSaveTextDocument: event("saved"),
  onDidCloseTextDocument: event("closed"),
  onDidChangeConfiguration: event("configured"),
  onDidGrantWorkspaceTrust: event("trusted"),
  onDidChangeWorkspaceFolders: event("folders"),
  onDidRenameFiles: event("renamed"),
};

const window = {
  get activeTextEditor() {
    return fake.activeEditor;
  },
  visibleTextEditors: [],
  onDidChangeVisibleTextEditors: event("opened"),
  onDidChangeActiveTextEditor: event("opened"),
  tabGroups: { activeTabGroup: { activeTab: undefined }, all: [] },
  showInformationMessage: showMessage("information"),
  showWarningMessage: showMessage("warning"),
  showErrorMessage: showMessage("error"),
  showInputBox: (options: unknown) => answer("input", options),
  showQuickPick: (items: unknown, options: unknown) => answer("pick", { items, options }),
  showWorkspaceFolderPick: (options: unknown) => answer("folder", options),
  showTextDocument: (document: FakeDocument) => {
    fake.activeEditor = { document };
    return Promise.resolve(fake.activeEditor);
  },
  withProgress: (_options: unknown, work: (progress: unknown, stop: unknown) => unknown) =>
    Promise.resolve(
      work(
        { report: () => undefined },
        { onCancellationRequested: () => new values.Disposable(() => undefined) },
      ),
    ),
  setStatusBarMessage: (text: string) => fake.statusBar.push(text),
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
};

const languages = {
  createDiagnosticCollection: (name: string) => {
    const shown = new Map<string, readonly Diagnostic[]>();
    fake.collections.set(name, shown);
    return {
      set: (uri: URI, problems: readonly Diagnostic[]) => shown.set(uri.toString(), problems),
      delete: (uri: URI) => shown.delete(uri.toString()),
      has: (uri: URI) => shown.has(uri.toString()),
      clear: () => shown.clear(),
      dispose: () => shown.clear(),
    };
  },
  registerCodeActionsProvider: (selector: unknown, provider: unknown) => {
    fake.providers.push({ selector, provider });
    return new values.Disposable(() => undefined);
  },
  setTextDocumentLanguage: (document: FakeDocument, language: string) => {
    fake.on.closed.fire(document);
    document.languageId = language;
    fake.on.opened.fire(document);
    return Promise.resolve(document);
  },
};

const commands = {
  registerCommand: (id: string, run: (...given: unknown[]) => unknown) => {
    fake.commands.set(id, run);
    return new values.Disposable(() => fake.commands.delete(id));
  },
  executeCommand: async (id: string, ...given: unknown[]) => {
    fake.executed.push({ id, given });
    return fake.commands.get(id)?.(...given);
  },
};

const l10n = {
  t: (text: string, ...given: unknown[]) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => String(given[Number(index)])),
};

const api = { ...values, workspace, window, languages, commands, l10n, env: { language: "en" } };
const load = Reflect.get(Module, "_load") as (this: unknown, ...given: unknown[]) => unknown;
Reflect.set(Module, "_load", function (this: unknown, ...given: unknown[]): unknown {
  return given[0] === "vscode" ? api : load.apply(this, given);
});
