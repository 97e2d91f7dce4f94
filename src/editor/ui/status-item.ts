import * as vscode from "vscode";
import { plainLabel, plainText } from "../../core/text/plain";

export interface StatusItemOptions {
  readonly id: string;
  readonly name: string;
  readonly command: string;
  /** Items with a higher priority are further left. */
  readonly priority: number;
}

/** What a status bar item shows. May contain untrusted text. */
export interface StatusAppearance {
  /** Name of a VS Code product icon. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly accessibilityInformation: vscode.AccessibilityInformation;
  readonly backgroundColor?: vscode.ThemeColor | undefined;
}

export interface StatusItem {
  show(appearance: StatusAppearance): void;
  hide(): void;
  dispose(): void;
}

/** Creates an item on the left of the status bar. It is hidden until `show` is called. */
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

/** Shows a text in the status bar for 5 seconds. */
export function showInStatusBar(icon: string, text: string): void {
  vscode.window.setStatusBarMessage(`$(${icon}) ${plainLabel(text)}`, 5_000);
}
