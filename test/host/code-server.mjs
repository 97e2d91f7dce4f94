import { copyFile, mkdir, rm, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { installDependencies, installPackages } from "./npm-install.mjs";

/** The path of VS Code in a folder where code-server is installed. */
export const vscodeInside = join("node_modules", "code-server", "lib", "vscode");

/**
 * Installs VS Code's own server, which comes inside code-server, without compiling anything.
 * @param {string} folder
 * @param {{ version: string, ripgrep: string | undefined }} release
 */
export async function installCodeServer(folder, { version, ripgrep }) {
  const ripgrepName = `@vscode/ripgrep-linux-${process.arch}`;
  await installPackages(folder, [
    `code-server@${version}`,
    ...(ripgrep === undefined ? [] : [`${ripgrepName}@${ripgrep}`]),
  ]);
  await installDependencies(join(folder, vscodeInside));
  const modules = join(folder, vscodeInside, "node_modules", "@vscode");
  await useOwnLogger(join(modules, "spdlog", "index.js"));
  if (ripgrep === undefined) return;
  const expected = join(modules, "ripgrep", "bin", "rg");
  await mkdir(dirname(expected), { recursive: true });
  await copyFile(join(folder, "node_modules", ripgrepName, "bin", "rg"), expected);
}

/** A link instead of a copy, so that a change of the logger requires no new fetch. @param {string} place */
async function useOwnLogger(place) {
  const logger = join(import.meta.dirname, "spdlog-in-javascript.mjs");
  await rm(place);
  await symlink(relative(dirname(place), logger), place);
}
