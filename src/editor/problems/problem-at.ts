import * as vscode from "vscode";
import type { Problem } from "../../core/campaign/problem";
import { showMessage } from "../ui/message";
import { pickOne } from "../ui/quick-pick";
import { toRange } from "./diagnostics";

/** The problem that a code action passes to its command. */
export interface ProblemTarget {
  readonly document: vscode.TextDocument;
  readonly problem: Pick<Problem, "code" | "offset">;
}

/** The problems that are shown for a document, at offsets of its current text. */
export type ProblemsOf = (document: vscode.TextDocument) => readonly Problem[];

/**
 * The problem that a command applies to: the one of its code action, else the one at the cursor of the active editor. If
 * several are there, the person picks one. Undefined if there is none, after a message, or if the person cancels.
 */
export async function problemAt(
  [uri, problem]: readonly unknown[],
  problemsOf: ProblemsOf,
  isWanted: (code: string) => boolean,
): Promise<ProblemTarget | undefined> {
  if (uri instanceof vscode.Uri && isProblem(problem))
    return { document: await vscode.workspace.openTextDocument(uri), problem };
  const editor = vscode.window.activeTextEditor;
  const found =
    editor === undefined ? [] : problemsAt(editor, problemsOf).filter(({ code }) => isWanted(code));
  const [first] = found;
  if (editor === undefined || first === undefined) {
    const text =
      "No problem at the cursor that this command applies to. Move the cursor to an underlined value.";
    showMessage({ level: "information", id: "problem.none" }, text);
    return undefined;
  }
  const { document } = editor;
  if (found.length === 1) return { document, problem: first };
  const items = found.map((one) => ({ label: one.code, description: one.message, problem: one }));
  const picked = await pickOne(items, "Several problems are here. Select one");
  return picked && { document, problem: picked.problem };
}

/** The problems under the cursor; without any, those that start on its line. */
function problemsAt({ document, selection }: vscode.TextEditor, problemsOf: ProblemsOf): readonly Problem[] {
  const all = problemsOf(document);
  const under = all.filter((problem) => toRange(document, problem).intersection(selection) !== undefined);
  if (under.length > 0) return under;
  return all.filter((problem) => toRange(document, problem).start.line === selection.start.line);
}

function isProblem(value: unknown): value is ProblemTarget["problem"] {
  return typeof value === "object" && value !== null && "code" in value && "offset" in value;
}
