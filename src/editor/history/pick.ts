import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { activeCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { pickOne } from "../ui/quick-pick";
import type { Submissions } from "../submission/ledger";
import { describeAge } from "./age";
import { campaignIdOf, nameOf } from "./item";
import { readHistory } from "./read-history";
import { isSentFrom } from "./sent-from";
import { iconOf, statusLabel, statusOf } from "./status";

export interface PickOptions {
  /** Which submissions the command is for. */
  readonly filter: (entry: LedgerEntry) => boolean;
  readonly placeHolder: string;
  /** What is said when there is none of these. */
  readonly noneMessage: string;
}

interface Item extends vscode.QuickPickItem {
  readonly entry?: LedgerEntry;
}

/**
 * The submission that a command is about, as the ledger holds it now: the one of the view that it was called on, else
 * one that the person picks. Undefined when there is none; the person has been told, or has left.
 */
export async function pickEntry(
  target: unknown,
  submissions: Submissions,
  { filter: fits, placeHolder, noneMessage: none }: PickOptions,
): Promise<LedgerEntry | undefined> {
  const history = await readHistory(submissions);
  if ("unreadable" in history) {
    showMessage(
      { level: "error", id: "history.unreadable" },
      `What was submitted cannot be read: ${history.unreadable}`,
    );
    return undefined;
  }
  const id = idOf(target);
  const fitting = history.entries.filter((entry) => fits(entry) && (id === undefined || entry.id === id));
  if (fitting.length === 0) {
    showMessage({ level: "information", id: "history.none" }, none);
    return undefined;
  }
  if (id !== undefined) return fitting[0];
  const picked = await pickOne(itemsOf(fitting, Date.now()), placeHolder);
  return picked?.entry;
}

function idOf(target: unknown): string | undefined {
  if (typeof target !== "object" || target === null || !("id" in target)) return undefined;
  return typeof target.id === "string" ? target.id : undefined;
}

/** Those of the file in the active editor before the others. */
function itemsOf(entries: readonly LedgerEntry[], now: number): Item[] {
  const active = activeCampaign(undefined);
  const isOfFile = (entry: LedgerEntry): boolean => active !== undefined && isSentFrom(entry, active);
  const ofFile = entries.filter(isOfFile);
  const others = entries.filter((entry) => !isOfFile(entry));
  return [
    ...headed("this file", ofFile, now),
    ...headed(ofFile.length === 0 ? "" : "other submissions", others, now),
  ];
}

function headed(label: string, entries: readonly LedgerEntry[], now: number): Item[] {
  const head = { label, kind: vscode.QuickPickItemKind.Separator };
  return entries.length === 0 ? [] : [head, ...entries.map((entry) => toItem(entry, now))];
}

function toItem(entry: LedgerEntry, now: number): Item {
  const standing = statusOf(entry, now);
  const id = campaignIdOf(entry);
  const details = [
    visibleLine(entry.connectionName, 60),
    visibleLine(entry.file, 100),
    ...(id === undefined ? [] : [visibleLine(id, 60)]),
  ];
  return {
    label: nameOf(entry),
    iconPath: iconOf(standing),
    description: `${statusLabel(entry, standing)} · ${describeAge(entry.at, now)}`,
    detail: details.join(" · "),
    entry,
  };
}
