import { randomUUID } from "node:crypto";
import { constants, copyFile, link, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../../node/ledger/file-errors";
import { reasonOf } from "./text-file";

/**
 * Writes a text to a file in one step: another program sees the old file, no file, or the complete text. `replace`
 * allows an existing file, whose mode and link stay. Returns the reason if it failed, else undefined.
 */
export async function writeText(file: string, text: string, replace: boolean): Promise<string | undefined> {
  try {
    const target = replace ? await targetOf(file) : file;
    const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
    try {
      await writeTemporary(temporary, text, replace ? await modeOf(target) : undefined);
      if (replace) await rename(temporary, target);
      else await putNew(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
    return undefined;
  } catch (error) {
    return codeOf(error) === "EEXIST"
      ? "This file already exists and was not changed. Choose another file, or pass --force."
      : `The campaign was not written. ${reasonOf(error, "written")}`;
  }
}

async function writeTemporary(temporary: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(temporary, "wx");
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `rename` would replace a file that another program created in the meantime. */
async function putNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    // Some file systems have no hard links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) throw error;
    await copyFile(temporary, target, constants.COPYFILE_EXCL);
  }
}

async function targetOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return file;
    throw error;
  }
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
