import * as vscode from "vscode";
import { currentNameOf, zoneNamed } from "../../core/zones/zones";

/** The time zone of new campaigns: the setting, else the zone of this computer. Undefined if neither names a place. */
export function defaultTimezone(): string | undefined {
  const wanted = vscode.workspace.getConfiguration("campaignJson").get<unknown>("new.timezone");
  const names = [
    typeof wanted === "string" ? wanted.trim() : "",
    new Intl.DateTimeFormat().resolvedOptions().timeZone,
  ];
  return names.map(currentNameOf).find((name) => (zoneNamed(name)?.countries ?? []).length > 0);
}
