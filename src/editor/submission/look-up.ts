import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import type { CannotTell, FindResult } from "../../core/platform/find-campaign";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Ledger, ToResolve } from "../../core/ledger/ledger";
import { toResult } from "../../core/ledger/to-result";
import { visibleLine } from "../../core/text/visible";
import { guarded } from "../ui/command";
import type { Connections } from "../connections/register";
import { showMessage } from "../ui/message";
import { askModally } from "../ui/dialog";
import type { Submissions } from "./ledger";
import type { LoadSubmission, SubmissionModule } from "./submission-module";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";

/** Looks a submission without a response up in the account and records the result. `file` is what was submitted. */
export type LookUp = (entry: LedgerEntry, file?: vscode.Uri) => Promise<void>;

export interface LookUpDeps {
  readonly connections: Connections;
  readonly submissions: Submissions;
  readonly loadSubmitting: LoadSubmission;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

export function createLookUp(deps: LookUpDeps): LookUp {
  const { connections, submissions, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);

  const lookUp: LookUp = async (entry, file) => {
    const connection = await connections.forAccount(entry);
    const submitting = await loadSubmitting();
    const ledger = await submissions.ledger();
    const history = await toResult(ledger.history());
    if (!history.ok) {
      showMessage(
        { level: "error", id: "lookup.unreadable" },
        `“${nameOf(entry)}” was not looked up. ${history.detail}`,
      );
      return;
    }
    if (connection === undefined) {
      await askPerson(entry, ledger);
      return;
    }
    const found = await find(entry, connection, history.value.entries, submitting);
    if (found === undefined) return;
    const settlement = submitting.settlementOf(found);
    switch (settlement.kind) {
      case "stopped":
        return;
      case "wait":
      case "ask":
        tellCannotTell(entry, settlement.doubt, submitting, ledger);
        return;
      case "resolve":
        if (!(await settle(entry, settlement.as, ledger))) return;
        if (found.kind === "found") tellFound(entry, found);
        else tellNotFound(entry, file);
    }
  };

  /** False when it was not recorded; the person knows why. */
  const settle = async (entry: LedgerEntry, to: ToResolve, ledger: Ledger): Promise<boolean> => {
    const settled = await toResult(ledger.resolve(entry.id, to));
    submissions.changed();
    if (!settled.ok) tellNotRecorded(entry, to, settled.detail);
    else if (!settled.value)
      showMessage(
        { level: "information", id: "lookup.known" },
        `“${nameOf(entry)}” has already been resolved.`,
      );
    return settled.ok && settled.value;
  };

  const tellCannotTell = (
    entry: LedgerEntry,
    why: CannotTell,
    submitting: SubmissionModule,
    ledger: Ledger,
  ): void => {
    showMessage({ level: "warning", id: "lookup.cannot-tell" }, cannotTellInWords(entry, why, submitting), {
      "Look Again": () => void safely(entry),
      "Resolve Manually…": () => void askSafely(entry, ledger),
    });
  };

  const askPerson = async (entry: LedgerEntry, ledger: Ledger): Promise<void> => {
    const answer = await askModally(
      {
        id: "lookup.ask-person",
        level: "warning",
        text: `Is “${nameOf(entry)}” in the account ${visibleLine(entry.accountId, 60)}?`,
        detail: [
          `It was not possible to read this from ${entry.host}. Look in the account for a campaign with this name, created at about the time of the submission.`,
          "Marked as created, it counts as a duplicate when you submit the same campaign again. Marked as not created, it can be submitted again.",
        ].join("\n\n"),
      },
      MARK_CREATED,
      MARK_NOT_CREATED,
    );
    if (answer === undefined) return;
    const created = answer === MARK_CREATED;
    if (await settle(entry, { kind: "person", created }, ledger))
      showMessage(
        { level: "information", id: "lookup.noted" },
        `“${nameOf(entry)}” is marked as ${created ? "created" : "not created"}.`,
      );
  };

  const safely = guarded("lookUp", { log, redact }, (entry, file) =>
    lookUp(entry as LedgerEntry, file as vscode.Uri | undefined),
  );
  const askSafely = guarded("lookUp", { log, redact }, (entry, ledger) =>
    askPerson(entry as LedgerEntry, ledger as Ledger),
  );
  return async (entry, file) => {
    await safely(entry, file);
  };
}

const MARK_CREATED = "Mark as Created";
const MARK_NOT_CREATED = "Mark as Not Created";

/** What was found out is still told: it decides whether the person may send the campaign again. */
function tellNotRecorded(entry: LedgerEntry, to: ToResolve, detail: string): void {
  const found = {
    found: "is in the account",
    "not-found": "is not in the account",
    person: "was not marked",
  }[to.kind];
  showMessage(
    { level: "error", id: "lookup.not-recorded" },
    `“${nameOf(entry)}” ${found}. This couldn't be saved, so you'll be asked again. ${detail}`,
  );
}

/** Waits where the platform may still be at it. Undefined when the person stopped it. */
async function find(
  entry: LedgerEntry,
  connection: Connection,
  entries: readonly LedgerEntry[],
  { findCampaign, lookUpOf, wait }: SubmissionModule,
): Promise<FindResult | undefined> {
  return withCancellableProgress(
    { id: "lookup.looking", title: `Looking for “${nameOf(entry)}” in the account…` },
    async (signal) => {
      // Its window may have noted an answer, or an end, since this entry was read.
      const current = entries.find(({ id }) => id === entry.id) ?? entry;
      const parameters = { ...lookUpOf(current, entries), connection, signal, timeoutMs: timeoutMs() };
      let found = await findCampaign(parameters);
      while (found.kind === "cannot-tell" && found.why === "too-soon") {
        await wait(Math.max(1_000, found.lookAgainAt - Date.now()), signal);
        found = await findCampaign(parameters);
      }
      return signal.aborted ? undefined : found;
    },
  );
}

function tellFound(entry: LedgerEntry, { campaigns }: Extract<FindResult, { readonly kind: "found" }>): void {
  const [{ id, state }] = campaigns;
  const words = `“${nameOf(entry)}” was created: ${visibleLine(id, 60)}, ${visibleLine(state ?? "state not known", 40)}. Do not send it again.`;
  const more = `The account has ${campaigns.length} campaigns of that name from these minutes: look there, it may have been created twice.`;
  showMessage(
    { level: campaigns.length > 1 ? "warning" : "information", id: "lookup.found" },
    campaigns.length > 1 ? `${words} ${more}` : words,
    {
      "Copy ID": () => vscode.env.clipboard.writeText(id),
    },
  );
}

function tellNotFound(entry: LedgerEntry, file: vscode.Uri | undefined): void {
  const words = `“${nameOf(entry)}” is not in the account, so it was not created. It can be sent again.`;
  if (file === undefined) showMessage({ level: "information", id: "lookup.not-found" }, words);
  else
    showMessage({ level: "information", id: "lookup.not-found" }, words, {
      ["Submit Again…"]: () => vscode.commands.executeCommand("campaignJson.submit", file),
    });
}

function cannotTellInWords(
  entry: LedgerEntry,
  why: CannotTell,
  { readFailure, minuteOf }: SubmissionModule,
): string {
  const start = `Couldn't determine whether “${nameOf(entry)}” was created:`;
  return `${start} ${reasonOf(why, readFailure, minuteOf)} Don't send it again until you have looked in the account.`;
}

function reasonOf(
  why: CannotTell,
  readFailure: SubmissionModule["readFailure"],
  minuteOf: SubmissionModule["minuteOf"],
): string {
  switch (why.why) {
    case "unavailable":
      return `${readFailure(why.outcome)}.`;
    case "incomplete":
      return "the account has more campaigns than could be read.";
    case "other-time": {
      const [{ id, createdAt }] = why.campaigns;
      const when = createdAt === undefined ? "at a time that is not known" : minuteOf(createdAt);
      return `the account has one of that name (${visibleLine(id, 60)}), created ${when}.`;
    }
    case "too-soon":
      return "the platform may still be creating it.";
  }
}

function nameOf({ campaign }: LedgerEntry): string {
  return visibleLine(campaign, 100);
}
