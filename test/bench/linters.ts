import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const folderOfPeers = path.resolve("test", "bench", "node_modules");
const commandLine = path.resolve("dist", "cli.js");

/** A program with its arguments, without the files. */
export type Program = readonly [program: string, ...args: string[]];

export interface Linter {
  readonly name: string;
  /** The command that checks one file, or all campaigns of a folder. */
  readonly command: (target: Target) => Program;
}
export type Target = { readonly file: string } | { readonly folder: string };

export const own: Linter = {
  name: "campaign-json",
  command: (target) => [process.execPath, commandLine, "lint", pathOf(target)],
};

export const ajvCli: Linter = {
  name: "ajv-cli",
  command: (target) =>
    [
      ...[process.execPath, peer("ajv-cli/dist/index.js"), "validate", "--spec=draft7", "--strict=false"],
      ...["-c", peer("ajv-formats/dist/index.js"), "-s", path.resolve("schemas", "campaign.schema.json")],
      ...["-d", patternOf(target)],
    ] as unknown as Program,
};

/** The native program. The script in the package `@biomejs/biome` would start Node first. */
export const biome: Linter = {
  name: "Biome",
  command: (target) => [
    peer(
      `@biomejs/cli-${process.platform}-${process.arch}/biome${process.platform === "win32" ? ".exe" : ""}`,
    ),
    "lint",
    pathOf(target),
  ],
};

export function spectral(ruleset: string): Linter {
  const script = peer("@stoplight/spectral-cli/dist/index.js");
  return {
    name: "Spectral",
    command: (target) => [process.execPath, script, "lint", "--ruleset", ruleset, patternOf(target)],
  };
}

/** Runs a program to its end, with its output thrown away. Throws if it does not exit with this code. */
export function runProgram([program, ...args]: Program, code = 0, env = process.env): void {
  const { status, error } = spawnSync(program, args, { stdio: "ignore", env });
  if (error !== undefined) throw error;
  if (status !== code) throw new Error(`${program} ${args.join(" ")} exited ${status} instead of ${code}.`);
}

/** The version of a package of the peers. */
export function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(peer(`${name}/package.json`), "utf8")) as {
    readonly version: string;
  };
  return manifest.version;
}

function peer(file: string): string {
  const found = path.join(folderOfPeers, file);
  if (!existsSync(found)) throw new Error(`${found} is missing: run \`npm ci\` in test/bench.`);
  return found;
}

function pathOf(target: Target): string {
  return "file" in target ? target.file : target.folder;
}

function patternOf(target: Target): string {
  return "file" in target ? target.file : `${target.folder}/*.campaign.json`;
}
