import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../../src/node/ledger/file-errors";
import type { Program, Ran, RunOptions } from "./program";

/** Each place that shows a secret in any form, as "where: which". `seen` contains the text of each place. */
export function leaksIn(
  seen: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(seen).flatMap(([where, text]) => {
    const readings = [...viewsOf(text)].flatMap((view) => [view, decodedIn(view)]);
    return Object.entries(secrets)
      .filter(([, secret]) => readings.some((reading) => shows(reading, secret)))
      .map(([which]) => `${where}: ${which}`);
  });
}

/** Runs the program, and searches its output and the files that it wrote for secrets, which are known after the run. */
export async function leaksOf(
  program: Program,
  args: readonly string[],
  options: RunOptions,
  secrets: () => Readonly<Record<string, string>>,
): Promise<Ran & { readonly leaks: readonly string[] }> {
  let files: Record<string, string> = {};
  const look = async (folders: readonly string[]): Promise<void> => void (files = await filesIn(folders));
  const ran = await program.run(args, { ...options, look });
  const { out, err } = ran;
  return { ...ran, leaks: leaksIn({ "standard output": out, "standard error": err, ...files }, secrets()) };
}

/** A token, and its recognizable parts. */
export function partsOf(token: string, name: string): Record<string, string> {
  const [, claims = "", signature = ""] = token.split(".");
  return { [name]: token, [`${name}, its claims`]: claims, [`${name}, its signature`]: signature };
}

/** Names and contents of all files below the folders. */
export async function filesIn(folders: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = entry.isFile() ? await bytesOf(file) : Buffer.alloc(0);
      found[file] = `${file}\n${bytes.toString("latin1")}`;
      const text = bytes.toString("utf8");
      // Identical to the text above if every character is one byte.
      if (Buffer.byteLength(text) !== text.length) found[`${file} as UTF-8`] = text;
    }
  return found;
}

/** Empty for a file that its program has just deleted, as databases do. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** The text itself, and the text with up to three layers of encoding removed, as a reader could remove them. */
function viewsOf(text: string): ReadonlySet<string> {
  const views = new Set([text]);
  for (let layer = 0; layer < 3; layer++)
    for (const view of [...views])
      for (const takeOff of [withoutEscapes, withoutPercent, withoutBlanks]) views.add(takeOff(view));
  return views;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

function withoutPercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll("%", ""), "hex").toString(),
  );
}

/** Removes the escapes of JSON, and the backslashes of a shell. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, one: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return /[rnt]/.test(one) ? "\n" : one;
  });
}

function shows(reading: string, secret: string): boolean {
  return reading.includes(secret) || reading.includes(withoutBlanks(secret));
}

/** The decoded Base64 in the view, at any offset. */
function decodedIn(view: string): string {
  const decoded: string[] = [];
  for (const [run] of view.matchAll(/[A-Za-z0-9+/_-]{16,}/g))
    for (const from of [0, 1, 2, 3]) decoded.push(Buffer.from(run.slice(from), "base64").toString());
  return decoded.join("\n");
}
