import * as vscode from "vscode";
import type { Fix, Problem } from "../../core/campaign/problem";
import { configName } from "../../core/lint/configuration/lookup";
import { isExemptable } from "../../core/lint/exemptions/apply";
import { fixAll } from "../../core/lint/fix";
import type { Checking } from "./register";
import { languageId } from "../ui/language-id";
import { parsedCampaign } from "../ui/parsed-campaign";
import { toRange } from "./diagnostics";

const quickFix = vscode.CodeActionKind.QuickFix;
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("campaignJson");

type ProblemsOf = (document: vscode.TextDocument) => readonly Problem[];

/**
 * Offers the fixes of each problem as quick fixes, then its explanation and its exemptions, and all safe fixes of a
 * campaign as one `source.fixAll` action.
 */
export function registerQuickFixes(
  checking: Checking,
  configs: { readonly problemsOf: ProblemsOf },
): vscode.Disposable {
  const fixesOf =
    (problemsOf: ProblemsOf): vscode.CodeActionProvider["provideCodeActions"] =>
    (document, range, { only, diagnostics }) => {
      if (only !== undefined && !only.contains(quickFix)) return [];
      const here = problemsOf(document).flatMap((problem) => {
        const place = toRange(document, problem);
        if (place.intersection(range) === undefined) return [];
        return [
          { problem, fixed: diagnostics.filter((one) => isOf(one, problem) && one.range.isEqual(place)) },
        ];
      });
      return [
        ...here.flatMap(({ problem, fixed }) => problem.fixes.map((fix) => toAction(document, fix, fixed))),
        ...here.flatMap(({ problem, fixed }) => commandActions(document, problem, fixed)),
      ];
    };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      { language: languageId },
      { provideCodeActions: fixesOf((document) => checking.problemsOf(document)) },
      { providedCodeActionKinds: [quickFix] },
    ),
    vscode.languages.registerCodeActionsProvider(
      { language: languageId },
      {
        provideCodeActions: (document, _range, { only }) =>
          only?.contains(fixAllKind) === true ? fixAllAction(document, checking) : [],
      },
      { providedCodeActionKinds: [fixAllKind] },
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: `**/${configName}` },
      { provideCodeActions: fixesOf(configs.problemsOf) },
      { providedCodeActionKinds: [quickFix] },
    ),
  );
}

function isOf(diagnostic: vscode.Diagnostic, problem: Problem): boolean {
  const { code, source } = diagnostic;
  return source === "campaign" && typeof code === "object" && code.value === problem.code;
}

function toAction(
  document: vscode.TextDocument,
  fix: Fix,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, quickFix);
  action.diagnostics = diagnostics;
  action.isPreferred = fix.preferred;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    fix.edits.map((edit) => vscode.TextEdit.replace(toRange(document, edit), edit.content)),
  );
  return action;
}

/** What can be done about a problem apart from fixing it. */
function commandActions(
  document: vscode.TextDocument,
  { code, offset }: Problem,
  diagnostics: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const toCommandAction = (title: string, command: string) => {
    const action = new vscode.CodeAction(`${title}: ${code}`, quickFix);
    action.diagnostics = diagnostics;
    action.command = { title, command, arguments: [document.uri, { code, offset }] };
    return action;
  };
  return [
    toCommandAction("Explain", "campaignJson.explainProblem"),
    ...(isExemptable(code)
      ? [
          toCommandAction("Ignore on this line", "campaignJson.ignoreOnLine"),
          toCommandAction(`Change severity in ${configName}`, "campaignJson.changeSeverity"),
        ]
      : []),
  ];
}

function fixAllAction(document: vscode.TextDocument, { optionsFor }: Checking): vscode.CodeAction[] {
  const campaign = parsedCampaign(document);
  const { text: after, applied, more } = fixAll(campaign, optionsFor(document.uri, campaign));
  if (applied === 0) return [];
  const title = more === true ? "Apply all safe fixes (more remain: run it again)" : "Apply all safe fixes";
  const action = new vscode.CodeAction(title, fixAllKind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [difference(document, campaign.text, after)]);
  return [action];
}

/** One edit from the first difference to the last, so that the cursor and folds outside it do not move. */
function difference(document: vscode.TextDocument, before: string, after: string): vscode.TextEdit {
  const maxCommon = Math.min(before.length, after.length);
  let start = 0;
  while (start < maxCommon && before[start] === after[start]) start++;
  let end = 0;
  while (end < maxCommon - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const length = before.length - end - start;
  return vscode.TextEdit.replace(
    toRange(document, { offset: start, length }),
    after.slice(start, after.length - end),
  );
}
