import { constants, promises as fs, type Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../../node/ledger/file-errors";
import { reasonOf, readText } from "./text-file";

/**
 * Replaces the text of a file, or of the file that a link points to. Keeps its mode, owner, byte order mark and hard
 * links. Returns the reason if it failed, else undefined.
 *
 * A new file replaces the old one in one step. If that would break a hard link or change the owner, the old file is
 * overwritten instead, and its old text is restored if that fails.
 */
export async function replaceText(
  file: string,
  old: string,
  text: string,
  bom: boolean,
): Promise<string | undefined> {
  const mark = bom ? "\uFEFF" : "";
  try {
    const target = await fs.realpath(file);
    await fs.access(target, constants.W_OK);
    const info = await fs.stat(target);
    const change = { target, old, before: mark + old, after: mark + text };
    const replaced = info.nlink > 1 ? "not-possible" : await putNewFile(change, info);
    if (replaced === "not-possible") return await writeInPlace(change);
    return replaced === "changed" ? CHANGED : undefined;
  } catch (error) {
    return notFixed(reasonOf(error, "written"));
  }
}

interface Change {
  readonly target: string;
  /** Without the byte order mark. */
  readonly old: string;
  readonly before: string;
  readonly after: string;
}

const CHANGED = "The file changed during the check and was not fixed. Run the command again.";

async function putNewFile(
  { target, old, after }: Change,
  { mode, uid, gid }: Stats,
): Promise<"done" | "changed" | "not-possible"> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${crypto.randomUUID()}.tmp`);
  const handle = await openNew(temporary, mode);
  if (handle === undefined) return "not-possible";
  try {
    try {
      const own = await handle.stat();
      if (own.uid !== uid || own.gid !== gid) {
        try {
          await handle.chown(uid, gid);
        } catch {
          return "not-possible";
        }
      }
      // Set after the owner: changing the owner clears bits of the mode.
      await handle.chmod(mode);
      await handle.writeFile(after);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await isStill(target, old))) return "changed";
    await fs.rename(temporary, target);
    return "done";
  } finally {
    await fs.rm(temporary, { force: true });
  }
}

/** Undefined if the folder does not allow a new file; the old file may still be writable. */
async function openNew(file: string, mode: number): Promise<FileHandle | undefined> {
  try {
    return await fs.open(file, "wx", mode);
  } catch (error) {
    if (["EACCES", "EPERM"].includes(codeOf(error))) return undefined;
    throw error;
  }
}

async function writeInPlace({ target, old, before, after }: Change): Promise<string | undefined> {
  if (!(await isStill(target, old))) return CHANGED;
  const handle = await fs.open(target, "r+");
  const write = async (content: string) => {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length;)
      at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
    await handle.truncate(bytes.length);
    await handle.sync();
  };
  try {
    await write(after);
    return undefined;
  } catch (error) {
    // The old text fits: its space on the disk is already allocated.
    await write(before);
    return notFixed(reasonOf(error, "written"));
  } finally {
    await handle.close();
  }
}

async function isStill(target: string, old: string): Promise<boolean> {
  const now = await readText(target);
  return now.kind === "text" && now.text === old;
}

function notFixed(reason: string): string {
  return `${reason} It was not fixed.`;
}
