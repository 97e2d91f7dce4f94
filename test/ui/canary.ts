import { existsSync } from "node:fs";
import path from "node:path";
import type { EditorWindow } from "../host/window.mjs";
import { filesIn, leaksIn, partsOf } from "../faults/leaks";

/** Every secret that the browser tests type, by name. */
const secrets: Record<string, string> = {};

/** Adds a secret to search for when a window closes. Returns it. */
export function watched(secret: string): string {
  const name = `secret ${Object.keys(secrets).length + 1}`;
  Object.assign(secrets, secret.split(".").length === 3 ? partsOf(secret, name) : { [name]: secret });
  return secret;
}

/** The visible text of the window and the values of its fields. */
export async function visibleIn({ page }: Pick<EditorWindow, "page">): Promise<Record<string, string>> {
  const fields = page.locator("input:not([type=password]), textarea");
  const typed = await fields.evaluateAll((inputs: { value: string }[]) => inputs.map(({ value }) => value));
  return { "the window": await page.locator("body").innerText(), "its fields": typed.join("\n") };
}

/**
 * Every file that the window has written: settings, state, logs, output channels, backups, the ledger, the folder, and
 * the browser's storage, where this kind of VS Code keeps its secrets encrypted.
 */
export async function writtenBy(profileDir: string, folder: string): Promise<Record<string, string>> {
  const stored = ["Local Storage", "Session Storage", "IndexedDB"].map((part) =>
    path.join(profileDir, "browser", "Default", part),
  );
  const files = await filesIn([path.join(profileDir, "user-data"), folder, ...stored.filter(existsSync)]);
  // VS Code's cache of its built-in extensions takes longer to search than everything else.
  const entries = Object.entries(files).filter(([file]) => !file.includes("CachedProfilesData"));
  // A browser stores text as UTF-16.
  return Object.fromEntries(entries.map(([file, text]) => [file, text.replaceAll("\0", "")]));
}

/** The places where a watched secret appears, in any form. */
export function leaks(seen: Readonly<Record<string, string>>): string[] {
  return leaksIn(seen, secrets);
}
