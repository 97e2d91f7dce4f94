import { existsSync } from "node:fs";
import path from "node:path";
import type { EditorWindow } from "../host/window.mjs";
import { filesIn, leaksIn, partsOf } from "../faults/leaks";

/** Every secret that a test of the browser has typed or will type, by what it is. */
const secrets: Record<string, string> = {};

/** Has it looked for in all that a window leaves behind. Returns it. */
export function watched(secret: string): string {
  const name = `secret ${Object.keys(secrets).length + 1}`;
  Object.assign(secrets, secret.split(".").length === 3 ? partsOf(secret, name) : { [name]: secret });
  return secret;
}

/** What a person sees in the window now, as a picture of it would show. */
export async function visibleIn({ page }: Pick<EditorWindow, "page">): Promise<Record<string, string>> {
  const fields = page.locator("input:not([type=password]), textarea");
  const typed = await fields.evaluateAll((inputs: { value: string }[]) => inputs.map(({ value }) => value));
  return { "the window": await page.locator("body").innerText(), "its fields": typed.join("\n") };
}

/**
 * What it has put on a disk: settings, state, logs, output channels, backups, the ledger, the files of the folder, and
 * the browser's storage, where this kind of VS Code keeps its secrets encrypted.
 */
export async function writtenBy(profileDir: string, folder: string): Promise<Record<string, string>> {
  const stored = ["Local Storage", "Session Storage", "IndexedDB"].map((part) =>
    path.join(profileDir, "browser", "Default", part),
  );
  const files = await filesIn([path.join(profileDir, "user-data"), folder, ...stored.filter(existsSync)]);
  // VS Code's own list of its own extensions takes longer to search than all the rest.
  const entries = Object.entries(files).filter(([file]) => !file.includes("CachedProfilesData"));
  // A browser stores text in two bytes for each letter.
  return Object.fromEntries(entries.map(([file, text]) => [file, text.replaceAll("\0", "")]));
}

/** Where one of the watched secrets shows, in some form. */
export function leaks(seen: Readonly<Record<string, string>>): string[] {
  return leaksIn(seen, secrets);
}
