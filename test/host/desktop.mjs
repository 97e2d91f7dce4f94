import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cacheFolder } from "./cache.mjs";
import { findOnPath } from "./obtain-browser.mjs";

/** @type {Record<import("./obtain.mjs").EditorKind, string>} */
const releases = { lowest: "1.100.3", newest: "stable" };

/**
 * The path of the desktop VS Code: the value of CAMPAIGN_JSON_VSCODE, else VS Code's own download.
 * @param {import("./obtain.mjs").EditorKind} kind
 */
export async function desktopProgram(kind) {
  const named = process.env.CAMPAIGN_JSON_VSCODE;
  return named ? named : downloadAndUnzipVSCode({ version: releases[kind], cachePath: cacheFolder });
}

/** The path of an installed `code`, if any. */
export function installedDesktopCommand() {
  return process.env.CAMPAIGN_JSON_VSCODE ?? findOnPath(["code"]);
}
