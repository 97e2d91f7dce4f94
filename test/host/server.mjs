import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "./cache.mjs";
import { openFrontDoor } from "./front-door.mjs";
import { withoutNoise } from "./noise.mjs";

/**
 * @typedef {object} EditorServer
 * @property {string} origin `http://127.0.0.1:<port>`
 * @property {number} pid of the server; extension hosts are its children
 * @property {() => string} log the server's output, without the errors about modules that are not built
 * @property {(folder: string, payload?: [string, string][]) => string} address of a page that shows the folder
 * @property {(path: string) => string} remoteUri the address of a path in a page of this server
 * @property {Promise<unknown>} ended resolves when the server ends for any reason
 * @property {() => Promise<void>} stop
 */

const startDeadlineMs = 60_000;
const stopDeadlineMs = 5_000;

/**
 * Starts VS Code's server on a loopback port. The same `userDataDir` gives the same port and the same key for
 * secrets, so that a browser profile finds its storage again.
 * @param {{
 *   editor: import("./obtain.mjs").ObtainedEditor,
 *   userDataDir: string,
 *   extensionsDir?: string | undefined,
 *   env?: NodeJS.ProcessEnv | undefined,
 *   workspaceTrust?: boolean | undefined,
 *   testDriver?: boolean | undefined,
 * }} options `env` is added to this process's, and reaches the extension host; `testDriver` to
 *   name an extension or tests in the payload
 * @returns {Promise<EditorServer>}
 */
export async function startServer({
  editor,
  userDataDir,
  extensionsDir,
  env,
  workspaceTrust = false,
  testDriver = false,
}) {
  await mkdir(userDataDir, { recursive: true });
  const child = spawn(
    editor.node,
    [
      editor.serverMain,
      ...["--without-connection-token", "--accept-server-license-terms", "--telemetry-level", "off"],
      ...["--host", "127.0.0.1", "--port", "0"],
      ...["--user-data-dir", userDataDir, "--server-data-dir", join(userDataDir, "server")],
      ...["--extensions-dir", extensionsDir ?? join(userDataDir, "extensions")],
      // The newest version needs it to read an extension or tests from the page's address, but it hides every toast.
      ...(testDriver ? ["--enable-smoke-test-driver"] : []),
      ...(workspaceTrust ? [] : ["--disable-workspace-trust"]),
    ],
    // Its own process group, so that stopping it also stops its extension hosts, and nothing else.
    { detached: true, env: serverEnvironment(env), stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += String(chunk)));
  child.stderr.on("data", (chunk) => (printed += String(chunk)));
  // The server ends when this process ends for any reason.
  const stopAtExit = () => signalGroup(child.pid, "SIGKILL");
  process.once("exit", stopAtExit);
  const stopServer = async () => {
    await stopGroup(child);
    process.off("exit", stopAtExit);
  };
  try {
    const serverPort = await listeningPort(child, () => printed);
    const door = await openFrontDoor({ serverPort, ...(await keptDoor(userDataDir)) });
    await writeFile(join(userDataDir, "front-door-port"), String(door.port));
    const authority = `127.0.0.1:${door.port}`;
    const origin = `http://${authority}`;
    return {
      origin,
      pid: child.pid ?? 0,
      log: () => withoutNoise(printed),
      address: (folder, payload) =>
        `${origin}/?folder=${encodeURIComponent(folder)}` +
        (payload === undefined ? "" : `&payload=${encodeURIComponent(JSON.stringify(payload))}`),
      remoteUri: (path) => `vscode-remote://${authority}${path}`,
      ended: once(child, "exit"),
      stop: async () => {
        await door.close();
        await stopServer();
      },
    };
  } catch (error) {
    await stopServer();
    throw new Error(`VS Code's server did not start.\n${withoutNoise(printed)}`, { cause: error });
  }
}

/** @param {NodeJS.ProcessEnv} [added] */
function serverEnvironment(added) {
  // The test runner's loaders and the variables of an editor around this process must not reach the editor under test.
  const inherited = Object.entries(process.env).filter(
    ([name]) => name !== "NODE_OPTIONS" && name !== "ELECTRON_RUN_AS_NODE" && !name.startsWith("VSCODE_"),
  );
  return { ...Object.fromEntries(inherited), ...added };
}

/** @param {import("node:child_process").ChildProcess} child @param {() => string} printed @returns {Promise<number>} */
function listeningPort(child, printed) {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error("It did not listen in time.")), startDeadlineMs);
    const look = () => {
      const port = /agent listening on (\d+)/.exec(printed())?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      child.stdout?.off("data", look);
      resolve(Number(port));
    };
    child.stdout?.on("data", look);
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`It ended with ${code ?? signal}.`)));
  });
}

/** @param {string} userDataDir */
async function keptDoor(userDataDir) {
  const keyFile = join(userDataDir, "secret-key");
  const portFile = join(userDataDir, "front-door-port");
  if (!(await exists(keyFile))) await writeFile(keyFile, randomBytes(32), { mode: 0o600 });
  return {
    secretKey: await readFile(keyFile),
    port: (await exists(portFile)) ? Number(await readFile(portFile, "utf8")) : 0,
  };
}

/** @param {import("node:child_process").ChildProcess} child */
async function stopGroup(child) {
  const ended = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, "exit");
  signalGroup(child.pid, "SIGTERM");
  const late = setTimeout(() => signalGroup(child.pid, "SIGKILL"), stopDeadlineMs);
  await ended;
  clearTimeout(late);
  signalGroup(child.pid, "SIGKILL");
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}
