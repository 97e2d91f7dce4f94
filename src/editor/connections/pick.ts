import * as vscode from "vscode";
import { practiceId, environmentLabels, environmentOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import { pickOne, type PickItem } from "../ui/quick-pick";
import { describeExpiry } from "./expiry";
import { environmentIcons } from "./appearance";
import type { SavedConnection } from "./store";

/** What a person picked: one that is kept, the practice server, or to add one. */
export type Picked = SavedConnection | "practice" | "add";

interface Item extends PickItem {
  readonly choice?: Picked;
}

/** Every connection, Practice first, and a way to add one. Undefined when the person left. */
export async function pickConnection(
  kept: readonly SavedConnection[],
  idInUse: string,
): Promise<Picked | undefined> {
  const items: Item[] = [
    {
      icon: environmentIcons.practice,
      label: "Practice",
      description: inUse(idInUse === practiceId),
      detail: environmentLabels.practice,
      choice: "practice",
    },
    ...kept.map((each) => keptItem(each, idInUse)),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    { icon: "add", label: "Add Connection…", choice: "add" },
  ];
  return (await pickOne(items, "Which connection should this window submit to?"))?.choice;
}

/** One of those that are kept, also one that cannot be used. */
export async function pickSaved(
  kept: readonly SavedConnection[],
  idInUse: string,
  placeHolder: string,
): Promise<SavedConnection | undefined> {
  const items = kept.map((each) => keptItem(each, idInUse));
  return (await pickOne(items, placeHolder))?.choice;
}

function keptItem(kept: SavedConnection, idInUse: string): Item & { readonly choice: SavedConnection } {
  const description = inUse(kept.id === idInUse);
  if (kept.kind === "invalid")
    return {
      icon: "error",
      label: kept.name,
      description: `not usable ${description}`.trim(),
      detail: `${kept.reason} Remove it, then add it again.`,
      choice: kept,
    };
  const { connection, windowOnly } = kept;
  const reach = environmentOf(connection);
  const account = visibleLine(connection.accountId, 60);
  const details = [
    environmentLabels[reach],
    describeExpiry(connection.credential, Date.now()),
    connection.host,
    `account ${account}`,
    ...(windowOnly ? ["kept in this window only"] : []),
  ];
  return {
    icon: environmentIcons[reach],
    label: visibleLine(connection.name, 60),
    description,
    detail: details.join(" · "),
    choice: kept,
  };
}

function inUse(yes: boolean): string {
  return yes ? "in use" : "";
}
