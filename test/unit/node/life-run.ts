import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { registerList } from "../../../src/cli/commands/list";
import { registerStatus } from "../../../src/cli/commands/status";
import { registerStart, registerStop } from "../../../src/cli/commands/trigger";
import { checkFile } from "../../../src/cli/files/check-file";
import type { TriggerDeps } from "../../../src/cli/lifecycle/trigger-campaign";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { checkCampaign } from "../../../src/core/lint/check";
import { fetchTransport } from "../../../src/node/http/fetch-transport";
import type { Ran } from "./submit-run";

/** `campaign-json list`, `status`, `start` or `stop`, in this process. */
export async function life(args: readonly string[], changes: Partial<TriggerDeps> = {}): Promise<Ran> {
  let code = -1;
  let out = "";
  let err = "";
  const asked: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  const deps: TriggerDeps = {
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
    ledgerStore: memoryLedger,
    every: () => () => undefined,
    now: Date.now,
    startedAt: Date.now(),
    onInterrupt: () => () => undefined,
    wait: async (ms, signal) => sleep(Math.min(ms, 5), undefined, { signal }),
    setExitCode: (value) => (code = value),
    ...changes,
  };
  for (const register of [registerList, registerStatus, registerStart, registerStop]) register(program, deps);
  await program.parseAsync(args, { from: "user" });
  return { code, out, err, asked };
}
