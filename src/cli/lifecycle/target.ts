import { stat } from "node:fs/promises";
import path from "node:path";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { namedByFile } from "../../core/lifecycle/campaign-of-file";
import { findInList, findTarget, type FoundTarget, type Named } from "../../core/lifecycle/find-target";
import type { LedgerStore } from "../../core/ledger/store";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import type { Listed } from "../../core/platform/list-page";
import { isStopped, type Outcome } from "../../core/platform/outcome";
import {
  describeAmbiguous,
  describeIncomplete,
  describeMissing,
  describeUnreadAccount,
  goneText,
} from "../../core/wording/lifecycle/account-text";
import type { CheckedFile } from "../commands/submit";
import { recordedEntries } from "../comparison/campaign-of-file";
import type { LifecycleReport } from "../formats/lifecycle";
import type { OpenAccount } from "./account-command";

/** What `<name|id|file>` on the command line means. */
export type Argument =
  | {
      readonly kind: "named";
      /** An ID or a name; the campaign's name if it is a file. */
      readonly text: string;
      /** Only if it is a file. */
      readonly file?: { readonly path: string; readonly campaign: Campaign };
    }
  | { readonly kind: "usage"; readonly reason: string };

/** An existing file is a campaign file; anything else is an id or a name. */
export async function readArgument(
  text: string,
  cwd: string,
  checkFile: (file: string) => Promise<CheckedFile>,
): Promise<Argument> {
  if (text.trim() === "") return { kind: "usage", reason: "The name of the campaign is empty." };
  if (!(await isFile(path.resolve(cwd, text)))) return { kind: "named", text };
  const checked = await checkFile(text);
  if (checked.kind === "unreadable") return { kind: "usage", reason: checked.reason };
  const campaign = checked.value;
  if (campaign === undefined)
    return { kind: "usage", reason: `${text}: The file is not a valid campaign. Check it with lint.` };
  return { kind: "named", text: campaign.name, file: { path: text, campaign } };
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

export type Target =
  | { readonly kind: "found"; readonly campaign: ListedCampaign }
  | { readonly kind: "usage"; readonly reason: string }
  | { readonly kind: "report"; readonly report: LifecycleReport };

export interface TargetDeps {
  readonly cwd: string;
  /** The ledger's file. */
  readonly ledgerStore: (onSetAside: (file: string) => void) => Pick<LedgerStore, "read">;
}

/**
 * Finds the campaign in the account, or reports why it is not certain which one is meant. Changes nothing.
 * @param listed the account's campaigns, if they have been read for several arguments together
 */
export async function targetOf(
  account: Pick<OpenAccount, "connection" | "reading" | "err">,
  { text, file }: Extract<Argument, { readonly kind: "named" }>,
  { cwd, ledgerStore }: TargetDeps,
  listed?: Listed<ListedCampaign>,
): Promise<Target> {
  const { connection, reading, err } = account;
  const find = (named: Named): Promise<FoundTarget> => {
    if (listed === undefined) return findTarget(reading, named);
    return listed.kind === "unavailable" ? Promise.resolve(listed) : findInList(reading, named, listed);
  };
  if (file === undefined) return toTarget(await find({ kind: "text", text }), text, err);
  const entries = await recordedEntries(ledgerStore(() => undefined));
  if (!entries.valid) err(`warning: The campaign was looked up by its name alone: ${entries.reason}\n`);
  const known = entries.valid ? entries.value : [];
  const named = namedByFile(text, known, connection, path.resolve(cwd, file.path));
  return toTarget(await find(named), text, err);
}

/** `text` is how the person named the campaign. */
export function toTarget(found: FoundTarget, text: string, err: (text: string) => void): Target {
  switch (found.kind) {
    case "found":
      warnOfGone(found.goneId, found.campaign, err);
      return { kind: "found", campaign: found.campaign };
    case "ambiguous":
      return { kind: "usage", reason: describeAmbiguous(found) };
    case "missing":
      return {
        kind: "report",
        report: { outcome: "rejected", reason: "unknown-campaign", words: describeMissing(text) },
      };
    case "incomplete":
      return {
        kind: "report",
        report: { outcome: "not-sent", reason: "list-incomplete", words: describeIncomplete(text) },
      };
    case "unavailable":
      return { kind: "report", report: unreadReport(found.outcome) };
  }
}

/** `goneId` as in `FoundTarget`. */
export function warnOfGone(
  goneId: string | undefined,
  found: Pick<ListedCampaign, "id" | "name" | "state">,
  err: (text: string) => void,
): void {
  if (goneId !== undefined) err(`warning: ${goneText(goneId, found)}\n`);
}

/** A failed read. One without a clear response changed nothing either, so it is `not-sent`. */
export function unreadReport(of: Outcome, words = describeUnreadAccount(of)): LifecycleReport {
  if (isStopped(of)) return { outcome: "cancelled", words };
  return of.kind === "unknown" || of.kind === "accepted"
    ? { outcome: "not-sent", reason: "not-read", words, of }
    : { outcome: of.kind, words, of };
}
