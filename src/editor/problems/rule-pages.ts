import * as vscode from "vscode";
import { scheme } from "./rule-page";

/**
 * Serves the pages in the extension's `docs/rules` under their own scheme. Not every VS Code opens a `command:` or
 * `vscode:` link of a diagnostic, but every one opens a link to a file.
 */
export function registerRulePages(): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(scheme, new ExtensionDocs(), {
    isReadonly: true,
    isCaseSensitive: true,
  });
}

class ExtensionDocs implements vscode.FileSystemProvider {
  /** The pages change only with the extension. */
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Thenable<vscode.FileStat> {
    return vscode.workspace.fs.stat(packagedFile(uri));
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  readFile(uri: vscode.Uri): Thenable<Uint8Array> {
    return vscode.workspace.fs.readFile(packagedFile(uri));
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

function packagedFile(uri: vscode.Uri): vscode.Uri {
  const extension = vscode.extensions.getExtension("campaign-json.campaign-json");
  const isPage = /^\/rules\/[\w-]+\.md$/.test(uri.path);
  if (extension === undefined || !isPage) throw vscode.FileSystemError.FileNotFound(uri);
  return vscode.Uri.joinPath(extension.extensionUri, "docs", uri.path);
}
