// Measures what speed and size are promised for, and writes docs/benchmarks.json, without the figures of the editor, and
// the page with its chart. It asserts nothing about a time.
//
//   npm run bench                            needs `npm ci` in test/bench, once
//   npm run bench -- --only once,files     some parts; the page marks the others
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import { versionOf } from "./linters";
import { bundleFor, bundles } from "./bundle";
import { load, machine, printFigures, shortened, today, writeResults } from "./results-file";
import { measureSubmissions } from "./submissions";
import { measureManyFiles, measureOneFile } from "./whole-process";

type Figures = Readonly<Record<string, Figure>>;

const peers = {
  ...{ "jsonc-parser": "jsonc-parser", "vscode-json-languageservice": "vscode-json-languageservice" },
  ...{ Ajv: "ajv", "ajv-cli": "ajv-cli", Biome: "@biomejs/biome", Spectral: "@stoplight/spectral-cli" },
  "node-fetch": "node-fetch",
};

const sections: Readonly<Record<string, (folder: string) => Promise<Figures>>> = {
  once: async () =>
    JSON.parse(
      execFileSync(process.execPath, [await bundleFor("in-process")], { encoding: "utf8" }),
    ) as Figures,
  file: measureOneFile,
  files: async (folder) => measureManyFiles(folder, await bundleFor("parse-files")),
  submit: async (folder) => measureSubmissions(folder, await bundleFor("submission")),
  size: async () => {
    const vsix = path.join(bundles, "campaign-json.vsix");
    execFileSync(process.execPath, ["--import", "tsx", "scripts/package.ts", "--out", vsix]);
    const kilobytes = async (file: string) => ({ own: (await stat(file)).size / 1000 });
    return { "size/editing": await kilobytes("dist/extension.js"), "size/vsix": await kilobytes(vsix) };
  },
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const names = values.only?.split(",") ?? Object.keys(sections);
  const versions = Object.fromEntries(Object.entries(peers).map(([name, id]) => [name, versionOf(id)]));
  versions["curl"] = /[\d.]+/.exec(execFileSync("curl", ["--version"], { encoding: "utf8" }))?.[0] ?? "";
  const folder = await mkdtemp(path.join(tmpdir(), "bench-"));
  const start = load();
  const figures: Record<string, Figure> = {};
  try {
    for (const name of names) {
      const section = sections[name];
      if (section === undefined) throw new Error(`Parts are ${Object.keys(sections).join(", ")}.`);
      const began = Date.now();
      Object.assign(figures, await section(path.join(folder, name)));
      console.error(`${name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const programs = {
    ...{ day: today(), machine: machine(), load: { start, end: load() }, versions },
    figures: shortened(figures),
  };
  await writeResults({ programs });
  printFigures({ programs }, "programs");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
