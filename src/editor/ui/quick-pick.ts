import * as vscode from "vscode";
import { plainLabel } from "../../core/text/plain";
import { settledFocus } from "./settled-focus";

/** An item whose texts may be untrusted. */
export interface PickItem extends vscode.QuickPickItem {
  /** Name of a VS Code product icon to show before the label. */
  readonly icon?: string;
}

/** Shows a list to pick from. Filtering matches label, description and detail. Undefined if the person cancels. */
export async function pickOne<I extends PickItem>(
  items: readonly I[],
  placeHolder: string,
): Promise<I | undefined> {
  await settledFocus();
  return vscode.window.showQuickPick(items.map(plainItem), {
    placeHolder: plainLabel(placeHolder),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

/** The same for a list in which one item is focused at the start: Enter takes it. */
export async function pickOneFrom<I extends PickItem>(
  items: readonly I[],
  placeHolder: string,
  isFocused: (item: I) => boolean,
): Promise<I | undefined> {
  await settledFocus();
  const list = vscode.window.createQuickPick<I>();
  const shown = items.map(plainItem);
  return new Promise<I | undefined>((resolve) => {
    list.items = shown;
    list.activeItems = shown.filter(isFocused);
    list.placeholder = plainLabel(placeHolder);
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    list.onDidAccept(() => resolve(list.selectedItems[0]));
    list.onDidHide(() => resolve(undefined));
    list.show();
  }).finally(() => list.dispose());
}

/** The same item with texts that VS Code shows literally, without icons or control characters. */
export function plainItem<I extends PickItem>(item: I): I {
  const { icon, label, description, detail } = item;
  return {
    ...item,
    label: `${icon === undefined ? "" : `$(${icon}) `}${plainLabel(label)}`,
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
  };
}
