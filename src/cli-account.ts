import type { Command } from "commander";
import { check } from "./cli-check";
import { registerCurl as registerCurlWith, type CurlDeps } from "./cli/commands/curl";
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

/** The composition root of the commands for an account: requests, the ledger and the practice server. */
export function registerSubmit(
  program: Command,
  deps: Omit<
    SubmitDeps,
    | "checkFile"
    | "transport"
    | "ledgerStore"
    | "every"
    | "startPracticeServer"
    | "startedAt"
    | "ask"
    | "canAsk"
  >,
): void {
  registerSubmitWith(program, {
    ...deps,
    canAsk: canAsk(),
    ask: askOn(process.stdin, process.stderr),
    checkFile: (file) => checkFile(file, deps.cwd, check),
    transport: fetchTransport,
    ledgerStore: (onSetAside) => ledgerFile(ledgerFolder(deps.env), { onSetAside }),
    every,
    startPracticeServer,
    startedAt: performance.timeOrigin,
  });
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
