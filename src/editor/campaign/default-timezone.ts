import * as vscode from "vscode";
import { currentNameOf, zoneNamed } from "../../core/zones/zones";

/** The time zone of new campaigns: the setting, else the zone of this computer if it names a place. */
export function defaultTimezone(): string | undefined {
  const wanted = vscode.workspace.getConfiguration("campaignJson").get<unknown>("new.timezone");
  const set = currentNameOf(typeof wanted === "string" ? wanted.trim() : "");
  if (zoneNamed(set) !== undefined) return set;
  const own = currentNameOf(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (zoneNamed(own)?.countries ?? []).length > 0 ? own : undefined;
}
