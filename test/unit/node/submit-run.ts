import path from "node:path";
import { Command } from "commander";
import { checkFile } from "../../../src/cli/files/check-file";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { registerSubmit, type SubmitDeps } from "../../../src/cli/commands/submit";
import { checkCampaign } from "../../../src/core/lint/check";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import { startPracticeServer } from "../../../src/node/practice/server";

const samples = path.join(__dirname, "../../fixtures/samples");
export const sample = path.join(samples, "preview.request.json");

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

/** `campaign-json submit`, in this process. */
export async function submit(args: readonly string[], changes: Partial<SubmitDeps> = {}): Promise<Ran> {
  let code = -1;
  let out = "";
  let err = "";
  const asked: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerSubmit(program, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    cwd: process.cwd(),
    canAsk: false,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve("y");
    },
    checkFile: (file) => checkFile(file, process.cwd(), (text) => checkCampaign(text)),
    transport: fetchTransport,
    startPracticeServer,
    ledgerStore: memoryLedger,
    every: () => () => undefined,
    now: Date.now,
    startedAt: Date.now(),
    onInterrupt: () => () => undefined,
    wait: () => Promise.resolve(),
    setExitCode: (value) => (code = value),
    ...changes,
  });
  await program.parseAsync(["submit", ...args], { from: "user" });
  return { code, out, err, asked };
}
