import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { check } from "./cli-check";
import { registerCurl as registerCurlWith, type CurlDeps } from "./cli/commands/curl";
import { registerDiff } from "./cli/commands/diff";
import { registerList } from "./cli/commands/list";
import { registerPull } from "./cli/commands/pull";
import { registerStatus } from "./cli/commands/status";
import { registerStart, registerStop } from "./cli/commands/trigger";
import { registerUpdate } from "./cli/commands/update";
import { registerDoctor as registerDoctorWith, type DoctorDeps } from "./cli/commands/doctor";
import { registerHistory as registerHistoryWith, type HistoryDeps } from "./cli/commands/history";
import {
  registerImportCurl as registerImportCurlWith,
  type ImportCurlDeps,
} from "./cli/commands/import-curl";
import { registerPractice as registerPracticeWith, type PracticeDeps } from "./cli/commands/practice";
import { registerSubmit as registerSubmitWith, type SubmitDeps } from "./cli/commands/submit";
import { askOn } from "./cli/prompt";
import type { Terminal } from "./cli/output/terminal";
import { checkFile } from "./cli/files/check-file";
import { fetchTransport } from "./node/http/fetch-transport";
import { ledgerFile, ledgerFolder } from "./node/ledger/ledger-file";
import { startPracticeServer } from "./node/practice/server";

/** What the commands for an account share. */
type Common = Terminal & Pick<SubmitDeps, "now" | "onInterrupt">;

/** The composition root of the commands for an account: requests, the ledger and the practice server. */
export function registerSubmit(program: Command, common: Common): void {
  registerSubmitWith(program, { ...sending(common), startPracticeServer });
}

const onAccount = {
  list: registerList,
  status: registerStatus,
  start: registerStart,
  stop: registerStop,
  pull: registerPull,
  diff: registerDiff,
  update: registerUpdate,
};

/** A command on the campaigns of an account. */
export function registerOnAccount(name: keyof typeof onAccount, program: Command, common: Common): void {
  onAccount[name](program, sending(common));
}

export function registerCurl(
  program: Command,
  deps: Omit<CurlDeps, "checkFile"> & Pick<Terminal, "cwd">,
): void {
  registerCurlWith(program, { ...deps, checkFile: (file) => checkFile(file, deps.cwd, check) });
}

export function registerImportCurl(program: Command, deps: Omit<ImportCurlDeps, "check" | "canAsk">): void {
  registerImportCurlWith(program, { ...deps, check, canAsk: canAsk() });
}

export function registerDoctor(
  program: Command,
  deps: Omit<DoctorDeps, "transport" | "startPracticeServer">,
): void {
  registerDoctorWith(program, { ...deps, transport: fetchTransport, startPracticeServer });
}

export function registerHistory(
  program: Command,
  deps: Omit<HistoryDeps, "ledgerStore"> & Pick<Terminal, "env">,
): void {
  registerHistoryWith(program, { ...deps, ledgerStore: () => ledgerFile(ledgerFolder(deps.env)) });
}

export function registerPractice(program: Command, deps: Omit<PracticeDeps, "startPracticeServer">): void {
  registerPracticeWith(program, { ...deps, startPracticeServer });
}

/** Whether a person sees a question and can answer it. */
function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** The timer does not keep the process alive. */
function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms).unref();
  return () => clearInterval(timer);
}

/** What a command needs that changes an account. */
function sending(common: Common) {
  return {
    ...common,
    canAsk: canAsk(),
    ask: askOn(process.stdin, process.stderr),
    checkFile: (file: string) => checkFile(file, common.cwd, check),
    transport: fetchTransport,
    ledgerStore: (onSetAside: (file: string) => void) => ledgerFile(ledgerFolder(common.env), { onSetAside }),
    every,
    startedAt: performance.timeOrigin,
    wait: async (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }),
  };
}
