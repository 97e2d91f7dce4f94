import { stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readRegularFile } from "./regular-file";

export const ledgerName = "ledger.jsonl";

/** A permanent entry takes about 600 bytes, so this is more than 100,000 of them. */
export const MAX_LEDGER_BYTES = 64 * 1024 * 1024;

/** One ledger per person and computer, shared by all editor windows and the terminal. */
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

/** The system's folder for the state of programs. */
function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
  paths: path.PlatformPath,
): string {
  if (platform === "win32") return env["LOCALAPPDATA"] || paths.join(home, "AppData", "Local");
  if (platform === "darwin") return paths.join(home, "Library", "Application Support");
  const state = env["XDG_STATE_HOME"] ?? "";
  // The XDG specification ignores relative paths.
  return paths.isAbsolute(state) ? state : paths.join(home, ".local", "state");
}

/** Whether a non-empty ledger exists. An unreadable one counts: its commands report the reason. */
export async function hasLedger(folder: string): Promise<boolean> {
  try {
    return (await stat(path.join(folder, ledgerName))).size > 0;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}

/**
 * Whether a submission may be unresolved, without reading the entries: the code for them is loaded only if so. An
 * unreadable ledger counts as none here; submitting reports the reason.
 */
export async function mayHaveOrphaned(folder: string): Promise<boolean> {
  try {
    const bytes = await readRegularFile(path.join(folder, ledgerName), MAX_LEDGER_BYTES);
    return bytes.includes('"state":"pending"');
  } catch {
    return false;
  }
}
