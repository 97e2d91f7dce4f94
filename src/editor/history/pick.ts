import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import { activeCampaign } from "../ui/active-campaign";
import { showMessage } from "../ui/message";
import { pickOne } from "../ui/quick-pick";
import type { Submissions } from "../submission/ledger";
import { describeAge } from "./age";
import { nameOf } from "./item";
import { readHistory } from "./read-history";
import { isSentFrom } from "./sent-from";
import { campaignIdOf, iconOf } from "./status";
import { statusOf } from "../../core/ledger/submission-status";
import { statusLabel } from "../../core/wording/submission-status-text";

export interface PickOptions {
  /** Which submissions the command applies to. */
  readonly filter: (entry: LedgerEntry) => boolean;
  readonly placeHolder: string;
  /** Shown if the command applies to no submission. */
  readonly noneMessage: string;
}

interface Item extends vscode.QuickPickItem {
  readonly entry?: LedgerEntry;
}

/**
 * Returns the current ledger entry that a command applies to: the one that it was called on in the view, else one that
 * the person picks. Undefined if there is none, in which case a message is shown, or if the person cancels.
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
      `The submission log can’t be read: ${history.unreadable}`,
    );
    return undefined;
  }
  const id = idOf(target);
  const matching = history.entries.filter((entry) => fits(entry) && (id === undefined || entry.id === id));
  if (matching.length === 0) {
    showMessage({ level: "information", id: "history.none" }, none);
    return undefined;
  }
  if (id !== undefined) return matching[0];
  const picked = await pickOne(itemsOf(matching, Date.now()), placeHolder);
  return picked?.entry;
}

function idOf(target: unknown): string | undefined {
  if (typeof target !== "object" || target === null || !("id" in target)) return undefined;
  return typeof target.id === "string" ? target.id : undefined;
}

/** Lists the submissions of the active file first. */
function itemsOf(entries: readonly LedgerEntry[], now: number): Item[] {
  const active = activeCampaign(undefined);
  const isOfFile = (entry: LedgerEntry): boolean => active !== undefined && isSentFrom(entry, active);
  const ofFile = entries.filter(isOfFile);
  const others = entries.filter((entry) => !isOfFile(entry));
  return [
    ...section("this file", ofFile, now),
    ...section(ofFile.length === 0 ? "" : "other submissions", others, now),
  ];
}

function section(label: string, entries: readonly LedgerEntry[], now: number): Item[] {
  const separator = { label, kind: vscode.QuickPickItemKind.Separator };
  return entries.length === 0 ? [] : [separator, ...entries.map((entry) => toItem(entry, now))];
}

function toItem(entry: LedgerEntry, now: number): Item {
  const status = statusOf(entry, now);
  const id = campaignIdOf(entry);
  const details = [
    visibleLine(entry.connectionName, 60),
    visibleLine(entry.file, 100),
    ...(id === undefined ? [] : [visibleLine(id, 60)]),
  ];
  return {
    label: nameOf(entry),
    iconPath: iconOf(status),
    description: `${statusLabel(entry, status)} · ${describeAge(entry.at, now)}`,
    detail: details.join(" · "),
    entry,
  };
}
