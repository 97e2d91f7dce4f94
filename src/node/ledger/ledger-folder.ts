import { stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readRegularFile } from "./regular-file";

export const ledgerName = "ledger.jsonl";

/** A submission that is kept for good has some 600 bytes, so this is more than 100,000 of them. */
export const MOST_LEDGER_BYTES = 64 * 1024 * 1024;

/** One ledger per person and computer, shared by the editor's windows and the terminal. */
export function ledgerFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home: string = os.homedir(),
): string {
  const chosen = env["CAMPAIGN_JSON_LEDGER"];
  if (chosen) return chosen;
  const paths = platform === "win32" ? path.win32 : path.posix;
  return paths.join(stateFolder(env, platform, home, paths), "campaign-json");
}

/** Where the system wants a program's state to be. */
function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
  paths: path.PlatformPath,
): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || paths.join(home, "AppData", "Local");
  if (platform === "darwin") return paths.join(home, "Library", "Application Support");
  const state = env["XDG_STATE_HOME"] ?? "";
  // The XDG specification: a relative one is to be taken for none.
  return paths.isAbsolute(state) ? state : paths.join(home, ".local", "state");
}

/** Whether there is a ledger with anything in it, also one that cannot be read: its commands then say what is wrong. */
export async function hasLedger(folder: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, ledgerName))).size > 0;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}

/**
 * Whether a submission may have been left behind, without reading the ledger's entries: what works on them is loaded
 * only where this says yes. A ledger that cannot be read counts as none here; submitting says what is wrong with it.
 */
export async function mayHaveLeftBehind(folder: string): Promise<boolean> {
  try {
    const bytes = await readRegularFile(path.join(folder, ledgerName), MOST_LEDGER_BYTES);
    return bytes.includes('"state":"pending"');
  } catch {
    return false;
  }
}
