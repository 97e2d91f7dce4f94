import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The processes that run extensions are children of the server.
 * @param {number} serverPid
 * @returns {Promise<number[]>}
 */
export async function extensionHostsOf(serverPid) {
  const pids = (await readdir("/proc")).map(Number).filter(Number.isInteger);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [status, command] = await Promise.all([processFile(pid, "status"), processFile(pid, "cmdline")]);
      return status.includes(`\nPPid:\t${serverPid}\n`) && command.includes("--type=extensionHost")
        ? [pid]
        : [];
    }),
  );
  return found.flat();
}

/** @param {number} serverPid @returns {Promise<number>} how many were killed */
export async function killExtensionHosts(serverPid) {
  const pids = await extensionHostsOf(serverPid);
  for (const pid of pids) process.kill(pid, "SIGKILL");
  return pids.length;
}

/** @param {number} pid @param {string} name */
async function processFile(pid, name) {
  // A process may end while the list is being read.
  return readFile(join("/proc", String(pid), name), "utf8").catch(() => "");
}
