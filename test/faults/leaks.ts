import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Each place that shows one of the secrets in some form, as "where: which". `seen` holds what each place shows. */
export function leaksIn(
  seen: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(seen).flatMap(([where, text]) => {
    const views = viewsOf(text);
    return Object.entries(secrets)
      .filter(([, secret]) => [...views].some((view) => shows(view, secret)))
      .map(([which]) => `${where}: ${which}`);
  });
}

/** A token, and the parts of it that are marked. */
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
      found[file] = `${file}\n${entry.isFile() ? await readFile(file, "latin1") : ""}`;
      if (entry.isFile()) found[`${file} as UTF-8`] = await readFile(file, "utf8");
    }
  return found;
}

/** The text as it is, and with up to three layers of writing taken off that somebody could take off again. */
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

/** JSON's, and the backslashes of a shell. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, one: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return /[rnt]/.test(one) ? "\n" : one;
  });
}

function shows(view: string, secret: string): boolean {
  if (view.includes(secret) || view.includes(withoutBlanks(secret))) return true;
  for (const [run] of view.matchAll(/[A-Za-z0-9+/_-]{16,}/g))
    for (const from of [0, 1, 2, 3]) if (Buffer.from(run.slice(from), "base64").includes(secret)) return true;
  return false;
}
