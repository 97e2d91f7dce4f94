import { writeFile } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { noConfig } from "../../src/core/lint/configuration/config";
import { createWorkspaceCheck } from "../../src/editor/workspace/workspace-check";
import { inWorkspace, springWith } from "./campaigns";

/** One campaign in this many has a problem. */
export const every = 10;

/** Writes campaigns into a folder of the workspace, each with its own name and list. `fault` is in one of `every`. */
export async function writeMany(
  folder: string,
  count: number,
  fault: readonly [from: string, to: string],
): Promise<void> {
  const [good, bad] = [await springWith(), await springWith(fault)];
  const textOf = (index: number) =>
    (index % every === 0 ? bad : good)
      .replace("Spring reminder", `Campaign ${index}`)
      .replace("Bills owed in July", `List ${index}`);
  const absolute = inWorkspace(folder).fsPath;
  for (let at = 0; at < count; at += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - at) }, (_, index) =>
        writeFile(path.join(absolute, `${at + index}.campaign.json`), textOf(at + index)),
      ),
    );
}

/** The check of all campaigns, without a configuration and without an editor. Throws what it would log. */
export function checkOfWorkspace(): ReturnType<typeof createWorkspaceCheck> {
  return createWorkspaceCheck({
    checking: {
      prepare: async () => {},
      optionsFor: () => noConfig,
      problemsOf: () => [],
      onDidChangeOptions: () => new vscode.Disposable(() => {}),
    },
    campaigns: { refresh: async () => {} },
    log: {
      error: (message) => {
        throw new Error(String(message));
      },
    },
  });
}
