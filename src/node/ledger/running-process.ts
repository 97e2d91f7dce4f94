import { readFileSync, readlinkSync } from "node:fs";
import os from "node:os";

/** Identifies a process, even if a later one gets the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** The scope of `pid`: the computer since its start, and the container. */
  readonly where: string;
  /** The start time in kernel ticks; available only on Linux. */
  readonly started?: string;
}

export function ownMark(): ProcessMark {
  const { pid } = process;
  const started = startOf(pid);
  return { pid, where: WHERE, ...(started === undefined ? {} : { started }) };
}

/** `perhaps`: it runs elsewhere, or another process may have its number, possibly one of another user. */
export function isRunning({ pid, where, started }: ProcessMark): "yes" | "no" | "perhaps" {
  if (where !== WHERE) return "perhaps";
  const startNow = startOf(pid);
  if (startNow === "gone") return "no";
  if (startNow !== undefined && started !== undefined) return startNow === started ? "yes" : "no";
  try {
    process.kill(pid, 0);
    return "perhaps";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH" ? "no" : "perhaps";
  }
}

/**
 * The start time from `/proc`, see proc_pid_stat(5), or "gone" for a zombie. Undefined if there is none: on another
 * system, for a process that has ended, and with `hidepid` for one of another user.
 */
function startOf(pid: number): string | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  if (stat === undefined) return undefined;
  // The name may contain spaces and parentheses, so the last parenthesis ends it.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? "gone" : rest[18];
}

function textOf(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const WHERE = [
  os.hostname(),
  textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()),
  textOf(() => readlinkSync("/proc/self/ns/pid")),
]
  .filter((part) => part !== undefined)
  .join(" ");
