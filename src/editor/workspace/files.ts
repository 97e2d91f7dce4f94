import * as disk from "node:fs/promises";
import * as vscode from "vscode";

/** Reads files. Errors are those of `vscode.workspace.fs`. */
export interface FileReader {
  readonly stat: (uri: vscode.Uri) => PromiseLike<Pick<vscode.FileStat, "size">>;
  /** Undefined if the file is larger. */
  readonly readAtMost: (uri: vscode.Uri, maxBytes: number) => Promise<Uint8Array | undefined>;
}

/**
 * The files of this computer. VS Code’s own file system asks the window before it reads one, and a window that is
 * starting takes half a second to answer.
 */
export const onDisk: FileReader = {
  stat: (uri) => disk.stat(uri.fsPath).catch(asFileSystemError(uri)),
  readAtMost: async (uri, maxBytes) => {
    const info = await disk.stat(uri.fsPath).catch(asFileSystemError(uri));
    // A pipe or a device has no end.
    if (!info.isFile()) throw vscode.FileSystemError.Unavailable(uri);
    return info.size > maxBytes ? undefined : disk.readFile(uri.fsPath).catch(asFileSystemError(uri));
  },
};

/** Reads through VS Code. */
export function readerThrough(files: Pick<vscode.FileSystem, "stat" | "readFile">): FileReader {
  return {
    stat: (uri) => files.stat(uri),
    readAtMost: async (uri, maxBytes) =>
      (await files.stat(uri)).size > maxBytes ? undefined : files.readFile(uri),
  };
}

/** Reads files of the scheme `file`. Tests have their own. */
export const localFiles: { current: FileReader } = { current: onDisk };

/** The reader for the file system of an address. */
export function readerFor({ scheme }: vscode.Uri): FileReader {
  return scheme === "file" ? localFiles.current : readerThrough(vscode.workspace.fs);
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

/** Whether a folder is the root of a repository. `near` is any address of the same file system. */
export function isRepository(near: vscode.Uri, folder: string): Promise<boolean> {
  return exists(vscode.Uri.joinPath(near.with({ path: folder }), ".git"));
}

function asFileSystemError(uri: vscode.Uri): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    throw isAbsent ? vscode.FileSystemError.FileNotFound(uri) : vscode.FileSystemError.Unavailable(uri);
  };
}
