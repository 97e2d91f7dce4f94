import { promises as timers } from "node:timers";

/** For example "ENOENT"; empty for a value that is not a system error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Codes with which Windows denies access briefly, while another process reads, scans or deletes the file. */
export function isPassing(error: unknown): boolean {
  return process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(codeOf(error));
}

/** Retries for about two seconds while access is briefly denied. */
export async function patiently<T>(action: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await action();
    } catch (error) {
      if (!isPassing(error) || tries === 20) throw error;
      await timers.setTimeout(10 * tries);
    }
  }
}
