import * as vscode from "vscode";
import { parseDocument } from "../../core/campaign/document";
import { Lines } from "../../core/campaign/lines";
import type { Problem } from "../../core/campaign/problem";
import { checkCampaign } from "../../core/lint/check";
import type { Checking } from "../problems/register";
import { toDiagnostic } from "../problems/diagnostics";
import { campaignFiles, findCampaigns, forEachConcurrently, maxCampaigns, savedFile } from "./campaign-text";
import type { WorkspaceCampaigns } from "./campaigns";

export interface WorkspaceCheckDeps {
  readonly checking: Pick<Checking, "prepare" | "optionsFor" | "onDidChangeOptions" | "problemsOf">;
  readonly campaigns: Pick<WorkspaceCampaigns, "refresh">;
  readonly log: Pick<vscode.LogOutputChannel, "error">;
}

export interface CheckedWorkspace {
  readonly done: number;
  readonly all: number;
  readonly errors: number;
  readonly warnings: number;
  /** Number of files with an error or a warning. */
  readonly files: number;
  /** Whether the workspace may have more campaigns than a window checks. */
  readonly limited: boolean;
}

/** Checks campaigns that are not open. `Checking` checks open ones. */
export interface WorkspaceCheck {
  /** Checks every campaign in the workspace, and updates the problems when files change later. */
  run(
    progress: vscode.Progress<{ message: string; increment: number }>,
    stop: vscode.CancellationToken,
  ): Promise<CheckedWorkspace>;
  dispose(): void;
}

export function createWorkspaceCheck({ checking, campaigns, log }: WorkspaceCheckDeps): WorkspaceCheck {
  const collection = vscode.languages.createDiagnosticCollection("campaign-workspace");
  const checked = new Map<string, vscode.Uri>();
  /** The latest check of each file. The result of an earlier one may be outdated. */
  const latest = new Map<string, object>();
  let disposed = false;

  /** Returns the problems, none if a later check of the same file has started. */
  const check = async (uri: vscode.Uri): Promise<readonly Problem[]> => {
    const key = uri.toString();
    const current = {};
    latest.set(key, current);
    const saved = openDocument(uri) === undefined ? await savedFile(uri) : undefined;
    await checking.prepare(uri);
    if (disposed || latest.get(key) !== current) return [];
    latest.delete(key);
    // The file may have been opened meanwhile.
    const open = openDocument(uri);
    if (saved === undefined || saved.kind === "absent" || open !== undefined) {
      collection.delete(uri);
      return open === undefined ? [] : checking.problemsOf(open);
    }
    if (saved.kind === "unreadable") {
      const unreadable = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), saved.reason);
      unreadable.source = "campaign";
      collection.set(uri, [unreadable]);
      return [];
    }
    const { text } = saved;
    const campaign = parseDocument(text);
    const { problems } = checkCampaign(campaign, checking.optionsFor(uri, campaign));
    // Setting an empty list where none is shown would still send a message to the window.
    if (problems.length === 0 && !collection.has(uri)) return problems;
    const file = { uri, lines: new Lines(text) };
    collection.set(
      uri,
      problems.map((problem) => toDiagnostic(file, problem)),
    );
    return problems;
  };

  /** Files to check again, each once, however often it changes meanwhile. */
  const waiting = new Map<string, vscode.Uri>();
  let recheckingNow = false;
  const recheckWaiting = async () => {
    recheckingNow = true;
    try {
      while (waiting.size > 0 && !disposed) {
        const files = [...waiting];
        await forEachConcurrently(
          files,
          async ([key, uri]) => {
            if (waiting.delete(key)) await check(uri);
          },
          () => disposed,
        );
      }
    } finally {
      recheckingNow = false;
    }
  };
  const recheck = (...uris: readonly vscode.Uri[]) => {
    for (const uri of uris) if (checked.has(uri.toString())) waiting.set(uri.toString(), uri);
    if (waiting.size > 0 && !recheckingNow)
      void recheckWaiting().catch((error: unknown) => log.error(String(error)));
  };
  const remove = (uri: vscode.Uri) => {
    const key = uri.toString();
    for (const map of [checked, latest, waiting]) map.delete(key);
    // Deleting where none is shown would still send a message to the window, one for each of thousands of files.
    if (collection.has(uri)) collection.delete(uri);
  };

  const watcher = vscode.workspace.createFileSystemWatcher(campaignFiles, true);
  const registrations = vscode.Disposable.from(
    collection,
    watcher,
    watcher.onDidChange((uri) => recheck(uri)),
    watcher.onDidDelete(remove),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => recheck(uri)),
    checking.onDidChangeOptions(({ affects }) =>
      recheck(...[...checked.values()].filter((uri) => affects(uri))),
    ),
  );

  return {
    run: async (progress, stop) => {
      await Promise.race([campaigns.refresh(), cancellation(stop)]);
      const files = stop.isCancellationRequested ? [] : await findCampaigns(stop);
      const step = Math.ceil(files.length / maxReports);
      let done = 0;
      const counts = { errors: 0, warnings: 0, files: 0 };
      const checkFile = async (uri: vscode.Uri) => {
        checked.set(uri.toString(), uri);
        waiting.delete(uri.toString());
        const problems = await check(uri);
        const errors = problems.filter(({ severity }) => severity === "error").length;
        const warnings = problems.filter(({ severity }) => severity === "warning").length;
        counts.errors += errors;
        counts.warnings += warnings;
        if (errors + warnings > 0) counts.files++;
        done++;
        if (stop.isCancellationRequested || (done % step !== 0 && done < files.length)) return;
        const message = `${done} of ${files.length}`;
        progress.report({ message, increment: (100 * step) / files.length });
      };
      await forEachConcurrently(files, checkFile, () => stop.isCancellationRequested || disposed);
      return { done, all: files.length, ...counts, limited: files.length >= maxCampaigns };
    },
    dispose: () => {
      disposed = true;
      registrations.dispose();
    },
  };
}

/** Limits progress reports to about one per percent. */
const maxReports = 100;

async function cancellation(token: vscode.CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return;
  await new Promise<void>((resolve) => {
    const listener = token.onCancellationRequested(() => {
      listener.dispose();
      resolve();
    });
  });
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
