import * as vscode from "vscode";
import { practiceId, reachInWords, reachOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import { pickOne, type PickItem } from "../ui/quick-pick";
import { expiryInWords } from "./expiry";
import { reachIcons } from "./appearance";
import type { Kept } from "./store";

/** What a person picked: one that is kept, the practice server, or to add one. */
export type Picked = Kept | "practice" | "add";

interface Item extends PickItem {
  readonly choice?: Picked;
}

/** Every connection, Practice first, and a way to add one. Undefined when the person left. */
export async function pickConnection(kept: readonly Kept[], idInUse: string): Promise<Picked | undefined> {
  const items: Item[] = [
    {
      icon: reachIcons.practice,
      label: vscode.l10n.t("Practice"),
      description: inUse(idInUse === practiceId),
      detail: reachInWords.practice,
      choice: "practice",
    },
    ...kept.map((each) => keptItem(each, idInUse)),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    { icon: "add", label: vscode.l10n.t("Add Connection…"), choice: "add" },
  ];
  return (await pickOne(items, vscode.l10n.t("Which connection should this window submit to?")))?.choice;
}

/** One of those that are kept, also one that cannot be used. */
export async function pickKept(
  kept: readonly Kept[],
  idInUse: string,
  placeHolder: string,
): Promise<Kept | undefined> {
  const items = kept.map((each) => keptItem(each, idInUse));
  return (await pickOne(items, placeHolder))?.choice;
}

function keptItem(kept: Kept, idInUse: string): Item & { readonly choice: Kept } {
  const description = inUse(kept.id === idInUse);
  if (kept.kind === "broken")
    return {
      icon: "error",
      label: kept.name,
      description: vscode.l10n.t("not usable {0}", description).trim(),
      detail: vscode.l10n.t("{0} Remove it, then add it again.", kept.reason),
      choice: kept,
    };
  const { connection, onlyHere } = kept;
  const reach = reachOf(connection);
  const account = visibleLine(connection.accountId, 60);
  const details = [
    reachInWords[reach],
    expiryInWords(connection.credential, Date.now()),
    connection.host,
    vscode.l10n.t("account {0}", account),
    ...(onlyHere ? [vscode.l10n.t("kept in this window only")] : []),
  ];
  return {
    icon: reachIcons[reach],
    label: visibleLine(connection.name, 60),
    description,
    detail: details.join(" · "),
    choice: kept,
  };
}

function inUse(yes: boolean): string {
  return yes ? vscode.l10n.t("in use") : "";
}
