// Runs inside VS Code, started by `editor.ts`: measures saving, typing and linting among 10,000 campaigns.
import { execFile } from "node:child_process";
import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Figure } from "../../scripts/generate/benchmarks/results";
import { codesOf, inWorkspace, openFile, springWith, typeOver, untilCodes } from "../editor/campaigns";
import { checkOfWorkspace, writeMany } from "../editor/many-campaigns";
import { byTurns, medianOf } from "./by-turns";

const count = 10_000;
const rounds = 3;
/** How often a file is saved or typed in, each time to a problem and back. */
const edits = 12;
const commandLine = path.join(__dirname, "..", "..", "dist", "cli.js");
const many = "many";

/** The entry point that VS Code calls. */
export async function run(): Promise<void> {
  const output = process.env["CAMPAIGN_JSON_BENCH_OUTPUT"];
  if (output === undefined) throw new Error("CAMPAIGN_JSON_BENCH_OUTPUT names no file.");
  const editor = await openFile("edited.campaign.json", await springWith());
  // The first saves are slower, as they load code.
  await saves(editor);
  const alone = await saves(editor);
  await mkdir(inWorkspace(many).fsPath);
  await writeMany(many, count, ['"end": "6:00 PM"', '"end": "6:00 AM"']);
  try {
    await untilSettled();
    // Only campaigns that were checked once are checked again when another one changes.
    await lintInEditor();
    const among = await saves(editor);
    const usual: number[] = [];
    for (let turn = 0; turn < edits; turn++) usual.push(...(await typed(editor)));
    const lint = await byTurns(
      { editor: lintInEditor, alone: lintInProcess },
      { warmings: 0, rounds, counts: "median" },
    );
    const meanwhile = await typeDuring(editor);
    const { canceled, whole } = await cancel();
    const figures: Record<string, Figure> = {
      "editor/save": { own: medianOf(among), other: medianOf(alone), rounds: among.length },
      "editor/lint": { own: lint.editor, other: lint.alone, rounds },
      "editor/cancel": { own: canceled, other: whole, rounds: 1 },
      "editor/type": { own: medianOf(meanwhile), other: medianOf(usual), rounds: meanwhile.length },
    };
    await appendFile(
      output,
      `${JSON.stringify({ editor: vscode.version, node: process.versions.node, figures })}\n`,
    );
  } finally {
    await rm(inWorkspace(many).fsPath, { recursive: true, force: true });
  }
  const results = process.env["CAMPAIGN_JSON_TEST_RESULTS"];
  const counts = { passed: 1, failed: 0, skipped: 0, retried: [], failures: [] };
  if (results !== undefined) await writeFile(results, JSON.stringify(counts));
}

async function timeOf(work: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Waits until the extension knows all files: the one that is written last shares its name with an open one. */
async function untilSettled(): Promise<void> {
  const name: readonly [string, string] = ["Spring reminder", "Settled"];
  const list: readonly [string, string] = ["Bills owed in July", "Settled list"];
  const { document } = await openFile("settled.campaign.json", await springWith(name, list));
  const text = await springWith(name, ["Bills owed in July", "Another list"]);
  await writeFile(inWorkspace(`${many}/last.campaign.json`).fsPath, text);
  const end = Date.now() + 300_000;
  while (!codesOf(document.uri).includes("name-shared")) {
    if (Date.now() > end) throw new Error("The extension does not notice the files.");
    await sleep(100);
  }
}

/** Milliseconds of each save, until the problems of the saved text are shown. */
async function saves(editor: vscode.TextEditor): Promise<number[]> {
  const { document } = editor;
  const times: number[] = [];
  const [good, bad] = ['"end": "6:00 PM"', '"end": "6:00 AM"'];
  for (let turn = 0; turn < edits; turn++)
    for (const [from, to, ...codes] of [
      [good, bad, "window-inverted"],
      [bad, good],
    ] as const) {
      await typeOver(editor, from, to);
      times.push(
        await timeOf(async () => {
          await document.save();
          await untilCodes(document.uri, ...codes);
        }),
      );
    }
  return times;
}

/** Milliseconds from a change of the text until its problem is shown, and back. */
async function typed(editor: vscode.TextEditor): Promise<number[]> {
  const { uri } = editor.document;
  const [good, bad] = ['"priority": "5"', '"priority": "9"'];
  return [
    await timeOf(async () => {
      await typeOver(editor, good, bad);
      await untilCodes(uri, "schema/enum");
    }),
    await timeOf(async () => {
      await typeOver(editor, bad, good);
      await untilCodes(uri);
    }),
  ];
}

async function lintInEditor(): Promise<void> {
  await vscode.commands.executeCommand("campaignJson.lintWorkspace");
}

/** Runs the command-line tool in the Node of this extension host. */
function lintInProcess(): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const options = { cwd: inWorkspace("").fsPath, env, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [commandLine, "lint", many], options, (error) => {
      // Some files have a problem.
      if (error?.code === 1) resolve();
      else reject(error ?? new Error("The command-line tool finds no problem."));
    });
  });
}

/** Types while all campaigns are linted. The times of changes that were shown before the end. */
async function typeDuring(editor: vscode.TextEditor): Promise<number[]> {
  const at = { ended: false };
  const command = lintInEditor().then(() => (at.ended = true));
  const times: number[] = [];
  for (;;) {
    const both = await typed(editor);
    if (at.ended) break;
    times.push(...both);
  }
  await command;
  if (times.length === 0) throw new Error("The command ended before anything was typed.");
  return times;
}

/** From the cancellation of a run that is half done to its end, and a whole run. */
async function cancel(): Promise<{ readonly canceled: number; readonly whole: number }> {
  const check = checkOfWorkspace();
  try {
    const never = new vscode.CancellationTokenSource().token;
    const whole = await timeOf(() => check.run({ report: () => {} }, never));
    const stop = new vscode.CancellationTokenSource();
    let [share, canceledAt] = [0, 0];
    const report = ({ increment }: { readonly increment: number }) => {
      share += increment;
      if (share < 50 || canceledAt > 0) return;
      canceledAt = performance.now();
      stop.cancel();
    };
    const { done, all } = await check.run({ report }, stop.token);
    if (canceledAt === 0 || done === all) throw new Error("It ended before it was canceled.");
    return { canceled: performance.now() - canceledAt, whole };
  } finally {
    check.dispose();
  }
}
