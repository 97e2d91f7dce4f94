import * as vscode from "vscode";
import type { Connection } from "../../core/api/connection";
import type { CannotTell, FindResult } from "../../core/api/find-campaign";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Ledger, ToResolve } from "../../core/ledger/ledger";
import { visibleLine } from "../../core/api/visible";
import { guarded } from "../command";
import type { Connections } from "../connections";
import { tell } from "../message";
import { askModally } from "../show/dialog";
import type { Submissions } from "../submissions";
import type { LoadSubmitting, SubmittingHalf } from "../submitting-half";
import { cancellable } from "./cancellable";
import { timeoutMs } from "./timeout";

/** Finds out what became of a submission, tells, and notes it. `file` is what was submitted, when that is known. */
export type LookUp = (entry: LedgerEntry, file?: vscode.Uri) => Promise<void>;

export interface LookUpDeps {
  readonly connections: Connections;
  readonly submissions: Submissions;
  readonly loadSubmitting: LoadSubmitting;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
}

export function createLookUp(deps: LookUpDeps): LookUp {
  const { connections, submissions, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);

  const lookUp: LookUp = async (entry, file) => {
    const connection = await connections.leadingTo(entry);
    const submitting = await loadSubmitting();
    const ledger = await submissions.ledger();
    if (connection === undefined) {
      await askPerson(entry, ledger);
      return;
    }
    const found = await find(entry, connection, ledger, submitting);
    if (found === undefined) return;
    if (found.kind === "cannot-tell") {
      tellCannotTell(entry, found, submitting, ledger);
      return;
    }
    if (found.kind === "not-found") {
      if (await settle(entry, { kind: "not-found" }, ledger)) tellNotFound(entry, file);
      return;
    }
    const [{ id, state }] = found.campaigns;
    const seen = state === undefined ? {} : { campaignState: state };
    if (await settle(entry, { kind: "found", campaignId: id, ...seen }, ledger)) tellFound(entry, found);
  };

  /** False when another window or its own answer came first; the person has been told. */
  const settle = async (entry: LedgerEntry, to: ToResolve, ledger: Ledger): Promise<boolean> => {
    const settled = await ledger.resolve(entry.id, to);
    submissions.changed();
    if (!settled)
      tell(
        { level: "information", id: "lookup.known" },
        vscode.l10n.t("What became of “{0}” is known already.", nameOf(entry)),
      );
    return settled;
  };

  const tellCannotTell = (
    entry: LedgerEntry,
    why: CannotTell,
    submitting: SubmittingHalf,
    ledger: Ledger,
  ): void => {
    tell({ level: "warning", id: "lookup.cannot-tell" }, cannotTellInWords(entry, why, submitting), {
      [vscode.l10n.t("Look Again")]: () => void safely(entry),
      [vscode.l10n.t("I Looked Myself…")]: () => void askSafely(entry, ledger),
    });
  };

  const askPerson = async (entry: LedgerEntry, ledger: Ledger): Promise<void> => {
    const known = vscode.l10n.t("I Know What Became of It");
    const answer = await askModally(
      {
        id: "lookup.ask-person",
        level: "warning",
        text: vscode.l10n.t("Have you looked for “{0}” in the account {1}?", nameOf(entry), entry.accountId),
        detail: vscode.l10n.t(
          "Nothing could be found out from here. If you have looked at {0} and know whether it is there, it can be submitted again: you will be warned that it may be there twice.",
          entry.host,
        ),
      },
      known,
    );
    if (answer !== known) return;
    if (await settle(entry, { kind: "person" }, ledger))
      tell(
        { level: "information", id: "lookup.noted" },
        vscode.l10n.t("Noted. “{0}” is no longer asked about.", nameOf(entry)),
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

/** Waits where the platform may still be at it. Undefined when the person stopped it. */
async function find(
  entry: LedgerEntry,
  connection: Connection,
  ledger: Ledger,
  { findCampaign, lookUpOf, wait }: SubmittingHalf,
): Promise<FindResult | undefined> {
  return cancellable(
    { id: "lookup.looking", title: vscode.l10n.t("Looking for “{0}” in the account…", nameOf(entry)) },
    async (signal) => {
      const { entries } = await ledger.history();
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
  const words = vscode.l10n.t(
    "“{0}” was created: {1}, {2}. Do not send it again.",
    nameOf(entry),
    visibleLine(id, 60),
    visibleLine(state ?? vscode.l10n.t("state not known"), 40),
  );
  const more = vscode.l10n.t(
    "The account has {0} campaigns of that name from these minutes: look there, it may have been created twice.",
    campaigns.length,
  );
  tell(
    { level: campaigns.length > 1 ? "warning" : "information", id: "lookup.found" },
    campaigns.length > 1 ? `${words} ${more}` : words,
    {
      [vscode.l10n.t("Copy Id")]: () => vscode.env.clipboard.writeText(id),
    },
  );
}

function tellNotFound(entry: LedgerEntry, file: vscode.Uri | undefined): void {
  const words = vscode.l10n.t(
    "“{0}” is not in the account, so it was not created. It can be sent again.",
    nameOf(entry),
  );
  if (file === undefined) tell({ level: "information", id: "lookup.not-found" }, words);
  else
    tell({ level: "information", id: "lookup.not-found" }, words, {
      [vscode.l10n.t("Submit Again…")]: () => vscode.commands.executeCommand("campaignJson.submit", file),
    });
}

function cannotTellInWords(
  entry: LedgerEntry,
  why: CannotTell,
  { readFailure, minuteOf }: SubmittingHalf,
): string {
  const start = vscode.l10n.t("Whether “{0}” was created cannot be told:", nameOf(entry));
  return `${start} ${reasonOf(why, readFailure, minuteOf)} ${vscode.l10n.t("Do not send it again before somebody has looked.")}`;
}

function reasonOf(
  why: CannotTell,
  readFailure: SubmittingHalf["readFailure"],
  minuteOf: SubmittingHalf["minuteOf"],
): string {
  switch (why.why) {
    case "unavailable":
      return `${readFailure(why.outcome)}.`;
    case "incomplete":
      return vscode.l10n.t("the account has more campaigns than could be read.");
    case "other-time": {
      const [{ id, createdAt }] = why.campaigns;
      const when =
        createdAt === undefined ? vscode.l10n.t("at a time that is not known") : minuteOf(createdAt);
      return vscode.l10n.t("the account has one of that name ({0}), created {1}.", visibleLine(id, 60), when);
    }
    case "too-soon":
      return vscode.l10n.t("the platform may still be creating it.");
  }
}

function nameOf({ campaign }: LedgerEntry): string {
  return visibleLine(campaign, 100);
}
