import * as vscode from "vscode";
import { visibleLine } from "../../core/text/visible";
import { isCreation, isOpen, isUnderWay, type LedgerEntry } from "../../core/ledger/entry";
import { statusOf } from "../../core/ledger/submission-status";
import { statusLabel } from "../../core/wording/submission-status-text";
import { describeAge, describeAgeShortly, formatTime } from "./age";
import { treeItem } from "../ui/tree-item";
import type { ConnectionNode } from "./nodes";
import { campaignIdOf, iconOf } from "./status";

/** Which commands apply to a submission. */
export const hasId = (entry: LedgerEntry): boolean => campaignIdOf(entry) !== undefined;
export const hasResponse = (entry: LedgerEntry): boolean =>
  entry.state !== "pending" && entry.response !== undefined && entry.response !== "";
export const hasBody = ({ body }: LedgerEntry): boolean => body !== undefined;
export const hasFile = ({ file }: LedgerEntry): boolean => file !== "";
/** Whether it may have created a campaign, is unresolved and no longer in progress. */
export const canBeLookedUp = (entry: LedgerEntry, now: number): boolean =>
  isCreation(entry) && isOpen(entry) && !isUnderWay(entry, now);

/** Makes one line of the view. Labels are shown literally and the tooltip is escaped, because the texts are untrusted. */
export function toTreeItem(entry: LedgerEntry, now: number): vscode.TreeItem {
  const status = statusOf(entry, now);
  const label = statusLabel(entry, status);
  const name = nameOf(entry);
  const connection = visibleLine(entry.connectionName, 60);
  const outcome = label.charAt(0).toUpperCase() + label.slice(1);
  return treeItem({
    id: entry.id,
    // A narrow view cuts the campaign's name, so the age before it is short.
    label: `${outcome} · ${describeAgeShortly(entry.at, now)}`,
    description: name,
    iconPath: iconOf(status),
    tooltip: tooltipOf(entry, label),
    contextValue: contextValueOf(entry, now),
    screenReaderText: [
      outcome,
      describeAge(entry.at, now, "long"),
      name,
      connection,
      `from ${visibleLine(entry.file, 100)}`,
    ].join(", "),
    command: hasResponse(entry)
      ? { command: "campaignJson.openResponse", title: "Show Response", arguments: [entry] }
      : undefined,
  });
}

/** Makes the line of a connection, which contains its submissions. */
export function toConnectionItem({ id, name, host, accountId, entries }: ConnectionNode): vscode.TreeItem {
  const shown = visibleLine(name, 60);
  const place = `${visibleLine(host.replace(/^https?:\/\//, ""), 100)} · ${visibleLine(accountId, 60)}`;
  const count = entries.length === 1 ? "1 submission" : `${entries.length} submissions`;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${shown}: ${count} to the account ${accountId} at ${host}`);
  const item = treeItem({
    ...{ id, label: shown, description: place, tooltip, iconPath: new vscode.ThemeIcon("plug") },
    ...{ contextValue: ";connection;", screenReaderText: `${shown}, ${count}, ${place}` },
  });
  item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
  return item;
}

/** The `when` clauses of the manifest test for these words between semicolons. */
function contextValueOf(entry: LedgerEntry, now: number): string {
  const flags = [
    ...(isCreation(entry) ? ["creation"] : []),
    ...(hasFile(entry) ? ["file"] : []),
    ...(hasId(entry) ? ["id"] : []),
    ...(hasResponse(entry) ? ["response"] : []),
    ...(hasBody(entry) ? ["body"] : []),
    ...(canBeLookedUp(entry, now) ? ["open"] : []),
  ];
  return `;submission;${flags.map((flag) => `${flag};`).join("")}`;
}

function tooltipOf(entry: LedgerEntry, result: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  for (const [label, text] of tooltipLines(entry, result)) {
    tooltip.appendMarkdown("**");
    tooltip.appendText(label);
    tooltip.appendMarkdown("** ");
    tooltip.appendText(visibleLine(text, 2_000));
    tooltip.appendMarkdown("  \n");
  }
  return tooltip;
}

function tooltipLines(entry: LedgerEntry, result: string): (readonly [label: string, text: string])[] {
  const lines: (readonly [label: string, text: string | undefined])[] = [
    ["Campaign", entry.campaign],
    ["Result", result],
    ["ID", campaignIdOf(entry)],
    ["Message", entry.state === "pending" ? undefined : entry.message],
    ["File", entry.file],
    ["Submitted", formatTime(entry.at)],
    ["Answered", entry.state === "pending" ? undefined : formatTime(entry.finishedAt)],
    ["Looked up", lookedUpAt(entry)],
    ["Connection", entry.connectionName],
    ["Host", entry.host],
    ["Account", entry.accountId],
    ["Stream", entry.streamId],
  ];
  return lines.flatMap(([label, text]) =>
    text === undefined || text === "" ? [] : [[label, text] as const],
  );
}

function lookedUpAt(entry: LedgerEntry): string | undefined {
  if (entry.state === "pending" || entry.resolution === undefined) return undefined;
  return formatTime(entry.resolution.at);
}

export function nameOf({ campaign }: LedgerEntry): string {
  return visibleLine(campaign, 100);
}
