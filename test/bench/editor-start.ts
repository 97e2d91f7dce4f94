// Runs inside VS Code, started by `editor.ts`: measures the start of this extension and of VS Code's JSON one.
import { appendFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { inWorkspace, springWith, untilCodes } from "../editor/campaigns";
import { until } from "../editor/until";

/** What one start of an extension took. */
interface Start {
  /** To load the entry file, in milliseconds. */
  load: number;
  /** From the call of `activate` to its result, in milliseconds. */
  activate: number;
  /** From opening a file to its first problem, with the start of the extension, in milliseconds. */
  firstProblem: number;
  /** The JavaScript that was loaded before the first problem was shown. */
  bytes: number;
}

interface Measured {
  readonly id: string;
  /** Opens a file with a problem and waits until it is shown. */
  readonly showProblem: () => Promise<unknown>;
  /** Files below the extension that another process loads. */
  readonly elsewhere: readonly string[];
  /** Files below the extension that it loads only after its first problem is shown: see `test/unit/vsix.test.ts`. */
  readonly later: readonly string[];
}

const own: Measured = {
  id: "campaign-json.campaign-json",
  showProblem: async () => {
    const text = await springWith(['"end": "6:00 PM"', '"end": "6:00 AM"']);
    await openNew("start.campaign.json", text);
    await untilCodes(inWorkspace("start.campaign.json"), "window-inverted");
  },
  elsewhere: [],
  later: ["dist/features.js"],
};

const builtIn: Measured = {
  id: "vscode.json-language-features",
  showProblem: async () => {
    const uri = await openNew("start.json", '{ "a": }');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(uri)[0],
      () => "The JSON extension shows no problem.",
    );
  },
  elsewhere: ["server/dist/node/jsonServerMain.js"],
  later: [],
};

/** The entry point that VS Code calls. Both extensions start in each window, the first one by turns. */
export async function run(): Promise<void> {
  const phase = Number(process.env["CAMPAIGN_JSON_TEST_PHASE"] ?? 1);
  const order = phase % 2 === 0 ? [own, builtIn] : [builtIn, own];
  const output = process.env["CAMPAIGN_JSON_BENCH_OUTPUT"];
  if (output === undefined) throw new Error("CAMPAIGN_JSON_BENCH_OUTPUT names no file.");
  const starts: Record<string, Start> = {};
  // Other parts of VS Code may have activated the JSON extension, so not every window counts.
  for (const one of order) {
    const start = extensionOf(one.id).isActive ? undefined : await measure(one);
    if (start !== undefined) starts[one.id] = start;
  }
  await appendFile(output, `${JSON.stringify(starts)}\n`);
  // The next window would open these editors again.
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const results = process.env["CAMPAIGN_JSON_TEST_RESULTS"];
  const counts = { passed: 1, failed: 0, skipped: 0, retried: [], failures: [] };
  if (results !== undefined) await writeFile(results, JSON.stringify(counts));
}

async function measure({ id, showProblem, elsewhere, later }: Measured): Promise<Start | undefined> {
  const extension = extensionOf(id);
  const { main } = extension.packageJSON as { readonly main: string };
  const file = require.resolve(path.join(extension.extensionPath, main));
  const start: Start = { load: 0, activate: 0, firstProblem: 0, bytes: 0 };
  const began = performance.now();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the entry that VS Code loads, from its cache
  const entry = require(file) as { activate: (context: unknown) => unknown };
  start.load = performance.now() - began;
  const activation = wrapped(file, entry, start);
  const opened = performance.now();
  await showProblem();
  start.firstProblem = start.load + performance.now() - opened;
  const below = (files: readonly string[]) => files.map((one) => path.join(extension.extensionPath, one));
  const own = Object.keys(require.cache).filter(
    (one) => one.startsWith(extension.extensionPath + path.sep) && one.endsWith(".js"),
  );
  // Another part of VS Code activated it at the same moment, before it was wrapped.
  if (!activation.called()) return undefined;
  start.bytes = await bytesOf([...own.filter((one) => !below(later).includes(one)), ...below(elsewhere)]);
  await activation.ended;
  return start;
}

function extensionOf(id: string): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(id);
  if (extension === undefined) throw new Error(`${id} is not installed.`);
  return extension;
}

interface Activation {
  readonly called: () => boolean;
  /** Settles when the call does. */
  readonly ended: Promise<void>;
}

/** Times `activate` when VS Code calls it. */
function wrapped(file: string, entry: { activate: (context: unknown) => unknown }, start: Start): Activation {
  const loaded = require.cache[file];
  if (loaded === undefined) throw new Error(`${file} is not in the cache.`);
  let called = false;
  const ended = new Promise<void>((resolve) => {
    const activate = async (context: unknown): Promise<unknown> => {
      called = true;
      const began = performance.now();
      try {
        return await entry.activate(context);
      } finally {
        start.activate = performance.now() - began;
        resolve();
      }
    };
    loaded.exports = { ...entry, activate };
  });
  return { called: () => called, ended };
}

async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function openNew(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(uri);
  return uri;
}
