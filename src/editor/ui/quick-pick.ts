import * as vscode from "vscode";
import { plainLabel } from "../../core/text/plain";

/** An item whose texts may be strangers' words. */
export interface PickItem extends vscode.QuickPickItem {
  /** Name of a product icon to put before the label. */
  readonly icon?: string;
}

/** Shows a list to pick from, searched in all that it shows. Undefined when the person left. */
export function pickOne<I extends PickItem>(
  items: readonly I[],
  placeHolder: string,
): Thenable<I | undefined> {
  return vscode.window.showQuickPick(items.map(plainItem), {
    placeHolder: plainLabel(placeHolder),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

/** The same item with texts that are shown as they are written. */
export function plainItem<I extends PickItem>(item: I): I {
  const { icon, label, description, detail } = item;
  return {
    ...item,
    label: `${icon === undefined ? "" : `$(${icon}) `}${plainLabel(label)}`,
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
  };
}
