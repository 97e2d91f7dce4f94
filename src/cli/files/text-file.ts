import { createReadStream, lstatSync, promises as fs, readFileSync, statSync } from "node:fs";
import { maxCampaignLength } from "../../core/campaign/document";
import { codeOf } from "../../node/ledger/file-errors";

export type ReadText =
  | { readonly kind: "text"; readonly text: string; readonly bom: boolean }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** A larger file cannot contain a text within `maxCampaignLength`: UTF-8 needs at most three bytes per unit. */
const maxBytes = 3 * maxCampaignLength + 3;

/** Replaces a text that exceeds the limit. */
const tooLarge: ReadText = { kind: "text", text: " ".repeat(maxCampaignLength + 1), bom: false };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads a file without its byte order mark, or returns why it cannot be read. A huge file is not read completely. */
export async function readText(file: string): Promise<ReadText> {
  return readTextNow(file) ?? readTextLater(file);
}

/** As `readText`, while the process does nothing else. Undefined if it is not a file: a pipe may never end. */
export function readTextNow(file: string): ReadText | undefined {
  try {
    const info = statSync(file);
    if (!info.isFile()) return undefined;
    return info.size > maxBytes ? tooLarge : decodeText(readFileSync(file));
  } catch (error) {
    return unreadable(file, error);
  }
}

/** As `readText`, while the process does other work, such as reading more files. */
export async function readTextLater(file: string): Promise<ReadText> {
  try {
    const info = await fs.stat(file);
    if (info.isFile() && info.size > maxBytes) return tooLarge;
    // A pipe has no size, so it is read to its end.
    const bytes = info.isFile() ? fs.readFile(file) : readAtMost(createReadStream(file, { end: maxBytes }));
    return decodeText(await bytes);
  } catch (error) {
    return unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): ReadText {
  const absent = codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
  if (absent && isLink(file))
    return { kind: "unreadable", reason: "This is a broken link: its target does not exist." };
  return { kind: absent ? "absent" : "unreadable", reason: reasonOf(error, "read") };
}

/** Reads a stream, but stops once it exceeds the limit. */
export async function readAtMost(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    parts.push(bytes);
    length += bytes.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(parts);
}

/** The text of standard input. */
export async function readInputText(read: () => Promise<Uint8Array>): Promise<ReadText> {
  try {
    return decodeText(await read());
  } catch (error) {
    return {
      kind: "unreadable",
      reason: `Standard input cannot be read (${codeOf(error) || "unknown reason"}).`,
    };
  }
}

function decodeText(bytes: Uint8Array): ReadText {
  if (bytes.length > maxBytes) return tooLarge;
  try {
    const text = utf8.decode(bytes);
    const bom = text.startsWith("\uFEFF");
    return { kind: "text", text: bom ? text.slice(1) : text, bom };
  } catch {
    return { kind: "unreadable", reason: "This file is not UTF-8 text. Save it as UTF-8." };
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** A system error as a sentence. */
export function reasonOf(error: unknown, done: "read" | "written", what: "file" | "folder" = "file"): string {
  const code = codeOf(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return `This ${what} does not exist.`;
    case "EISDIR":
      return "This is a folder, not a file.";
    case "EACCES":
    case "EPERM":
      return `Permission denied: you can't ${done === "read" ? "read" : "write"} this ${what}.`;
    case "EROFS":
      return "This file is on a read-only disk.";
    case "ENOSPC":
    case "EDQUOT":
      return "There is no space left on the disk.";
    case "ELOOP":
      return "This is a circular link.";
    default:
      return `This ${what} cannot be ${done}${code === "" ? "" : ` (${code})`}.`;
  }
}
