// Opens an editor with the extension on the examples. Removes its files when it is stopped.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { progress, repositoryRoot } from "./cache.mjs";
import { installedDesktopCommand } from "./desktop.mjs";
import { linkExtension } from "./installed-extension.mjs";
import { obtainEditor } from "./obtain.mjs";
import { startServer } from "./server.mjs";
import { writeSettings } from "./settings.mjs";
import { writeWalkthroughAtStart } from "./walkthrough-at-start.mjs";

const folder = resolve(process.argv[2] ?? join(repositoryRoot, "examples"));
const stopped = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
const profileDir = await mkdtemp(join(tmpdir(), "editor-start-"));
const userDataDir = join(profileDir, "user-data");
const extensionsDir = join(profileDir, "extensions");
const walkthrough = join(profileDir, "walkthrough-at-start");
const [first] = (await readdir(folder)).filter((name) => name.endsWith(".campaign.json")).sort();
try {
  await writeSettings(userDataDir);
  await writeWalkthroughAtStart(walkthrough);
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
        `--extensionDevelopmentPath=${walkthrough}`,
        "--disable-workspace-trust",
        folder,
        ...(first === undefined ? [] : [join(folder, first)]),
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
  await linkExtension(walkthrough, extensionsDir);
  const server = await startServer({ editor, userDataDir, extensionsDir });
  /** @type {[string, string][] | undefined} */
  const payload = first === undefined ? undefined : [["openFile", server.remoteUri(join(folder, first))]];
  progress(`VS Code ${editor.version} with the extension: open the address below; Ctrl-C ends it.`);
  process.stdout.write(`${server.address(folder, payload)}\n`);
  await Promise.race([server.ended, stopped]);
  await server.stop();
}
