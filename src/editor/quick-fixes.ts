import * as vscode from "vscode";
import type { Fix, Problem } from "../core/campaign/problem";
import { fixAll } from "../core/lint/fix";
import { languageId, type Checking } from "./checking";
import { toRange } from "./diagnostics";

const quickFix = vscode.CodeActionKind.QuickFix;
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("campaignJson");

/** Offers the problems' fixes at the light bulb, and all the safe ones together, on saving for those who want that. */
export function registerQuickFixes(checking: Checking): vscode.Disposable {
  const provideCodeActions: vscode.CodeActionProvider["provideCodeActions"] = (document, range, context) => {
    const { only, diagnostics } = context;
    const actions: vscode.CodeAction[] = [];
    if (only === undefined || only.contains(quickFix)) {
      for (const problem of checking.problemsOf(document)) {
        const place = toRange(document, problem);
        if (place.intersection(range) === undefined) continue;
        const mended = diagnostics.filter((one) => isOf(one, problem) && one.range.isEqual(place));
        for (const fix of problem.fixes) actions.push(toAction(document, fix, mended));
      }
    }
    if (only?.contains(fixAllKind) === true) actions.push(...fixAllAction(document, checking));
    return actions;
  };
  return vscode.languages.registerCodeActionsProvider(
    { language: languageId },
    { provideCodeActions },
    { providedCodeActionKinds: [quickFix, fixAllKind] },
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

function fixAllAction(document: vscode.TextDocument, { optionsFor }: Checking): vscode.CodeAction[] {
  const before = document.getText();
  const { text: after, applied, more } = fixAll(before, optionsFor(document.uri, before));
  if (applied === 0) return [];
  const title =
    more === true ? "Fix what is safe to fix (more is left: run it again)" : "Fix what is safe to fix";
  const action = new vscode.CodeAction(title, fixAllKind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [difference(document, before, after)]);
  return [action];
}

/** One edit from the first difference to the last, so that the caret and what is folded stay elsewhere. */
function difference(document: vscode.TextDocument, before: string, after: string): vscode.TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const length = before.length - end - start;
  return vscode.TextEdit.replace(
    toRange(document, { offset: start, length }),
    after.slice(start, after.length - end),
  );
}
