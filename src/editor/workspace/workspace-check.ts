import * as vscode from "vscode";
import { Lines } from "../../core/campaign/lines";
import type { Problem } from "../../core/campaign/problem";
import { checkCampaign } from "../../core/lint/check";
import type { Checking } from "../problems/register";
import { toDiagnostic } from "../problems/diagnostics";
import { campaignFiles, findCampaigns, forEachConcurrently, savedFile } from "./campaign-text";
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
  /** Files with an error or a warning. */
  readonly files: number;
}

/** Checks campaigns that are not open; open ones are looked after as they are edited. */
export interface WorkspaceCheck {
  /** Checks every campaign of the workspace, and keeps right afterwards what it found. */
  run(
    progress: vscode.Progress<{ message: string; increment: number }>,
    stop: vscode.CancellationToken,
  ): Promise<CheckedWorkspace>;
  dispose(): void;
}

export function createWorkspaceCheck({ checking, campaigns, log }: WorkspaceCheckDeps): WorkspaceCheck {
  const collection = vscode.languages.createDiagnosticCollection("campaign-workspace");
  const checked = new Map<string, vscode.Uri>();
  /** Of each file the last check that was begun: what an older one read may be out of date. */
  const begun = new Map<string, object>();
  let disposed = false;

  /** Returns what was found; nothing when a later check took its place. */
  const check = async (uri: vscode.Uri): Promise<readonly Problem[]> => {
    const key = uri.toString();
    const own = {};
    begun.set(key, own);
    const saved = openDocument(uri) === undefined ? await savedFile(uri) : undefined;
    await checking.prepare(uri);
    if (disposed || begun.get(key) !== own) return [];
    begun.delete(key);
    // It may have been opened while it was read.
    const open = openDocument(uri);
    if (saved === undefined || saved.kind === "absent" || open !== undefined) {
      collection.delete(uri);
      return open === undefined ? [] : checking.problemsOf(open);
    }
    if (saved.kind === "unreadable") {
      const unread = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), saved.reason);
      unread.source = "campaign";
      collection.set(uri, [unread]);
      return [];
    }
    const { text } = saved;
    const { problems } = checkCampaign(text, checking.optionsFor(uri, text));
    // To say that nothing was found where nothing was shown is a message to the window all the same.
    if (problems.length === 0 && !collection.has(uri)) return problems;
    const file = { uri, lines: new Lines(text) };
    collection.set(
      uri,
      problems.map((problem) => toDiagnostic(file, problem)),
    );
    return problems;
  };

  /** What is to be checked again, each file once however often it changes meanwhile. */
  const waiting = new Map<string, vscode.Uri>();
  let following = false;
  const follow = async () => {
    following = true;
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
      following = false;
    }
  };
  const again = (...uris: readonly vscode.Uri[]) => {
    for (const uri of uris) if (checked.has(uri.toString())) waiting.set(uri.toString(), uri);
    if (waiting.size > 0 && !following) void follow().catch((error: unknown) => log.error(String(error)));
  };
  const gone = (uri: vscode.Uri) => {
    const key = uri.toString();
    for (const map of [checked, begun, waiting]) map.delete(key);
    collection.delete(uri);
  };

  const watcher = vscode.workspace.createFileSystemWatcher(campaignFiles, true);
  const registrations = vscode.Disposable.from(
    collection,
    watcher,
    watcher.onDidChange((uri) => again(uri)),
    watcher.onDidDelete(gone),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
    checking.onDidChangeOptions(() => again(...checked.values())),
  );

  return {
    run: async (progress, stop) => {
      await Promise.race([campaigns.refresh(), cancellation(stop)]);
      const files = stop.isCancellationRequested ? [] : await findCampaigns(stop);
      const step = Math.ceil(files.length / mostReports);
      let done = 0;
      const found = { errors: 0, warnings: 0, files: 0 };
      const one = async (uri: vscode.Uri) => {
        checked.set(uri.toString(), uri);
        waiting.delete(uri.toString());
        const problems = await check(uri);
        const errors = problems.filter(({ severity }) => severity === "error").length;
        const warnings = problems.filter(({ severity }) => severity === "warning").length;
        found.errors += errors;
        found.warnings += warnings;
        if (errors + warnings > 0) found.files++;
        done++;
        if (stop.isCancellationRequested || (done % step !== 0 && done < files.length)) return;
        const message = `${done} of ${files.length}`;
        progress.report({ message, increment: (100 * step) / files.length });
      };
      await forEachConcurrently(files, one, () => stop.isCancellationRequested || disposed);
      return { done, all: files.length, ...found };
    },
    dispose: () => {
      disposed = true;
      registrations.dispose();
    },
  };
}

/** A person sees no more steps than these. */
const mostReports = 100;

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
