import * as vscode from "vscode";
import { Lines } from "../../core/campaign/lines";
import { noConfig, parseConfig, type LintConfig } from "../../core/lint/configuration/config";
import { configLookup, configName, type ConfigLookup } from "../../core/lint/configuration/lookup";
import type { Problem } from "../../core/campaign/problem";
import { rangesIn, toDiagnostic } from "../problems/diagnostics";
import { isEditable, savedLocation } from "../ui/editable";
import { savedText } from "./campaign-text";
import { watchOutside } from "./watch-outside";

/** The configurations that hold for the campaigns of the workspace, and for those above it in the same repository. */
export interface LintConfigs {
  /** Looks up what holds for a file, which is then known until a configuration changes. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** What holds for a file that was prepared; after a change the old settings until the new ones are read. */
  settingsFor(uri: vscode.Uri): LintConfig;
  /** The first thing wrong with the configuration of a file that was prepared. */
  faultFor(uri: vscode.Uri): ConfigFault | undefined;
  /** What is wrong in an open configuration, at offsets of its current text. */
  problemsOf(document: vscode.TextDocument): readonly Problem[];
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

/** What a configuration with a fault was to forbid is not known. */
export interface ConfigFault {
  readonly uri: vscode.Uri;
  /** Where it stands; at the start where the file cannot be read. */
  readonly range: vscode.Range;
  readonly message: string;
}

interface Settled extends LintConfig {
  readonly fault?: ConfigFault;
}

/** Finds and reads `.campaignlint.json` files, and says what is wrong in those that are open. */
export function registerLintConfigs(): LintConfigs {
  const changed = new vscode.EventEmitter<void>();
  const collection = vscode.languages.createDiagnosticCollection("campaign-config");
  let lookups = new Map<string, ConfigLookup<Settled>>();
  /** What is known since the last change, and what was known before it. */
  let settled = new Map<string, Settled>();
  let before = new Map<string, Settled>();

  const forget = () => {
    lookups = new Map();
    before = new Map([...before, ...settled]);
    settled = new Map();
    changed.fire();
  };
  const outside = watchOutside(configName, forget);
  const lookupFor = (place: vscode.Uri): ConfigLookup<Settled> => {
    const root = vscode.workspace.getWorkspaceFolder(place)?.uri ?? vscode.Uri.joinPath(place, "..");
    const known = lookups.get(root.toString());
    if (known !== undefined) return known;
    const lookup = configLookup(treeOf(root, outside.watch), root.path);
    lookups.set(root.toString(), lookup);
    return lookup;
  };
  const knownFor = (uri: vscode.Uri) => settled.get(uri.toString()) ?? before.get(uri.toString());

  /** Whether it is JSON at all the editor's own service says. */
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
      const place = savedLocation(uri);
      // A configuration that changes while it is looked up makes the answer worthless: look again.
      for (let known = settled; !known.has(key); known = settled) {
        const found = place && (await lookupFor(place)(place.path));
        known.set(key, found?.content ?? noConfig);
      }
    },
    settingsFor: (uri) => {
      const { severities, profiles } = knownFor(uri) ?? noConfig;
      return { severities, profiles };
    },
    faultFor: (uri) => knownFor(uri)?.fault,
    problemsOf,
    onDidChange: changed.event,
    dispose: () => void registrations.dispose(),
  };
}

function isConfig(uri: vscode.Uri): boolean {
  return uri.path.endsWith(`/${configName}`) && isEditable(uri);
}

/** Undefined when there is none. */
async function readConfig(uri: vscode.Uri): Promise<Settled | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  const text = await savedText(uri);
  if (text === undefined) {
    const message = "It cannot be read.";
    return { ...noConfig, fault: { uri, range: new vscode.Range(0, 0, 0, 0), message } };
  }
  const config = parseConfig(text);
  const [first] = config.problems;
  if (first === undefined) return config;
  return { ...config, fault: { uri, range: rangesIn(new Lines(text))(first), message: first.message } };
}

/** The file system that a workspace folder is on. Each place that is looked at is passed to `watch`. */
function treeOf(root: vscode.Uri, watch: (file: vscode.Uri) => void) {
  return {
    read: (path: string): Promise<Settled | undefined> => {
      const file = root.with({ path });
      watch(file);
      return readConfig(file);
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
