import * as vscode from "vscode";
import { phaseOf, type Phase } from "../../core/lifecycle/phase";
import { visibleLine } from "../../core/text/visible";
import { describeAge, formatTime } from "../history/age";
import { treeItem } from "../ui/tree-item";
import { canStart, canStop, type CampaignRow } from "./campaign-row";

/** Makes one line of the view. Labels are shown literally and the tooltip is escaped, because the texts are untrusted. */
export function toCampaignItem(row: CampaignRow, now: number): vscode.TreeItem {
  const { campaign, through } = row;
  const name = visibleLine(campaign.name, 100);
  const facts = factsOf(row).map((text) => visibleLine(text, 60));
  const at = campaign.updatedAt ?? campaign.createdAt;
  const age = (style: "short" | "long"): string[] => (at === undefined ? [] : [describeAge(at, now, style)]);
  return treeItem({
    id: JSON.stringify([through.id, campaign.id]),
    label: name,
    description: [...facts, ...age("short")].join(" · "),
    iconPath: iconOf(phaseOf(campaign.state ?? "")),
    tooltip: tooltipOf(row),
    contextValue: contextValueOf(row),
    screenReaderText: [name, ...facts, ...age("long")].join(", "),
  });
}

function factsOf({ campaign: { state, mode, queue } }: CampaignRow): string[] {
  return [state ?? "state unknown", mode, queue].filter((text) => text !== undefined);
}

/** The `when` clauses of the manifest test for `;startable;`, `;stoppable;` and `;filed;`. */
function contextValueOf({ campaign, file }: CampaignRow): string {
  const flags = [
    ...(canStart(campaign) ? ["startable"] : []),
    ...(canStop(campaign) ? ["stoppable"] : []),
    ...(file !== undefined ? ["filed"] : []),
  ];
  return `;campaign;${flags.map((flag) => `${flag};`).join("")}`;
}

function tooltipOf(row: CampaignRow): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  for (const [label, text] of tooltipLines(row)) {
    tooltip.appendMarkdown("**");
    tooltip.appendText(label);
    tooltip.appendMarkdown("** ");
    tooltip.appendText(visibleLine(text, 300));
    tooltip.appendMarkdown("  \n");
  }
  tooltip.appendMarkdown("\n");
  tooltip.appendText(
    "To pause, resume or delete it, use the platform. Its API has no calls to pause or resume.",
  );
  return tooltip;
}

function tooltipLines({ campaign, file, through }: CampaignRow): (readonly [label: string, text: string])[] {
  const time = (at: number | undefined): string | undefined =>
    at === undefined ? undefined : formatTime(at);
  const lines: (readonly [label: string, text: string | undefined])[] = [
    ["Campaign", campaign.name],
    ["ID", campaign.id],
    ["State", campaign.state],
    ["Dialing mode", campaign.mode],
    ["Queue", campaign.queue],
    ["Contact lists", campaign.contactLists.join(", ")],
    ["Do-not-call list", campaign.dncList],
    ["Created", time(campaign.createdAt)],
    ["Changed", time(campaign.updatedAt)],
    ["File", file === undefined ? undefined : vscode.workspace.asRelativePath(file)],
    ["Connection", through.name],
    ["Account", through.accountId],
  ];
  return lines.flatMap(([label, text]) =>
    text === undefined || text === "" ? [] : [[label, text] as const],
  );
}

/** VS Code product icons and theme colors. Shapes differ too, because not everyone can tell the colors apart. */
const icons: Readonly<Record<Phase, readonly [icon: string, color?: string]>> = {
  preparing: ["loading~spin"],
  ready: ["circle-large-outline"],
  scheduled: ["calendar"],
  active: ["play-circle", "testing.iconPassed"],
  paused: ["debug-pause"],
  stopped: ["stop-circle"],
  completed: ["check-all"],
  unknown: ["question", "problemsWarningIcon.foreground"],
};

function iconOf(phase: Phase): vscode.ThemeIcon {
  const [icon, color] = icons[phase];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
