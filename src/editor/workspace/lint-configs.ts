import * as vscode from "vscode";
import { Lines } from "../../core/campaign/lines";
import { noConfig, parseConfig, type LintConfig } from "../../core/lint/configuration/config";
import { configLookup, configName, type ConfigLookup } from "../../core/lint/configuration/lookup";
import type { Problem } from "../../core/campaign/problem";
import { rangesIn, toDiagnostic } from "../problems/diagnostics";
import { isEditable, savedLocation } from "../ui/editable";
import { savedText } from "./campaign-text";
import { exists, isRepository } from "./files";
import { watchOutside } from "./watch-outside";

/** The configurations that apply to campaigns. They may be in a parent folder of the workspace, in the same repository. */
export interface LintConfigs {
  /** Finds and reads the configuration of a file. The result is cached until a configuration changes. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** The settings of a prepared file. After a change, the old settings until the new ones are read. */
  settingsFor(uri: vscode.Uri): LintConfig;
  /** The configuration that applies to a prepared file, if there is one. */
  fileFor(uri: vscode.Uri): vscode.Uri | undefined;
  /** The first problem in the configuration of a prepared file. */
  faultFor(uri: vscode.Uri): ConfigFault | undefined;
  /** The saved configuration that applies to a file, if any. */
  nearest(uri: vscode.Uri): Promise<vscode.Uri | undefined>;
  /** The problems in an open configuration, at offsets of its current text. */
  problemsOf(document: vscode.TextDocument): readonly Problem[];
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

/** A problem in a configuration. Its rules cannot be applied, so it blocks submission. */
export interface ConfigFault {
  readonly uri: vscode.Uri;
  /** The start of the file if the file cannot be read. */
  readonly range: vscode.Range;
  readonly message: string;
}

interface ReadConfig extends LintConfig {
  readonly file?: vscode.Uri;
  readonly fault?: ConfigFault;
}

/** Finds and reads `.campaignlint.json` files, and shows the problems in open ones. */
export function registerLintConfigs(): LintConfigs {
  const changed = new vscode.EventEmitter<void>();
  const collection = vscode.languages.createDiagnosticCollection("campaign-config");
  let lookups = new Map<string, ConfigLookup<ReadConfig>>();
  /** Read since the last change, and read before it. */
  let current = new Map<string, ReadConfig>();
  let before = new Map<string, ReadConfig>();

  const invalidate = () => {
    lookups = new Map();
    before = new Map([...before, ...current]);
    current = new Map();
    changed.fire();
  };
  const outside = watchOutside(configName, invalidate);
  const lookupFor = (location: vscode.Uri): ConfigLookup<ReadConfig> => {
    const root = vscode.workspace.getWorkspaceFolder(location)?.uri ?? vscode.Uri.joinPath(location, "..");
    const existing = lookups.get(root.toString());
    if (existing !== undefined) return existing;
    const lookup = configLookup(treeOf(root, outside.watch), root.path);
    lookups.set(root.toString(), lookup);
    return lookup;
  };
  const readFor = (uri: vscode.Uri) => current.get(uri.toString()) ?? before.get(uri.toString());

  /** Without syntax errors, which the editor's built-in JSON service reports. */
  const problemsOf = (document: vscode.TextDocument): readonly Problem[] =>
    isConfig(document.uri)
      ? parseConfig(document.getText()).problems.filter(({ code }) => !code.startsWith("syntax/"))
      : [];
  const show = (document: vscode.TextDocument) => {
    if (!isConfig(document.uri)) return;
    const file = { uri: document.uri, lines: new Lines(document.getText()) };
    collection.set(
      document.uri,
      problemsOf(document).map((problem) => toDiagnostic(file, problem)),
    );
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
  const registrations = vscode.Disposable.from(
    changed,
    collection,
    outside,
    watcher,
    watcher.onDidCreate(invalidate),
    watcher.onDidChange(invalidate),
    watcher.onDidDelete(invalidate),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isConfig(document.uri)) invalidate();
    }),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidChangeWorkspaceFolders(invalidate),
  );
  vscode.workspace.textDocuments.forEach(show);

  return {
    prepare: async (uri) => {
      const key = uri.toString();
      const location = savedLocation(uri);
      // If a configuration changes during the lookup, `current` is a new map: look up again.
      for (let read = current; !read.has(key); read = current) {
        const found = location && (await lookupFor(location)(location.path));
        read.set(key, found?.content ?? noConfig);
      }
    },
    settingsFor: (uri) => {
      const { severities, ruleOptions, profiles } = readFor(uri) ?? noConfig;
      return { severities, ruleOptions, profiles };
    },
    fileFor: (uri) => readFor(uri)?.file,
    faultFor: (uri) => readFor(uri)?.fault,
    nearest: async (uri) => {
      const location = savedLocation(uri);
      const found = location && (await lookupFor(location)(location.path));
      return found && location.with({ path: found.path });
    },
    problemsOf,
    onDidChange: changed.event,
    dispose: () => void registrations.dispose(),
  };
}

function isConfig(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${configName}`) && isEditable(uri);
}

/** Undefined if the file does not exist. */
async function readConfig(uri: vscode.Uri): Promise<ReadConfig | undefined> {
  if (!(await exists(uri))) return undefined;
  const text = await savedText(uri);
  if (text === undefined) {
    const message = "The file can’t be read.";
    return { ...noConfig, file: uri, fault: { uri, range: new vscode.Range(0, 0, 0, 0), message } };
  }
  const config = { ...parseConfig(text), file: uri };
  const [first] = config.problems;
  if (first === undefined) return config;
  return { ...config, fault: { uri, range: rangesIn(new Lines(text))(first), message: first.message } };
}

/** The file system of a workspace folder. Passes each file that it tries to read to `watch`. */
function treeOf(root: vscode.Uri, watch: (file: vscode.Uri) => void) {
  return {
    read: (path: string): Promise<ReadConfig | undefined> => {
      const file = root.with({ path });
      watch(file);
      return readConfig(file);
    },
    isRepository: (folder: string) => isRepository(root, folder),
  };
}
