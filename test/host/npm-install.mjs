import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.mjs";

/**
 * Installs exactly these packages into the folder, which becomes a package of its own. No script of theirs is run:
 * nothing here needs one, and a fetched package gets no say on this machine before it is asked to do something.
 * @param {string} folder
 * @param {string[]} packages each as `name@version`
 */
export async function installPackages(folder, packages) {
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await npm(folder, packages);
}

/**
 * Installs what the package.json in the folder asks for at run time.
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
