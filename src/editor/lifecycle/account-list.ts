import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import type { FinishedEntry } from "../../core/ledger/entry";
import { entriesByCampaign } from "../../core/lifecycle/campaign-of-file";
import { phaseOf } from "../../core/lifecycle/phase";
import { isStopped, isUnreached, type Outcome } from "../../core/platform/outcome";
import { visibleLine } from "../../core/text/visible";
import { readHistory } from "../history/read-history";
import { sentFile } from "../history/sent-file";
import { showMessage, type Answers } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import { matchesFilter, readThrough, type CampaignRow } from "./campaign-row";
import type { ManagerDeps } from "./managing-module";

/** The campaigns of the account in use, as they were read last. */
export interface AccountList {
  /** Those that the filter shows. */
  shown(): readonly CampaignRow[];
  /** All that were read; undefined if the account was not read. */
  all(): readonly CampaignRow[] | undefined;
  /** A warning to show above the rows, or an empty string. */
  message(): string;
  /** Reads the account, with one call for 50 campaigns. Shows why and keeps nothing if it cannot be read. */
  read(): Promise<void>;
  /** Notes a state that was read in another way. */
  noteState(campaignId: string, state: string): void;
  filter(): string;
  /** Shows only the campaigns that match; all for an empty text. */
  setFilter(text: string): void;
  /** Another connection is in use: nothing of its account is known. */
  forget(): void;
}

/** Why the view is empty; a welcome text of the manifest belongs to each. Empty before the account was read. */
type Emptiness =
  "" | "listed" | "empty" | "unmatched" | "unreached" | "unauthorized" | "rate-limited" | "unreadable";

/** `changed` is called when `shown` or `message` may have changed. */
export function createAccountList(deps: ManagerDeps, changed: () => void): AccountList {
  const { connections, submissions, loadSubmitting, campaigns, watch } = deps;
  let rows: readonly CampaignRow[] | undefined;
  let complete = true;
  let failure: Emptiness = "";
  let filter = "";
  /** Counts the lists, so that a slow read never replaces what a later one showed. */
  let turn = 0;

  const shown = (): readonly CampaignRow[] => rows?.filter((row) => matchesFilter(row, filter)) ?? [];
  const update = (): void => {
    const state = rows === undefined ? failure : emptinessOf(rows.length, shown().length);
    void vscode.commands.executeCommand("setContext", "campaignJson.accountCampaigns", state);
    void vscode.commands.executeCommand("setContext", "campaignJson.campaignsFiltered", filter !== "");
    changed();
  };
  const forget = (): void => {
    turn++;
    rows = undefined;
    failure = "";
    update();
  };

  const read = async (): Promise<void> => {
    const connection = await connections.inUse();
    if (connection === undefined) return;
    const own = ++turn;
    const submitting = await loadSubmitting();
    const listed = await withCancellableProgress(
      { id: "campaigns.reading", title: `Reading the campaigns in ${connection.name}…` },
      (signal) =>
        submitting.listCampaigns({ connection, signal, timeoutMs: timeoutMs(), maxCalls: MAX_CALLS }),
    );
    if (own !== turn) return;
    if (listed.kind === "unavailable") {
      if (isStopped(listed.outcome)) return;
      rows = undefined;
      failure = failureOf(listed.outcome);
      update();
      showUnread(connection, submitting.readFailure(listed.outcome), listed.outcome);
      return;
    }
    const history = await readHistory(submissions);
    const entries = entriesByCampaign("entries" in history ? history.entries : [], connection);
    const found = await Promise.all(
      listed.items.map(async (campaign): Promise<CampaignRow> => {
        const entry = entries.get(campaign.id);
        const [named, ...others] = campaigns.named(campaign.name);
        const sent = entry && (await sentFile(entry));
        const file = sent ?? (others.length === 0 ? named : undefined);
        const through = readThrough(connection);
        return { kind: "account-campaign", through, campaign, ...(file === undefined ? {} : { file }) };
      }),
    );
    if (own !== turn) return;
    rows = found;
    ({ complete } = listed);
    update();
    for (const { id, state = "" } of listed.items) {
      const entry = entries.get(id);
      // A window that was closed had stopped following it.
      if (phaseOf(state) === "preparing" && isFollowable(entry)) watch.start(entry, connection, submitting);
    }
  };

  return {
    shown,
    all: () => rows,
    message: () => (rows === undefined ? "" : messageOf(complete, filter)),
    read,
    noteState: (campaignId, state) => {
      rows = rows?.map((row) =>
        row.campaign.id === campaignId ? { ...row, campaign: { ...row.campaign, state } } : row,
      );
      update();
    },
    filter: () => filter,
    setFilter: (text) => {
      filter = text.trim();
      update();
    },
    forget,
  };
}

/** Pages of 50, a sixth of a minute's calls. */
const MAX_CALLS = 10;

function emptinessOf(all: number, shown: number): Emptiness {
  if (all === 0) return "empty";
  return shown === 0 ? "unmatched" : "listed";
}

function failureOf(outcome: Outcome): Emptiness {
  if (outcome.kind === "unauthorized" || outcome.kind === "rate-limited") return outcome.kind;
  return isUnreached(outcome) ? "unreached" : "unreadable";
}

function messageOf(complete: boolean, filter: string): string {
  const only = filter === "" ? "" : `Only campaigns with “${filter}” are shown.`;
  const more = complete
    ? ""
    : "The account has more campaigns than are listed: the newest 500 were read. Start or compare an older one from its file.";
  return [only, more].filter((text) => text !== "").join(" ");
}

function isFollowable(entry: { readonly state: string } | undefined): entry is FinishedEntry {
  return entry !== undefined && entry.state !== "pending";
}

function showUnread({ id, name }: Connection, reason: string, { kind }: Outcome): void {
  const run = (command: string, ...given: unknown[]) => vscode.commands.executeCommand(command, ...given);
  const answers: Answers = {
    ...(kind === "unauthorized"
      ? { "Update Credentials…": () => run("campaignJson.updateCredentials", id) }
      : {}),
    "Test Connection": () => run("campaignJson.testConnection"),
  };
  showMessage(
    { level: "warning", id: "campaigns.unread" },
    `The campaigns in ${visibleLine(name, 60)} couldn’t be read: ${reason}.`,
    answers,
  );
}
