import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";

const project = path.join(__dirname, "../..");
export const sample = path.join(project, "test/fixtures/samples/preview.request.json");

/** The CLI as it is published, in one file. Each run has a separate process and folder. */
export interface Program {
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Writes a file for use in later runs and returns its path. */
  file(name: string, content: string): string;
  remove(): Promise<void>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Receives a function that interrupts the run, like Ctrl+C. */
  readonly onStart?: (interrupt: () => void) => void;
  /** Receives the folders of the run after it ends, before they are removed. */
  readonly look?: (folders: readonly string[]) => Promise<void>;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The files in the working folder of each run. The second one has half a MiB. */
export const campaign = "spring.campaign.json";
export const largeCampaign = "large.campaign.json";

export async function buildProgram(): Promise<Program> {
  const home = await mkdtemp(path.join(os.tmpdir(), "campaign-faults-"));
  const outfile = path.join(home, "cli.cjs");
  await build({
    entryPoints: [path.join(project, "src/cli.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    minify: true,
    logLevel: "error",
  });
  let runs = 0;
  const run = async (args: readonly string[], options: RunOptions = {}): Promise<Ran> => {
    const folder = path.join(home, String(++runs));
    const [work, ledger] = [path.join(folder, "work"), path.join(folder, "ledger")];
    await Promise.all([work, ledger].map((each) => mkdir(each, { recursive: true })));
    await cp(sample, path.join(work, campaign));
    if (args.includes(largeCampaign)) await writeLarge(path.join(work, largeCampaign));
    const { env, input = "", onStart, look } = options;
    const child = spawn(process.execPath, [outfile, ...args], {
      cwd: work,
      env: { PATH: process.env["PATH"], HOME: folder, CAMPAIGN_JSON_LEDGER: ledger, ...env },
    });
    onStart?.(() => child.kill("SIGINT"));
    child.stdin.on("error", () => undefined).end(input);
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    await look?.([work, ledger, folder]);
    await rm(folder, { recursive: true });
    return { code, out, err };
  };
  const file = (name: string, content: string): string => {
    writeFileSync(path.join(home, name), content);
    return path.join(home, name);
  };
  return { run, file, remove: () => rm(home, { recursive: true }) };
}

async function writeLarge(file: string): Promise<void> {
  const value = (await import(sample)) as { readonly default: object };
  await writeFile(file, JSON.stringify({ ...value.default, notes: "x".repeat(2 ** 19) }));
}
