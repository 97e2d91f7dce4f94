/**
 * A fake `vscode` module with what the tests in this folder need: folders, file systems, documents, messages. Import it
 * before anything that imports `vscode`.
 */
import Module from "node:module";
import type * as vscode from "vscode";
import { URI } from "vscode-uri";
import type * as Files from "../../../src/editor/workspace/files";
import type { EventEmitter } from "./fake-vscode-values";
import { FileSystemError, values } from "./fake-vscode-values";
import { fakeFiles } from "./fake-files";
import { fakeOutput, fakeQuickInput } from "./fake-input";
import type { PanelSerializer } from "./fake-panel";
import { fake, type FakeDocument, type FakeWindow, type Folder, type Message } from "./fake-window";

export { fake, newWindow, type FakeDocument } from "./fake-window";
export { settled } from "./fake-panel";

async function answer(kind: string, options: unknown): Promise<unknown> {
  fake.asked.push({ kind, options });
  await Promise.resolve();
  const next = fake.answers.shift();
  return typeof next === "function" ? (next as (options: unknown) => unknown)(options) : next;
}

function isButton(given: unknown): given is { readonly title: string } {
  return typeof given === "object" && given !== null && "title" in given && typeof given.title === "string";
}

const showMessage =
  (level: Message["level"]) =>
  (text: string, ...rest: unknown[]): Promise<unknown> => {
    const buttons = rest.flatMap((each) =>
      typeof each === "string" ? [each] : isButton(each) ? [each.title] : [],
    );
    fake.messages.push({ level, text, buttons });
    const modal = rest.find((each) => typeof each === "object" && each !== null && "modal" in each);
    if (modal === undefined) return Promise.resolve(undefined);
    return answer("dialog", { text, buttons, ...modal });
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
  applyEdit: async ({ edits }: InstanceType<typeof values.WorkspaceEdit>) => {
    const changed = [...edits].map(([address, changes]) => {
      const document = fake.documents.find(({ uri }) => uri.toString() === address);
      return { document, changes, version: document?.version };
    });
    await Promise.resolve();
    fake.whileEditing();
    // Like VS Code, which knows the version that an edit was made for.
    const isLate = changed.some(({ document, version }) => document?.version !== version);
    if (!fake.acceptsEdits || isLate) return false;
    for (const { document, changes } of changed) document?.apply(changes);
    return true;
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
  findFiles: (pattern: unknown, _excluded?: unknown, max = Infinity): Promise<URI[]> => {
    const all = [...fake.files.keys()].map((key) => URI.parse(key));
    const found = all.filter((uri) => {
      const folder = named(uri);
      if (folder === undefined || !uri.path.endsWith(".campaign.json")) return false;
      if (!(pattern instanceof values.RelativePattern)) return true;
      const { base } = pattern;
      return folder === base && uri.path.slice(folder.uri.path.length + 1) === pattern.pattern;
    });
    return Promise.resolve(found.slice(0, max));
  },
  fs: fakeFiles,
  createFileSystemWatcher: (glob: unknown) => {
    // A class such as `[cC]` is a letter in either case.
    const pattern = (glob instanceof values.RelativePattern ? glob.pattern : String(glob)).replace(
      /\[(\w)\w\]/g,
      "$1",
    );
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
  onDidChangeActiveTextEditor: event("activated"),
  createWebviewPanel: (_type: string, title: string) => fake.addPanel(title),
  registerWebviewPanelSerializer: (type: string, serializer: PanelSerializer) => {
    fake.serializers.set(type, serializer);
    return { dispose: () => fake.serializers.delete(type) };
  },
  tabGroups: { activeTabGroup: { activeTab: undefined }, all: [] },
  showInformationMessage: showMessage("information"),
  showWarningMessage: showMessage("warning"),
  showErrorMessage: showMessage("error"),
  showInputBox: (options: unknown) => answer("input", options),
  showQuickPick: (items: unknown, options: unknown) => answer("pick", { items, options }),
  showWorkspaceFolderPick: (options: unknown) => answer("folder", options),
  createInputBox: () => fakeQuickInput("box", answer),
  createQuickPick: () => fakeQuickInput("list", answer),
  showTextDocument: (document: FakeDocument, options?: { readonly selection?: unknown }) => {
    const insertSnippet = ({ value }: { readonly value: string }) => {
      fake.inserted.push(value);
      return Promise.resolve(true);
    };
    const editor = {
      document,
      insertSnippet,
      selection: options?.selection as never,
      revealRange: () => undefined,
    };
    fake.activeEditor = editor;
    return Promise.resolve(editor);
  },
  withProgress: (...given: Parameters<typeof fake.withProgress>) => fake.withProgress(...given),
  createOutputChannel: () => fakeOutput(),
  createTreeView: (id: string, options: { readonly treeDataProvider: unknown }) => {
    const view = {
      ...options,
      visible: false,
      onDidChangeVisibility: event("shown"),
      dispose: () => undefined,
    };
    fake.views.set(id, view);
    return view;
  },
  setStatusBarMessage: (text: string) => fake.statusBar.push(text),
  createStatusBarItem: () => ({ show: () => undefined, hide: () => undefined, dispose: () => undefined }),
};

const register = (selector: unknown, provider: unknown) => {
  fake.providers.push({ selector, provider });
  return new values.Disposable(() => undefined);
};

const languages = {
  createDiagnosticCollection: (name: string) => fake.addCollection(name),
  getDiagnostics: (uri: URI) => fake.problemsOf(uri),
  onDidChangeDiagnostics: event("diagnosed"),
  createLanguageStatusItem: (id: string, selector: vscode.DocumentSelector) => {
    const item = { id, selector, dispose: () => fake.languageStatus.delete(id) };
    fake.languageStatus.set(id, item);
    return item;
  },
  registerCodeLensProvider: register,
  registerCompletionItemProvider: register,
  registerCodeActionsProvider: register,
  registerDocumentFormattingEditProvider: register,
  registerDocumentRangeFormattingEditProvider: register,
  registerDocumentSymbolProvider: register,
  registerFoldingRangeProvider: register,
  registerHoverProvider: register,
  registerSelectionRangeProvider: register,
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
  executeCommand: async (id: string, ...given: unknown[]): Promise<unknown> => {
    fake.executed.push({ id, given });
    await Promise.resolve();
    return fake.commands.get(id)?.(...given);
  },
};

const tasks = { registerTaskProvider: register };
const env = {
  language: "en",
  clipboard: { writeText: (text: string) => Promise.resolve(fake.copied.push(text)) },
};
const api = { ...values, workspace, window, languages, commands, tasks, env };
const load = Reflect.get(Module, "_load") as (this: unknown, ...given: unknown[]) => unknown;
Reflect.set(Module, "_load", function (this: unknown, ...given: unknown[]): unknown {
  return given[0] === "vscode" ? api : load.apply(this, given);
});
// The extension reads local files without VS Code. Loaded here, because it needs the module above.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would come before that module
const { localFiles, readerThrough } = require("../../../src/editor/workspace/files") as typeof Files;
localFiles.current = readerThrough(fakeFiles as never);
