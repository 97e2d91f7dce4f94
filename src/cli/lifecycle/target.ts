import { stat } from "node:fs/promises";
import path from "node:path";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { findTarget, type FoundTarget, type Named } from "../../core/lifecycle/find-target";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { isStopped, type Outcome } from "../../core/platform/outcome";
import {
  describeAmbiguous,
  describeIncomplete,
  describeMissing,
  describeUnreadAccount,
} from "../../core/wording/lifecycle/account-text";
import type { CheckedFile } from "../commands/submit";
import type { LifecycleReport } from "../formats/lifecycle";

/** What `<name|id|file>` on the command line means. */
export type Argument =
  | {
      readonly kind: "named";
      readonly named: Named;
      /** For display. */
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
  if (!(await isFile(path.resolve(cwd, text)))) return { kind: "named", named: { kind: "text", text }, text };
  const checked = await checkFile(text);
  if (checked.kind === "unreadable") return { kind: "usage", reason: checked.reason };
  const campaign = checked.value;
  if (campaign === undefined)
    return { kind: "usage", reason: `${text}: The file is not a valid campaign. Check it with lint.` };
  const { name } = campaign;
  return { kind: "named", named: { kind: "name", name }, text: name, file: { path: text, campaign } };
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

/** Finds the campaign in the account, or reports why it is not certain which one is meant. Changes nothing. */
export async function targetOf(
  reading: ExchangeParameters,
  { named, text }: Extract<Argument, { readonly kind: "named" }>,
): Promise<Target> {
  return toTarget(await findTarget(reading, named), text);
}

/** `text` is how the person named the campaign. */
export function toTarget(found: FoundTarget, text: string): Target {
  switch (found.kind) {
    case "found":
      return found;
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

/** A failed read. One without a clear response changed nothing either, so it is `not-sent`. */
export function unreadReport(of: Outcome, words = describeUnreadAccount(of)): LifecycleReport {
  if (isStopped(of)) return { outcome: "cancelled", words };
  return of.kind === "unknown" || of.kind === "accepted"
    ? { outcome: "not-sent", reason: "not-read", words, of }
    : { outcome: of.kind, words, of };
}
