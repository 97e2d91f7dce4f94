import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { isSameAccount } from "../../core/ledger/account-key";
import { namedByFile } from "../../core/lifecycle/campaign-of-file";
import type { FoundTarget, Named } from "../../core/lifecycle/find-target";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { isStopped } from "../../core/platform/outcome";
import { isObject } from "../../core/text/json-guards";
import { visibleLine } from "../../core/text/visible";
import { goneText } from "../../core/wording/lifecycle/account-text";
import { minuteOf } from "../../core/text/local-time";
import { readHistory } from "../history/read-history";
import { sentFile } from "../history/sent-file";
import { campaignForCommand } from "../ui/active-campaign";
import { languageId } from "../ui/language-id";
import { showMessage } from "../ui/message";
import { parsedCampaign } from "../ui/parsed-campaign";
import { withCancellableProgress } from "../ui/progress";
import { pickOne } from "../ui/quick-pick";
import { timeoutMs } from "../ui/timeout";
import type { SubmissionModule } from "../submission/submission-module";
import type { AccountList } from "./account-list";
import { isCampaignRow, type CampaignRow } from "./campaign-row";
import type { ManagerDeps } from "./managing-module";

/** A campaign of the account in use, and the connection to it. */
export interface AccountTarget {
  readonly connection: Connection;
  readonly campaign: ListedCampaign;
  /** The campaign's file, if one is known. */
  readonly file?: vscode.Uri;
  /** The list has just returned the campaign, and the person was asked nothing since. */
  readonly isFresh?: boolean;
}

export interface TargetDeps extends ManagerDeps {
  readonly list: AccountList;
}

export interface PickOptions {
  /** Which campaigns of the account the command applies to. */
  readonly fits: (campaign: ListedCampaign) => boolean;
  readonly placeHolder: string;
  /** Whether the active campaign file counts; it does by default. */
  readonly usesActiveFile?: boolean;
}

/**
 * The campaign that a command applies to: the row or the submission that it was called on, the campaign of a file, or
 * one that the person picks. Shows why and returns undefined if there is none; undefined if the person cancels.
 */
export async function findAccountTarget(
  target: unknown,
  pick: PickOptions,
  deps: TargetDeps,
): Promise<AccountTarget | undefined> {
  const { connections, loadSubmitting } = deps;
  const connection = await connections.inUse();
  if (connection === undefined) return undefined;
  if (isCampaignRow(target)) return ofRow(target, connection);
  const submitting = await loadSubmitting();
  if (isSubmission(target)) {
    if (!isSameAccount(target, connection)) {
      showOtherAccount(target.campaign);
      return undefined;
    }
    const { campaignId, campaign } = target;
    const file = await sentFile({
      file: target.file,
      ...(target.path === undefined ? {} : { path: target.path }),
    });
    const found = await find(connection, { kind: "text", text: campaignId }, campaign, submitting);
    return found && { connection, ...found, ...(file === undefined ? {} : { file }) };
  }
  const document = pick.usesActiveFile === false ? undefined : await campaignDocument(target);
  if (document === "cancelled") return undefined;
  if (document === undefined) {
    const row = await pickRow(pick, deps);
    return row && ofRow(row, connection);
  }
  const named = await nameIn(document, connection, deps);
  const found = named && (await find(connection, named, named.name, submitting));
  return found && { connection, ...found, file: document.uri };
}

/** A submission of the ledger, or what a notification knows of it. */
interface SubmittedCampaign {
  readonly host: string;
  readonly accountId: string;
  readonly campaignId: string;
  readonly campaign: string;
  readonly file: string;
  readonly path?: string;
}

function isSubmission(value: unknown): value is SubmittedCampaign {
  return (
    isObject(value) &&
    ["host", "accountId", "campaignId", "campaign", "file"].every((key) => typeof value[key] === "string")
  );
}

/** A row may be older than the choice of a connection. */
function ofRow({ through, campaign, file }: CampaignRow, connection: Connection): AccountTarget | undefined {
  const isSame =
    through.id === connection.id &&
    isSameAccount(through, connection) &&
    through.streamId === connection.streamId;
  if (isSame) return { connection, campaign, ...(file === undefined ? {} : { file }) };
  showOtherAccount(campaign.name);
  return undefined;
}

function showOtherAccount(name: string): void {
  showMessage(
    { level: "warning", id: "campaigns.other-account" },
    `Nothing was sent: “${visibleLine(name, 100)}” isn’t in the account that this window uses now. Switch the connection, then try again.`,
    { "Switch Connection…": () => vscode.commands.executeCommand("campaignJson.switchConnection") },
  );
}

/** The campaign file that a command was called on, else the active one. */
async function campaignDocument(target: unknown): Promise<vscode.TextDocument | "cancelled" | undefined> {
  const chosen = target instanceof vscode.Uri ? { uri: target } : await campaignForCommand(undefined);
  if (chosen === "cancelled") return chosen;
  if (chosen.uri === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(chosen.uri);
  return document.languageId === languageId ? document : undefined;
}

/** By the submission log, else by the campaign's name. */
async function nameIn(
  document: vscode.TextDocument,
  connection: Connection,
  { submissions }: ManagerDeps,
): Promise<Extract<Named, { readonly kind: "name" }> | undefined> {
  const { value } = parsedCampaign(document);
  const name = isObject(value) ? value["name"] : undefined;
  if (typeof name !== "string" || name.trim() === "") {
    showMessage(
      { level: "warning", id: "campaigns.no-name" },
      "The campaign file has no name, so its campaign can’t be found in the account. Enter its name, then try again.",
    );
    return undefined;
  }
  const history = await readHistory(submissions);
  const entries = "entries" in history ? history.entries : [];
  const path = document.uri.scheme === "file" ? document.uri.fsPath : undefined;
  return namedByFile(name, entries, connection, path);
}

type Found = Pick<AccountTarget, "campaign" | "isFresh">;

async function find(
  connection: Connection,
  named: Named,
  text: string,
  submitting: SubmissionModule,
): Promise<Found | undefined> {
  const name = visibleLine(text, 100);
  const found = await withCancellableProgress(
    { id: "campaigns.finding", title: `Looking for “${name}” in ${connection.name}…` },
    (signal) => submitting.findTarget({ connection, signal, timeoutMs: timeoutMs() }, named),
  );
  return chosenOf(found, name, connection, submitting);
}

async function chosenOf(
  found: FoundTarget,
  name: string,
  connection: Connection,
  { readFailure }: SubmissionModule,
): Promise<Found | undefined> {
  const account = visibleLine(connection.name, 60);
  switch (found.kind) {
    case "found":
      if (found.goneId !== undefined)
        showMessage({ level: "warning", id: "campaigns.gone" }, goneText(found.goneId, found.campaign));
      return { campaign: found.campaign, isFresh: true };
    case "ambiguous": {
      const items = found.campaigns.map((campaign) => ({
        label: visibleLine(campaign.id, 60),
        description: visibleLine(campaign.state ?? "", 40),
        detail: campaign.createdAt === undefined ? "" : `Created ${minuteOf(campaign.createdAt)}`,
        campaign,
      }));
      const title = `${account} has ${items.length} campaigns named “${name}”: select one`;
      return pickOne(items, title);
    }
    case "missing":
      showMessage(
        { level: "warning", id: "campaigns.missing" },
        `${account} has no campaign “${name}”. Submit it first, or switch the connection.`,
        { "Switch Connection…": () => vscode.commands.executeCommand("campaignJson.switchConnection") },
      );
      return undefined;
    case "incomplete":
      showMessage(
        { level: "warning", id: "campaigns.incomplete" },
        `Couldn’t determine which campaign of ${account} “${name}” is: the account has more campaigns than could be read. Use its row in the view Campaigns.`,
      );
      return undefined;
    case "unavailable":
      if (isStopped(found.outcome)) return undefined;
      showMessage(
        { level: "warning", id: "campaigns.unread" },
        `The campaigns in ${account} couldn’t be read: ${readFailure(found.outcome)}.`,
        { "Test Connection": () => vscode.commands.executeCommand("campaignJson.testConnection") },
      );
      return undefined;
  }
}

/** Reads the account if the view has not. */
async function pickRow(
  { fits, placeHolder }: PickOptions,
  { list }: TargetDeps,
): Promise<CampaignRow | undefined> {
  if (list.all() === undefined) await list.read();
  const rows = list.all();
  if (rows === undefined) return undefined;
  const items = rows
    .filter(({ campaign }) => fits(campaign))
    .map((row) => ({
      label: visibleLine(row.campaign.name, 100),
      description: visibleLine([row.campaign.state, row.campaign.mode].filter(Boolean).join(" · "), 100),
      detail: visibleLine(row.campaign.id, 60),
      row,
    }));
  if (items.length > 0) return (await pickOne(items, placeHolder))?.row;
  showMessage(
    { level: "information", id: "campaigns.none" },
    "The account has no campaign in a state that allows this.",
  );
  return undefined;
}
