import * as vscode from "vscode";
import { plainLabel, plainLine } from "../../core/text/plain";

/** One line of a view. Its texts may be untrusted; `tooltip` must already be escaped. */
export interface TreeLine {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly iconPath: vscode.ThemeIcon;
  readonly tooltip: vscode.MarkdownString;
  readonly contextValue: string;
  /** The label for screen readers. */
  readonly screenReaderText: string;
  readonly command?: vscode.Command | undefined;
}

export function treeItem({
  label,
  description,
  screenReaderText: spoken,
  command,
  ...rest
}: TreeLine): vscode.TreeItem {
  const item = new vscode.TreeItem(plainLabel(label));
  Object.assign(item, rest);
  item.description = plainLabel(description, 500);
  item.accessibilityInformation = { label: plainLine(spoken, 500) };
  if (command !== undefined) item.command = command;
  return item;
}
