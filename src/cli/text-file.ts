import { createReadStream } from "node:fs";
import { access, constants, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { maxCampaignLength } from "../core/campaign/document";

export type ReadText =
  | { readonly kind: "text"; readonly text: string; readonly bom: boolean }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** No file of more bytes has a text of `maxCampaignLength` units: UTF-8 spends at most three on one. */
const mostBytes = 3 * maxCampaignLength + 3;

/** Stands for a text that is larger than any that is looked at. */
const tooLarge = " ".repeat(maxCampaignLength + 1);

/** The text of a file without its byte order mark, or why it cannot be read. A huge file is not read whole. */
export async function readText(file: string): Promise<ReadText> {
  try {
    const info = await stat(file);
    if (info.isFile() && info.size > mostBytes) return { kind: "text", text: tooLarge, bom: false };
    // A pipe has no size: its end is found by reading.
    const bytes = info.isFile()
      ? await readFile(file)
      : await buffer(createReadStream(file, { end: mostBytes }));
    return bytes.length > mostBytes ? { kind: "text", text: tooLarge, bom: false } : decodeText(bytes);
  } catch (error) {
    const absent = codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
    return { kind: absent ? "absent" : "unreadable", reason: reasonOf(error, "read") };
  }
}

export function decodeText(bytes: Uint8Array): ReadText {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const bom = text.startsWith("\uFEFF");
    return { kind: "text", text: bom ? text.slice(1) : text, bom };
  } catch {
    return { kind: "unreadable", reason: "This file is not UTF-8 text. Save it as UTF-8." };
  }
}

/**
 * Puts a new text in the place of an old one: whole or not at all, in the file that a link points to, with its mode and
 * byte order mark. Answers why it was not done, or nothing.
 */
export async function replaceText(
  file: string,
  old: string,
  text: string,
  bom: boolean,
): Promise<string | undefined> {
  let temporary: string | undefined;
  try {
    const target = await realpath(file);
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    const name = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
    const handle = await open(name, "wx", mode);
    temporary = name;
    try {
      await handle.chmod(mode);
      await handle.writeFile((bom ? "\uFEFF" : "") + text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const now = await readText(target);
    if (now.kind !== "text" || now.text !== old)
      return "This file was changed by somebody else while it was checked, so it was not fixed. Run the command again.";
    await rename(name, target);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return reasonOf(error, "written");
  } finally {
    if (temporary !== undefined) await rm(temporary, { force: true });
  }
}

function reasonOf(error: unknown, done: "read" | "written"): string {
  const code = codeOf(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "There is no such file.";
    case "EISDIR":
      return "This is a folder, not a file.";
    case "EACCES":
    case "EPERM":
      return done === "read"
        ? "You have no permission to read this file."
        : "You have no permission to write this file, so it was not fixed.";
    case "EROFS":
      return "This file is on a disk that cannot be written to, so it was not fixed.";
    case "ENOSPC":
      return "There is no space left on the disk, so this file was not fixed.";
    case "ELOOP":
      return "This is a link that leads back to itself.";
    default:
      return `This file cannot be ${done}${code === "" ? "" : ` (${code})`}.`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
