import * as vscode from "vscode";

/** Watches files with one name outside the workspace folders, which the workspace's watchers do not cover. */
export interface OutsideWatch {
  readonly watch: (file: vscode.Uri) => void;
  dispose(): void;
}

/** Watches each folder once, without its subfolders. */
export function watchOutside(name: string, onChange: () => void): OutsideWatch {
  const watchers = new Map<string, vscode.Disposable>();
  return {
    watch: (file) => {
      const folder = vscode.Uri.joinPath(file, "..");
      const key = folder.toString();
      if (watchers.has(key) || vscode.workspace.getWorkspaceFolder(file) !== undefined) return;
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
      watchers.set(
        key,
        vscode.Disposable.from(
          watcher,
          watcher.onDidCreate(onChange),
          watcher.onDidChange(onChange),
          watcher.onDidDelete(onChange),
        ),
      );
    },
    dispose: () => {
      for (const watcher of watchers.values()) watcher.dispose();
      watchers.clear();
    },
  };
}
