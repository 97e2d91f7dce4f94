import { Command } from "commander";
import { checkFile } from "../../../src/cli/files/check-file";
import { memoryLedger } from "../../../src/cli/submission/memory-ledger";
import { checkCampaign } from "../../../src/core/lint/check";
import { fetchTransport } from "../../../src/node/http/fetch-transport";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly asked: readonly string[];
}

/** What every command for an account needs, without a person at the terminal and with an own ledger in memory. */
function accountDeps(ran: { code: number; out: string; err: string; asked: string[] }, cwd: string) {
  return {
    out: (text: string) => (ran.out += text),
    err: (text: string) => (ran.err += text),
    env: {},
    cwd,
    canAsk: false,
    ask: (question: string): Promise<string | undefined> => {
      ran.asked.push(question);
      return Promise.resolve("y");
    },
    checkFile: (file: string) => checkFile(file, cwd, (text) => checkCampaign(text)),
    transport: fetchTransport,
    ledgerStore: memoryLedger,
    every: () => () => undefined,
    now: Date.now,
    startedAt: Date.now(),
    onInterrupt: () => () => undefined,
    wait: () => Promise.resolve(),
    setExitCode: (value: number) => void (ran.code = value),
  };
}

export type CommandDeps = ReturnType<typeof accountDeps>;

/** Runs a command in this process. `register` adds it, with changes of what commands get. */
export async function runCommand(
  args: readonly string[],
  register: (program: Command, deps: CommandDeps) => void,
  cwd = process.cwd(),
): Promise<Ran> {
  const ran = { code: -1, out: "", err: "", asked: [] as string[] };
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  register(program, accountDeps(ran, cwd));
  await program.parseAsync(args, { from: "user" });
  return ran;
}
