import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.mjs";

/**
 * Installs exactly these packages into the folder, which becomes a package. Their install scripts do not run: none is
 * needed, and a fetched package must not run code before it is used.
 * @param {string} folder
 * @param {string[]} packages each as `name@version`
 */
export async function installPackages(folder, packages) {
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await npm(folder, packages);
}

/**
 * Installs the run-time dependencies of the package.json in the folder.
 * @param {string} folder
 */
export async function installDependencies(folder) {
  await npm(folder, ["--omit=dev"]);
}

/** @param {string} cwd @param {string[]} args */
async function npm(cwd, args) {
  await runProgram("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", ...args], {
    cwd,
  });
}
