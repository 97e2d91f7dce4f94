import * as vscode from "vscode";
import { plainLabel, plainText } from "../../core/text/plain";

export interface StatusItemOptions {
  readonly id: string;
  readonly name: string;
  readonly command: string;
  /** Further left when higher. */
  readonly priority: number;
}

/** What an entry of the status bar shows. Text of strangers may be part of it. */
export interface StatusAppearance {
  /** Name of a product icon. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly accessibilityInformation: vscode.AccessibilityInformation;
  readonly backgroundColor?: vscode.ThemeColor | undefined;
}

export interface StatusItem {
  show(look: StatusAppearance): void;
  hide(): void;
  dispose(): void;
}

/** An entry on the left of the status bar, hidden at first. */
export function createStatusItem({ id, name, command, priority }: StatusItemOptions): StatusItem {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
  item.name = name;
  item.command = command;
  return {
    show: ({ icon, text, tooltip, accessibilityInformation, backgroundColor }) => {
      item.text = `$(${icon}) ${plainLabel(text)}`;
      item.tooltip = plainText(tooltip);
      item.accessibilityInformation = {
        ...accessibilityInformation,
        label: plainText(accessibilityInformation.label),
      };
      item.backgroundColor = backgroundColor;
      item.show();
    },
    hide: () => item.hide(),
    dispose: () => item.dispose(),
  };
}

/** Says something for some seconds. */
export function showInStatusBar(icon: string, text: string): void {
  vscode.window.setStatusBarMessage(`$(${icon}) ${plainLabel(text)}`, 5_000);
}
