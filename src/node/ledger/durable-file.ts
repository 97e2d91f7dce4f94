import { open, rm } from "node:fs/promises";
import { codeOf } from "./file-errors";

/** Creates a file. It is on the disk when the promise resolves. */
export async function writeNewFile(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Flushes a rename to the disk. Windows has no such call for folders, and a few file systems refuse it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EPERM", "EBADF"].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}
