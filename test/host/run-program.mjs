import { spawn } from "node:child_process";

/**
 * Runs a program to its end and returns its output. The error of a failure contains the output, too.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += String(chunk)));
    child.stderr.on("data", (chunk) => (printed += String(chunk)));
    child.once("error", (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.once("close", (code, signal) => {
      if (code === 0) resolve(printed);
      else
        reject(
          new Error(`${program} ${args.join(" ")} ended with ${code ?? signal}\n${printed.slice(-4000)}`),
        );
    });
  });
}
