import * as vscode from "vscode";
import { Lines } from "../../core/campaign/lines";
import { noConfig, parseConfig, type LintConfig, type ParsedConfig } from "../../core/lint/config";
import { configLookup, configName, type ConfigLookup } from "../../core/lint/config-lookup";
import { toDiagnostic } from "../diagnostics";
import { savedText } from "./campaign-text";

/** The configurations that hold for the campaigns of the workspace, and for those above it in the same repository. */
export interface LintConfigs {
  /** Looks up what holds for a file, which is then known until a configuration changes. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** What holds for a file that was prepared; the rules' own severities until it is. */
  settingsFor(uri: vscode.Uri): LintConfig;
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

/** Finds and reads `.campaignlint.json` files, and says what is wrong in those that are open. */
export function registerLintConfigs(): LintConfigs {
  const changed = new vscode.EventEmitter<void>();
  const collection = vscode.languages.createDiagnosticCollection("campaign-config");
  let lookups = new Map<string, ConfigLookup<ParsedConfig>>();
  let settled = new Map<string, LintConfig>();

  const forget = () => {
    lookups = new Map();
    settled = new Map();
    changed.fire();
  };
  const lookupFor = (uri: vscode.Uri): ConfigLookup<ParsedConfig> => {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, "..");
    const known = lookups.get(root.toString());
    if (known !== undefined) return known;
    const lookup = configLookup(treeOf(root), root.path);
    lookups.set(root.toString(), lookup);
    return lookup;
  };

  const show = (document: vscode.TextDocument) => {
    if (!isConfig(document.uri)) return;
    // Whether it is JSON at all the editor's own service says.
    const problems = parseConfig(document.getText()).problems.filter(
      ({ code }) => !code.startsWith("syntax/"),
    );
    const file = { uri: document.uri, lines: new Lines(document.getText()) };
    collection.set(
      document.uri,
      problems.map((problem) => toDiagnostic(file, problem)),
    );
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${configName}`);
  const registrations = vscode.Disposable.from(
    changed,
    collection,
    watcher,
    watcher.onDidCreate(forget),
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isConfig(document.uri)) forget();
    }),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidChangeWorkspaceFolders(forget),
  );
  vscode.workspace.textDocuments.forEach(show);

  return {
    prepare: async (uri) => {
      const key = uri.toString();
      // A configuration that changes while it is looked up makes the answer worthless: look again.
      for (let known = settled; !known.has(key); known = settled) {
        const found = await lookupFor(uri)(uri.path);
        known.set(key, found?.content ?? noConfig);
      }
    },
    settingsFor: (uri) => {
      const { severities, profiles } = settled.get(uri.toString()) ?? noConfig;
      return { severities, profiles };
    },
    onDidChange: changed.event,
    dispose: () => void registrations.dispose(),
  };
}

function isConfig({ path }: vscode.Uri): boolean {
  return path.endsWith(`/${configName}`);
}

/** The file system that a workspace folder is on. */
function treeOf(root: vscode.Uri) {
  return {
    read: async (path: string): Promise<ParsedConfig | undefined> => {
      const text = await savedText(root.with({ path }));
      return text === undefined ? undefined : parseConfig(text);
    },
    isRepository: async (folder: string): Promise<boolean> => {
      try {
        await vscode.workspace.fs.stat(root.with({ path: `${folder.replace(/\/$/, "")}/.git` }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
