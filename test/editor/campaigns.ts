import * as vscode from "vscode";
import { answered, until } from "./until";

/** The open folder: a writable copy of `test/fixtures/workspace`. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, name);
}

/**
 * The valid campaign of the workspace, with `from` replaced by `to` once for each pair. Its file does not have a
 * campaign's name, because it would share its campaign name with every copy.
 */
export async function springWith(
  ...changes: readonly (readonly [from: string, to: string])[]
): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(inWorkspace("spring.json"));
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The campaign does not hold ${from}.`);
    return text.replace(from, to);
  }, new TextDecoder().decode(bytes));
}

const written = new Set<string>();

/** Writes a file to the workspace. `closeAll` deletes it. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  written.add(name);
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  return inWorkspace(name);
}

/** Writes a file to the workspace and opens it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await writeFile(name, text), { preview: false });
}

/** Replaces text of the document as typing does, without saving. */
export async function typeOver({ document }: vscode.TextEditor, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from), to);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${from} was not replaced.`);
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`The document does not hold ${text}.`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(codeOf);
}

/** Waits until the document has exactly these codes, in this order. */
export async function untilCodes(uri: vscode.Uri, ...codes: readonly string[]): Promise<vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const shown = vscode.languages.getDiagnostics(uri);
      return String(shown.map(codeOf)) === String(codes) ? shown : undefined;
    },
    () => `Expected [${String(codes)}], shown are [${String(codesOf(uri))}].`,
  );
}

/** Waits until the first problem of a file contains a text, such as the name of a file that the watcher reports late. */
export async function untilMessage(uri: vscode.Uri, part: string): Promise<vscode.Diagnostic> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const [first] = vscode.languages.getDiagnostics(uri);
      return first?.message.includes(part) === true ? first : undefined;
    },
    () => `Expected ${part}, shown are ${JSON.stringify(vscode.languages.getDiagnostics(uri))}.`,
  );
}

/**
 * Waits until the built-in JSON service has reported its problems for every document opened before. It reports those
 * of a broken plain file after them.
 */
export async function untilBuiltInHasSpoken(): Promise<void> {
  const { document } = await openFile(`plain-${Date.now()}.json`, "{ broken");
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => vscode.languages.getDiagnostics(document.uri)[0],
    () => "The built-in JSON service says nothing.",
  );
}

/** Closes every editor without saving and deletes every file of the test. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  for (const name of written) await vscode.workspace.fs.delete(inWorkspace(name));
  written.clear();
}

/** The outline of a file, once the editor has it. */
export async function symbolsOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return answered(
    () =>
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", uri),
    (found) => found.length > 0,
  );
}
