import * as vscode from "vscode";
import type { Problem } from "../../core/campaign/problem";
import {
  problemsBetweenSaves,
  followEdits,
  trackProblems,
  type TrackedProblem,
} from "../../core/lint/tracked-problems";
import { checkCampaign, type Checked } from "../../core/lint/check";
import type { CheckOptions } from "../../core/lint/check-options";
import type { RuleFailure } from "../../core/lint/check-options";
import { toDiagnostic } from "./diagnostics";
import { isEditable } from "../ui/editable";
import { registerRulePages } from "./rule-pages";
import type { ConfigFault } from "../workspace/lint-configs";

export const languageId = "campaign-json";

/** How long after the last key a document is checked, in milliseconds. */
const pause = 150;

/** What a campaign is checked with: severities and legal profiles that the team has settled, and its neighbours. */
export interface CheckOptionsSource {
  optionsFor(uri: vscode.Uri, text: string): CheckOptions;
  /** Looks up what holds for a file: before it is checked for the first time, and again after a change. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** What is wrong with the team's configuration for a file that was prepared. */
  faultFor(uri: vscode.Uri): ConfigFault | undefined;
  readonly onDidChange: vscode.Event<void>;
}

export interface Checking {
  /** The problems shown for a document, at offsets of its current text; none for a document that is not checked. */
  problemsOf(document: vscode.TextDocument): readonly Problem[];
  /** Checks all of it anew, shows what was found and returns it. */
  check(document: vscode.TextDocument): Checked;
  readonly optionsFor: CheckOptionsSource["optionsFor"];
  readonly configFaultFor: CheckOptionsSource["faultFor"];
  readonly onDidChangeOptions: CheckOptionsSource["onDidChange"];
  /** To be waited for before `check`, where the result decides something. */
  prepare(uri: vscode.Uri): Promise<void>;
  dispose(): void;
}

/** What is shown for one open document. */
interface Shown {
  readonly version: number;
  readonly problems: readonly Problem[];
  /** The rules' problems of the last full check, moved along with the edits since. */
  readonly known: readonly TrackedProblem[];
}

/** Keeps the Problems panel right for every open campaign. */
export function registerChecking(log: vscode.LogOutputChannel, source: CheckOptionsSource): Checking {
  const collection = vscode.languages.createDiagnosticCollection("campaign");
  const shown = new Map<vscode.TextDocument, Shown>();
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  let disposed = false;

  const show = (
    document: vscode.TextDocument,
    problems: readonly Problem[],
    known: readonly TrackedProblem[],
  ) => {
    shown.set(document, { version: document.version, problems, known });
    collection.set(
      document.uri,
      problems.map((problem) => toDiagnostic(document, problem)),
    );
  };
  const inspect = (document: vscode.TextDocument) => {
    const text = document.getText();
    const onRuleFailed = ({ id, error }: RuleFailure) =>
      log.error(`${document.uri.toString()}: the rule ${id} failed: ${stackOf(error)}`);
    return checkCampaign(text, { ...source.optionsFor(document.uri, text), onRuleFailed });
  };
  const check = (document: vscode.TextDocument): Checked => {
    const checked = inspect(document);
    if (isChecked(document) && !document.isClosed)
      show(document, checked.problems, trackProblems(checked.problems));
    return checked;
  };
  /** While typing. A text that is as it was saved, by undoing for example, is checked in full. */
  const refresh = (document: vscode.TextDocument) => {
    const last = shown.get(document);
    if (last === undefined || !waitsForSave(document)) check(document);
    else show(document, problemsBetweenSaves(inspect(document), last.known), last.known);
  };

  const stopTimer = (document: vscode.TextDocument) => {
    clearTimeout(timers.get(document));
    timers.delete(document);
  };
  const opened = (document: vscode.TextDocument) => {
    if (isChecked(document)) check(document);
  };
  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const last = shown.get(document);
    if (last === undefined || contentChanges.length === 0) return;
    const edits = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      content: text,
    }));
    shown.set(document, { ...last, known: followEdits(last.known, edits) });
    stopTimer(document);
    const late = () => {
      timers.delete(document);
      refresh(document);
    };
    timers.set(document, setTimeout(late, pause));
  };
  const saved = (document: vscode.TextDocument) => {
    stopTimer(document);
    opened(document);
  };
  const closed = (document: vscode.TextDocument) => {
    stopTimer(document);
    if (shown.delete(document)) collection.delete(document.uri);
  };
  const configured = (event: vscode.ConfigurationChangeEvent) => {
    if (event.affectsConfiguration("campaignJson.lint")) [...shown.keys()].forEach(check);
  };

  const prepared = async (document: vscode.TextDocument) => {
    await source.prepare(document.uri);
    if (!disposed && !document.isClosed) refresh(document);
  };
  const open = (document: vscode.TextDocument) => {
    if (isChecked(document)) void prepared(document).catch((error: unknown) => log.error(stackOf(error)));
  };
  /** The settings may be different now. A text that waits for its save goes on waiting, with the new settings. */
  const reconfigured = () => [...shown.keys()].forEach(open);

  const registrations = vscode.Disposable.from(
    registerRulePages(),
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.workspace.onDidChangeConfiguration(configured),
    source.onDidChange(reconfigured),
  );
  vscode.workspace.textDocuments.forEach(open);

  return {
    problemsOf: (document) => {
      const last = shown.get(document);
      if (last !== undefined && last.version !== document.version) refresh(document);
      return shown.get(document)?.problems ?? [];
    },
    check,
    optionsFor: (uri, text) => source.optionsFor(uri, text),
    configFaultFor: (uri) => source.faultFor(uri),
    onDidChangeOptions: source.onDidChange,
    prepare: (uri) => source.prepare(uri),
    dispose: () => {
      disposed = true;
      registrations.dispose();
      timers.forEach((timer) => clearTimeout(timer));
      timers.clear();
      shown.clear();
      collection.dispose();
    },
  };
}

function isChecked({ languageId: language, uri }: vscode.TextDocument): boolean {
  return language === languageId && isEditable(uri);
}

/** Whether the rules wait for the next save. What was never saved has none to compare with, and is checked whole. */
function waitsForSave(document: vscode.TextDocument): boolean {
  return document.isDirty && !document.isUntitled && !runsOnType(document);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function runsOnType(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration("campaignJson", document).get<string>("lint.run") === "onType";
}
