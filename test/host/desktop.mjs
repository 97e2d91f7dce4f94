import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cacheFolder } from "./cache.mjs";
import { findOnPath } from "./obtain-browser.mjs";

/** @type {Record<import("./obtain.mjs").EditorKind, string>} */
const releases = { lowest: "1.100.3", newest: "stable" };

/**
 * The desktop VS Code: the one that CAMPAIGN_JSON_VSCODE names, else VS Code's own download.
 * @param {import("./obtain.mjs").EditorKind} kind
 */
export async function desktopProgram(kind) {
  const named = process.env.CAMPAIGN_JSON_VSCODE;
  return named ? named : downloadAndUnzipVSCode({ version: releases[kind], cachePath: cacheFolder });
}

/** The `code` that a person has installed, if any. */
export function installedDesktopCommand() {
  return process.env.CAMPAIGN_JSON_VSCODE ?? findOnPath(["code"]);
}
