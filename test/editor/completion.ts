import * as vscode from "vscode";
import { answered } from "./until";

/** Waits until the completion items at a position satisfy the condition, and returns them. */
export async function completionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  enough: (labels: readonly string[]) => boolean,
  triggerCharacter?: string,
): Promise<vscode.CompletionList> {
  return answered(
    () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        position,
        triggerCharacter,
        50,
      ),
    ({ items }) => enough(items.map(labelOf)),
  );
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** The range that an item replaces in overwrite mode. */
export function replacedBy({ range }: vscode.CompletionItem): vscode.Range | undefined {
  return range instanceof vscode.Range ? range : range?.replacing;
}

/** Waits for a hover at a position and returns its text. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await answered(
    () =>
      vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position),
    (found) => found.length > 0,
  );
  return hovers.flatMap(({ contents }) => contents.map(textOf)).join("\n");
}

/** The text of a documentation or a hover, in any of its types. */
export function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  const holds = typeof content === "object" && content !== null && "value" in content;
  return holds && typeof content.value === "string" ? content.value : "";
}
