import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Turns off what a window does by itself, for tests and screenshots. */
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": "off",
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "security.workspace.trust.untrustedFiles": "open",
  // In a browser, VS Code saves automatically; the desktop program does not.
  "files.autoSave": "off",
  "editor.cursorBlinking": "solid",
  "editor.fontFamily": "'DejaVu Sans Mono', monospace",
  "editor.minimap.enabled": false,
  "window.confirmBeforeClose": "never",
};

/**
 * Writes the user settings. Both versions of VS Code read them here, also while they run.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} [more]
 */
export async function writeSettings(userDataDir, more = {}) {
  const folder = join(userDataDir, "User");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify({ ...quiet, ...more }, null, 2));
}
