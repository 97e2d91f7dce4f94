import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { registerLint, type LintDeps } from "../../../src/cli/commands/lint";
import { createOutput } from "../../../src/cli/output/output";
import { checkCampaign } from "../../../src/core/lint/check";
import { fixAll } from "../../../src/core/lint/fix";
import { faultless } from "../lint/placed";

export interface Ended {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** The part of the documented JSON that the tests read. */
export interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly pointer: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly fixable: boolean;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
  readonly unread?: readonly { readonly path: string; readonly reason: string }[];
  readonly unfixed?: readonly { readonly path: string; readonly reason: string }[];
}

interface LintChanges extends Partial<LintDeps> {
  /** Whether standard output and standard error are a terminal. */
  readonly isTTY?: boolean;
}

/** A separate folder for each test, with a campaign or another text in each file. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(os.tmpdir(), "campaign-lint-")));

  constructor(files: Readonly<Record<string, string | object>> = {}) {
    this.put(files);
  }

  put(files: Readonly<Record<string, string | object>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
    }
    return this;
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Runs `campaign-json lint` in this process, with the folder as its working folder. */
  async lint(args: readonly string[], changes: LintChanges = {}): Promise<Ended> {
    const { isTTY = false, ...others } = changes;
    const env = changes.env ?? {};

    let out = "";
    let err = "";
    let code: number | undefined;
    const stream = (write: (text: string) => void) => ({ write, isTTY, on: () => undefined });
    const output = createOutput({
      stdout: stream((text) => (out += text)),
      stderr: stream((text) => (err += text)),
      env,
      exitWith: (given) => (code = given),
    });
    const program = new Command()
      .exitOverride()
      .configureOutput({ writeOut: output.out, writeErr: output.err });
    registerLint(program, {
      ...{
        env,
        cwd: this.path,
        interactive: isTTY,
        showProgress: false,
        version: "1.2.3",
      },
      ...output,
      readInput: () => Promise.resolve(Buffer.from("")),
      check: checkCampaign,
      fix: fixAll,
      now: Date.now,
      onInterrupt: () => () => undefined,
      ...others,
    });
    await program.parseAsync(["lint", ...args], { from: "user" });
    return { code, out, err };
  }

  async json(args: readonly string[] = [], changes: LintChanges = {}): Promise<JsonReport> {
    const { out } = await this.lint([...args, "--format", "json"], changes);
    return JSON.parse(out) as JsonReport;
  }
}

/** The problems as `path: code`, in the order of the report. */
export function found({ files }: JsonReport): string[] {
  return files.flatMap(({ path: file, problems }) => problems.map(({ code }) => `${file}: ${code}`));
}

/** A valid campaign with these properties replaced. */
export function campaign(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...faultless(), ...changes };
}
