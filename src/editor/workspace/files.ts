import * as disk from "node:fs/promises";
import * as vscode from "vscode";

/** Reads files. Errors are those of `vscode.workspace.fs`. */
export interface FileReader {
  readonly stat: (uri: vscode.Uri) => PromiseLike<Pick<vscode.FileStat, "size">>;
  readonly readFile: (uri: vscode.Uri) => PromiseLike<Uint8Array>;
}

/**
 * The files of this computer. VS Code’s own file system asks the window before it reads one, and a window that is
 * starting takes half a second to answer.
 */
export const onDisk: FileReader = {
  stat: (uri) => disk.stat(uri.fsPath).catch(asFileSystemError(uri)),
  readFile: async (uri) => {
    // A pipe or a device has no end.
    if (!(await disk.stat(uri.fsPath).catch(asFileSystemError(uri))).isFile())
      throw vscode.FileSystemError.Unavailable(uri);
    return disk.readFile(uri.fsPath).catch(asFileSystemError(uri));
  },
};

/** Reads files of the scheme `file`. Tests have their own. */
export const localFiles: { current: FileReader } = { current: onDisk };

/** The reader for the file system of an address. */
export function readerFor({ scheme }: vscode.Uri): FileReader {
  return scheme === "file" ? localFiles.current : vscode.workspace.fs;
}

/** Whether a file or folder exists and can be seen. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await readerFor(uri).stat(uri);
    return true;
  } catch {
    return false;
  }
}

function asFileSystemError(uri: vscode.Uri): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    throw isAbsent ? vscode.FileSystemError.FileNotFound(uri) : vscode.FileSystemError.Unavailable(uri);
  };
}
