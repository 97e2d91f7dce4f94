import * as vscode from "vscode";
import { languageId } from "../ui/language-id";
import type { CampaignDocument } from "../../core/campaign/document";
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
import { parsedCampaign } from "../ui/parsed-campaign";
import type { ConfigFault } from "../workspace/lint-configs";

/** How long after the last edit a document is checked, in milliseconds. */
const editDelay = 150;

/** How long `Checking.ready` waits for the first check, in milliseconds. */
const maxWait = 1_000;

/** Provides the options of a check: the team's severities and legal profiles, and related campaigns. */
export interface CheckOptionsSource {
  optionsFor(uri: vscode.Uri, campaign: CampaignDocument): CheckOptions;
  /** Reads the configuration of a file. Required before its first check and after each change. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** The first problem in the team's configuration for a prepared file. */
  faultFor(uri: vscode.Uri): ConfigFault | undefined;
  readonly onDidChange: vscode.Event<OptionsChange>;
}

/** A change of the options of some campaigns. */
export interface OptionsChange {
  /**
   * Whether a check of this campaign may have another result now.
   * @param campaign its text if it is open
   */
  readonly affects: (uri: vscode.Uri, campaign?: CampaignDocument) => boolean;
}

export interface Checking {
  /** The problems shown for a document, at offsets of its current text. None for a document that is not a campaign. */
  problemsOf(document: vscode.TextDocument): readonly Problem[];
  /** Runs a full check, shows the problems and returns them. */
  check(document: vscode.TextDocument): Checked;
  readonly optionsFor: CheckOptionsSource["optionsFor"];
  readonly configFaultFor: CheckOptionsSource["faultFor"];
  readonly onDidChangeOptions: CheckOptionsSource["onDidChange"];
  /** Await this before `check` if the result decides whether something is sent. */
  prepare(uri: vscode.Uri): Promise<void>;
  /** Resolves when the campaigns that were open at the start are checked, or after a second. */
  readonly ready: Promise<void>;
  dispose(): void;
}

/** What is shown for an open document. */
interface Shown {
  readonly version: number;
  readonly problems: readonly Problem[];
  /** The rules' problems of the last full check, moved along with later edits. */
  readonly tracked: readonly TrackedProblem[];
}

/** Shows the problems of every open campaign and updates them on edits, saves and configuration changes. */
export function registerChecking(log: vscode.LogOutputChannel, source: CheckOptionsSource): Checking {
  const collection = vscode.languages.createDiagnosticCollection("campaign");
  const shown = new Map<vscode.TextDocument, Shown>();
  const timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
  let disposed = false;

  const show = (
    document: vscode.TextDocument,
    problems: readonly Problem[],
    tracked: readonly TrackedProblem[],
  ) => {
    shown.set(document, { version: document.version, problems, tracked });
    collection.set(
      document.uri,
      problems.map((problem) => toDiagnostic(document, problem)),
    );
  };
  const inspect = (document: vscode.TextDocument) => {
    const campaign = parsedCampaign(document);
    const onRuleFailed = ({ id, error }: RuleFailure) =>
      log.error(`${document.uri.toString()}: the rule ${id} failed: ${stackOf(error)}`);
    return checkCampaign(campaign, { ...source.optionsFor(document.uri, campaign), onRuleFailed });
  };
  const check = (document: vscode.TextDocument): Checked => {
    const checked = inspect(document);
    if (isChecked(document) && !document.isClosed)
      show(document, checked.problems, trackProblems(checked.problems));
    return checked;
  };
  /** Checks after an edit. Runs the rules too if the text equals the saved one, for example after an undo. */
  const refresh = (document: vscode.TextDocument) => {
    const last = shown.get(document);
    if (last === undefined || !waitsForSave(document)) check(document);
    else show(document, problemsBetweenSaves(inspect(document), last.tracked), last.tracked);
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
    shown.set(document, { ...last, tracked: followEdits(last.tracked, edits) });
    stopTimer(document);
    const checkLate = () => {
      timers.delete(document);
      refresh(document);
    };
    timers.set(document, setTimeout(checkLate, editDelay));
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
  const open = async (document: vscode.TextDocument): Promise<void> => {
    if (isChecked(document)) await prepared(document).catch((error: unknown) => log.error(stackOf(error)));
  };
  const openAll = (documents: Iterable<vscode.TextDocument>) => Promise.all([...documents].map(open));
  /** Checks the open campaigns that have new options. For unsaved text, the rules still wait for the next save. */
  const reconfigured = ({ affects }: OptionsChange) =>
    void openAll([...shown.keys()].filter((document) => affects(document.uri, parsedCampaign(document))));

  const registrations = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => void open(document)),
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.workspace.onDidChangeConfiguration(configured),
    source.onDidChange(reconfigured),
  );
  // A file system that does not answer must not keep the rest of the extension waiting.
  const waited = new Promise((resolve) => setTimeout(resolve, maxWait).unref());
  const shownFirst = openAll(vscode.workspace.textDocuments).then(sent);
  const ready = Promise.race([shownFirst, waited]).then(() => undefined);

  return {
    problemsOf: (document) => {
      const last = shown.get(document);
      if (last !== undefined && last.version !== document.version) refresh(document);
      return shown.get(document)?.problems ?? [];
    },
    check,
    optionsFor: (uri, campaign) => source.optionsFor(uri, campaign),
    configFaultFor: (uri) => source.faultFor(uri),
    onDidChangeOptions: source.onDidChange,
    prepare: (uri) => source.prepare(uri),
    ready,
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

/** Resolves when the messages of this turn have left, so that what follows does not delay them. */
function sent(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve));
}

function isChecked({ languageId: language, uri }: vscode.TextDocument): boolean {
  return language === languageId && isEditable(uri);
}

/** Whether the rules wait for the next save. An untitled document is always checked in full. */
function waitsForSave(document: vscode.TextDocument): boolean {
  return document.isDirty && !document.isUntitled && !runsOnType(document);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function runsOnType(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration("campaignJson", document).get<string>("lint.run") === "onType";
}
