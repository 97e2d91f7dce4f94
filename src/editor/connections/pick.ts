import * as vscode from "vscode";
import { practiceId, environmentLabels, environmentOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import { pickOne, pickOneFrom, type PickItem } from "../ui/quick-pick";
import { describeExpiry } from "./expiry";
import { environmentIcons } from "./appearance";
import type { SavedConnection } from "./store";

/** The picked item: a saved connection, the practice server, or Add Connection. */
export type Picked = SavedConnection | "practice" | "add";

interface Item extends PickItem {
  readonly choice?: Picked;
}

/**
 * Offers Practice, every saved connection, and Add Connection. The one in use has the focus. Undefined if the person
 * cancels.
 */
export async function pickConnection(
  saved: readonly SavedConnection[],
  idInUse: string,
): Promise<Picked | undefined> {
  const items: Item[] = [
    {
      icon: environmentIcons.practice,
      label: "Practice",
      description: inUseText(idInUse === practiceId),
      detail: environmentLabels.practice,
      choice: "practice",
    },
    ...saved.map((each) => savedItem(each, idInUse)),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    { icon: "add", label: "Add Connection…", choice: "add" },
  ];
  const picked = await pickOneFrom(
    items,
    "Select the connection for this window",
    ({ choice }) => idOf(choice) === idInUse,
  );
  return picked?.choice;
}

/** Offers the saved connections, including unusable ones. Undefined if the person cancels. */
export async function pickSaved(
  saved: readonly SavedConnection[],
  idInUse: string,
  placeHolder: string,
): Promise<SavedConnection | undefined> {
  const items = saved.map((each) => savedItem(each, idInUse));
  return (await pickOne(items, placeHolder))?.choice;
}

function idOf(choice: Picked | undefined): string | undefined {
  if (choice === "practice") return practiceId;
  return typeof choice === "object" ? choice.id : undefined;
}

function savedItem(saved: SavedConnection, idInUse: string): Item & { readonly choice: SavedConnection } {
  const description = inUseText(saved.id === idInUse);
  if (saved.kind === "invalid")
    return {
      icon: "error",
      label: saved.name,
      description: `can’t be used ${description}`.trim(),
      detail: `${saved.reason} Remove it, then add it again.`,
      choice: saved,
    };
  const { connection, windowOnly } = saved;
  const environment = environmentOf(connection);
  const account = visibleLine(connection.accountId, 60);
  const details = [
    environmentLabels[environment],
    describeExpiry(connection.credential, Date.now()),
    connection.host,
    `account ${account}`,
    ...(windowOnly ? ["saved in this window only"] : []),
  ];
  return {
    icon: environmentIcons[environment],
    label: visibleLine(connection.name, 60),
    description,
    detail: details.join(" · "),
    choice: saved,
  };
}

function inUseText(isInUse: boolean): string {
  return isInUse ? "in use" : "";
}
