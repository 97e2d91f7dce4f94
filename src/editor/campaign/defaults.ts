import * as vscode from "vscode";
import { currentNameOf, zoneNamed } from "../../core/zones/zones";

/** The time zone of new campaigns: the setting, else the zone of this computer. Undefined if neither names a place. */
export function defaultTimezone(): string | undefined {
  const names = [
    textOf(vscode.workspace.getConfiguration("campaignJson").get<unknown>("new.timezone")),
    new Intl.DateTimeFormat().resolvedOptions().timeZone,
  ];
  return names.map(currentNameOf).find((name) => (zoneNamed(name)?.countries ?? []).length > 0);
}

/** The caller ID of new campaigns. Undefined if the setting is empty or has a different form than E.164. */
export function defaultCallerId(): string | undefined {
  const wanted = textOf(vscode.workspace.getConfiguration("campaignJson").get<unknown>("new.callerId"));
  return /^\+[1-9]\d{6,14}$/.test(wanted) ? wanted : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
