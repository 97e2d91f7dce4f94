// Opens an editor with the extension on the examples. Removes its files when it is stopped.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { progress, repositoryRoot } from "./cache.mjs";
import { installedDesktopCommand } from "./desktop.mjs";
import { linkExtension } from "./installed-extension.mjs";
import { obtainEditor } from "./obtain.mjs";
import { startServer } from "./server.mjs";
import { writeSettings } from "./settings.mjs";

const folder = resolve(process.argv[2] ?? join(repositoryRoot, "examples"));
const stopped = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
const profileDir = await mkdtemp(join(tmpdir(), "editor-start-"));
const userDataDir = join(profileDir, "user-data");
const extensionsDir = join(profileDir, "extensions");
try {
  await writeSettings(userDataDir);
  const desktop = installedDesktopCommand();
  await (desktop === undefined ? inBrowser() : onDesktop(desktop));
} finally {
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();

/** @param {string} command */
async function onDesktop(command) {
  const child = spawn(
    command,
    [
      ...["--new-window", "--wait", `--extensionDevelopmentPath=${repositoryRoot}`],
      ...[
        `--user-data-dir=${userDataDir}`,
        `--extensions-dir=${extensionsDir}`,
        "--disable-workspace-trust",
        folder,
      ],
    ],
    { stdio: "inherit" },
  );
  progress("VS Code is open; close its window or press Ctrl-C to end.");
  await Promise.race([once(child, "exit"), stopped]);
  child.kill();
}

async function inBrowser() {
  const editor = await obtainEditor("newest");
  await linkExtension(repositoryRoot, extensionsDir);
  const server = await startServer({ editor, userDataDir, extensionsDir });
  progress(`VS Code ${editor.version} with the extension: open the address below; Ctrl-C ends it.`);
  process.stdout.write(`${server.address(folder)}\n`);
  await Promise.race([server.ended, stopped]);
  await server.stop();
}
