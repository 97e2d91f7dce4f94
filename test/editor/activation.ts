import path from "node:path";
import * as vscode from "vscode";

interface Entry {
  activate(context: vscode.ExtensionContext): unknown;
}

/** The extension's context. Global, because each test bundle has its own copy of this module. */
const holder = globalThis as { campaignJsonContext?: vscode.ExtensionContext };

/**
 * Wraps the extension's entry, so that a test can deactivate and reactivate the extension. Call it before the first
 * campaign is opened.
 */
export function captureActivation(): void {
  const extension = thisExtension();
  if (extension.isActive) throw new Error("The extension was active before the tests began.");
  const file = require.resolve(entryFile(extension));
  const entry = loadEntry(file);
  const loaded = require.cache[file];
  if (loaded === undefined) throw new Error(`${file} was not loaded from disk.`);
  loaded.exports = {
    ...entry,
    activate: (context: vscode.ExtensionContext) => {
      holder.campaignJsonContext = context;
      return entry.activate(context);
    },
  };
}

export function thisExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("campaign-json.campaign-json");
  if (extension === undefined) throw new Error("The extension is not there.");
  return extension;
}

/**
 * Deactivates the extension. Keeps its output channels, because the same extension host cannot create a channel with the
 * same name again.
 */
export function deactivate(): void {
  const { subscriptions } = context();
  for (const part of subscriptions.splice(0).reverse()) if (!("appendLine" in part)) part.dispose();
}

/** Activates the extension again. */
export async function reactivate(): Promise<void> {
  await loadEntry(entryFile(thisExtension())).activate(context());
}

function context(): vscode.ExtensionContext {
  const { campaignJsonContext } = holder;
  if (campaignJsonContext === undefined) throw new Error("The extension was never activated.");
  return campaignJsonContext;
}

function entryFile(extension: vscode.Extension<unknown>): string {
  const { main } = extension.packageJSON as { readonly main: string };
  return path.join(extension.extensionPath, main);
}

function loadEntry(file: string): Entry {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the bundle VS Code itself loads, from its cache
  return require(file) as Entry;
}
