import { setTimeout as sleep } from "node:timers/promises";

/** For example "ENOENT"; empty for what is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Windows denies access to a file for a moment: while another reads it, scans it for viruses, or takes it away. */
export function isPassing(error: unknown): boolean {
  return process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes(codeOf(error));
}

/** Tries again, for some two seconds, what is denied for a moment. */
export async function patiently<T>(action: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await action();
    } catch (error) {
      if (!isPassing(error) || tries === 20) throw error;
      await sleep(10 * tries);
    }
  }
}
