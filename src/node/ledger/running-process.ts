import { readFileSync, readlinkSync } from "node:fs";
import os from "node:os";

/** A process, told apart from a later one that was given the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Where `pid` means this process: the computer since it was started, and the container. */
  readonly where: string;
  /** When it started, in the kernel's ticks; Linux alone says so. */
  readonly started?: string;
}

export function ownMark(): ProcessMark {
  const { pid } = process;
  const started = startOf(pid);
  return { pid, where: WHERE, ...(typeof started === "string" ? { started } : {}) };
}

/** `perhaps`: it runs elsewhere, or its number may have gone to another process. */
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

/** From `/proc`, as proc_pid_stat(5) describes it. A zombie is gone: it does nothing any more. */
function startOf(pid: number): string | undefined {
  const stat = textOf(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  if (stat === undefined) return pid !== process.pid && HAS_PROC ? "gone" : undefined;
  // The name before it may hold spaces and brackets; it is the last bracket that ends it.
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

/** With `hidepid`, a process sees its own entry and no stranger's; a ledger's processes are all one person's. */
const HAS_PROC = process.platform === "linux" && textOf(() => readlinkSync("/proc/self")) !== undefined;

const WHERE = [
  os.hostname(),
  textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim()),
  textOf(() => readlinkSync("/proc/self/ns/pid")),
]
  .filter((part) => part !== undefined)
  .join(" ");
