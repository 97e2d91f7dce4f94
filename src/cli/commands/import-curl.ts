import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { fromCurl, type ImportedCurl } from "../../core/curl/import";
import { visibleLine } from "../../core/text/visible";
import type { Checked } from "../../core/lint/check";
import { codeOf } from "../../node/ledger/file-errors";
import { exit, fail, type Terminal } from "../output/terminal";
import { readInputText, readText, reasonOf } from "../files/text-file";

export interface ImportCurlDeps extends Pick<Terminal, "out" | "err" | "cwd" | "readInput" | "setExitCode"> {
  readonly check: (text: string) => Checked;
  /** Whether standard input is a terminal. */
  readonly canAsk: boolean;
}

export function registerImportCurl(program: Command, deps: ImportCurlDeps): void {
  program
    .command("import-curl")
    .description("convert a cURL command to a campaign file (the command is not run; its token is omitted)")
    .argument("[file]", "a file with the command (default: standard input)")
    .option("--out <file>", "write the campaign to this file; an existing file is not replaced")
    .action(async (file: string | undefined, { out }: { readonly out?: string }) => {
      const result = await importCurl(file, out, deps);
      if (typeof result === "number") deps.setExitCode(result, exit.usage);
      else fail(deps, result.reason, result.code);
    });
}

type Refusal = { readonly code: number; readonly reason: string };

async function importCurl(
  file: string | undefined,
  target: string | undefined,
  { out, err, cwd, canAsk, readInput, check }: ImportCurlDeps,
): Promise<number | Refusal> {
  if (file === "" || target === "") return { code: exit.usage, reason: "A path is empty." };
  const named = file === "-" ? undefined : file;
  if (named === undefined && canAsk)
    err("Paste the cURL command, then press Enter and Ctrl+D (on Windows Ctrl+Z and Enter).\n");
  const read =
    named === undefined ? await readInputText(readInput) : await readText(path.resolve(cwd, named));
  if (read.kind !== "text")
    return { code: exit.usage, reason: `${named ?? "standard input"}: ${read.reason}` };
  const imported = fromCurl(read.text);
  if (!imported.valid) return { code: exit.problems, reason: imported.reason };
  const { text } = imported.value;
  if (target === undefined) out(text);
  else {
    const reason = await write(path.resolve(cwd, target), text);
    if (reason !== undefined) return { code: exit.usage, reason: `${target}: ${reason}` };
  }
  for (const note of [...notesOf(imported.value), ...problemsOf(check(text), target)])
    err(`note: ${visibleLine(note, 600)}\n`);
  return exit.clean;
}

function notesOf({ token, host, accountId, streamId, notes }: ImportedCurl): string[] {
  const address = [
    ...(host === undefined ? [] : [`host ${host}`]),
    ...(accountId === undefined ? [] : [`account ${accountId}`]),
    ...(streamId === undefined ? [] : [`stream ${streamId}`]),
  ];
  return [
    ...notes,
    ...(token === undefined ? [] : ["The token was omitted. Set CAMPAIGN_JSON_TOKEN to submit with it."]),
    ...(address.length === 0
      ? []
      : [`A campaign file contains no address. This command used ${address.join(", ")}.`]),
  ];
}

function problemsOf({ problems }: Checked, target: string | undefined): string[] {
  const count = problems.filter(({ severity }) => severity === "error" || severity === "warning").length;
  if (count === 0) return [];
  const found = count === 1 ? "1 problem" : `${count} problems`;
  return [`${found} in the campaign: run campaign-json lint ${target ?? "on it"}.`];
}

/** Returns the reason if the file was not written. */
async function write(file: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(file, text, { flag: "wx" });
    return undefined;
  } catch (error) {
    return codeOf(error) === "EEXIST"
      ? "This file already exists and was not changed. Choose another file."
      : `The campaign was not written. ${reasonOf(error, "written")}`;
  }
}
