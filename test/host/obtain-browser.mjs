import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { progress } from "./cache.mjs";
import { obtainPackagedBrowser } from "./packaged-browser.mjs";
import { runProgram } from "./run-program.mjs";

/** @typedef {{ executablePath: string, env: Record<string, string> }} ObtainedBrowser `env` is needed to start it */

const onPathNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @returns {Promise<ObtainedBrowser>} */
export async function obtainBrowser() {
  const named = process.env.CAMPAIGN_JSON_CHROMIUM;
  if (named) return { executablePath: named, env: {} };
  const installed = findOnPath(onPathNames);
  if (installed) return { executablePath: installed, env: {} };
  /** @type {string[]} */
  const refusals = [];
  for (const obtain of [obtainPackagedBrowser, installDebianBrowser]) {
    try {
      return await obtain();
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    "No Chromium: install one (Debian: apt-get install chromium) or name one in CAMPAIGN_JSON_CHROMIUM.\n" +
      refusals.join("\n"),
  );
}

/** @param {string[]} names */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** @returns {Promise<ObtainedBrowser>} */
async function installDebianBrowser() {
  if (process.getuid?.() !== 0 || findOnPath(["apt-get"]) === undefined)
    throw new Error("Debian's Chromium can be installed only by root, with apt-get.");
  progress("installing Debian's chromium");
  await runProgram("apt-get", ["update"]);
  await runProgram("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  const executablePath = findOnPath(["chromium"]);
  if (executablePath === undefined) throw new Error("apt-get installed chromium, but it is not on the PATH.");
  return { executablePath, env: {} };
}
