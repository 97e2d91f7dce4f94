import path from "node:path";
import { secretsOf, type Connection } from "../../core/connection/connection";
import type { ExchangeParameters } from "../../core/platform/exchange";
import { createRedactor } from "../../core/text/redaction/redact";
import type { HttpRequest, Transport } from "../../core/platform/transport";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { describeDuplicate } from "../../core/wording/earlier-text";
import { toAttempt } from "../../core/ledger/attempt";
import type { EarlierSubmission, Ledger } from "../../core/ledger/ledger";
import type { LedgerEntry } from "../../core/ledger/entry";
import { submitOnce } from "../../core/submission/submit-once";
import type { Consent } from "../../core/submission/next-step";
import { lookUpEntry, type LookUpEnd } from "../../core/submission/look-up";
import { runSubmission, type SubmissionEnd } from "../../core/submission/run";
import { findCampaign } from "../../core/platform/find-campaign";
import { responseDetails } from "./response-details";
import { isConfirmed, warnOf, type ConfirmDeps } from "./confirm";
import { openLedger, type LedgerDeps } from "./open-ledger";
import { settledText } from "../../core/wording/look-up-text";
import { describeNotSent } from "../formats/not-sent";
import type { ExemptedFileProblem, FileProblem, Report } from "../formats/submission";
import { existsInAccount, lookUpName } from "./look-up";

export interface RecordedDeps extends ConfirmDeps, LedgerDeps {
  readonly transport: Transport;
  /** When this process started; milliseconds since 1970. */
  readonly startedAt: number;
  /** Calls again and again, every `ms` milliseconds, until the result is called. */
  readonly every: (ms: number, action: () => void) => () => void;
}

/** One campaign and where it goes. */
export interface ToSubmit {
  readonly connection: Connection;
  readonly campaign: Campaign;
  readonly body: string;
  /** For display. */
  readonly request: HttpRequest;
  /** As it was named on the command line. */
  readonly file: string;
  /** What the file holds. */
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** Errors of the rules that a configuration turns off or lowers. */
  readonly switchedOff: readonly FileProblem[];
  /** Errors that comments in the file exempt. */
  readonly exempted: readonly ExemptedFileProblem[];
}

/** A checked file. */
export type FileToSubmit =
  | ({ readonly kind: "invalid" } & Pick<ToSubmit, "file" | "text" | "problems">)
  | ({ readonly kind: "valid" } & Omit<ToSubmit, "connection" | "body" | "request">);

export interface RecordedOptions {
  readonly practice?: true;
  readonly yes?: true;
  readonly again?: true;
  readonly unlessExists?: true;
  readonly lookedUp?: true;
  readonly timeout: number;
  /** What the yes in advance covers was shown before a person gave it. */
  readonly warned?: true;
}

/** From a checked campaign to its outcome, through the ledger. `runSubmission` decides what is sent. */
export async function submitRecorded(
  work: ToSubmit,
  options: RecordedOptions,
  deps: RecordedDeps,
  signal: AbortSignal,
): Promise<Report> {
  const { connection, request } = work;
  const { transport, now } = deps;
  const redactor = createRedactor(secretsOf(connection.credential));
  const careful = { ...deps, err: (text: string) => deps.err(redactor.text(text)) };
  const reading = { connection, transport, signal, timeoutMs: options.timeout * 1000, now };
  if (options.unlessExists) {
    const ended = await lookUpName(reading, work.campaign.name, request);
    if (ended !== undefined) return ended;
  }
  const report = await withLedger(work, options, careful, reading);
  // What the disk says may name a folder that contains a secret.
  return report.kind === "held" ? { ...report, explanation: redactor.text(report.explanation) } : report;
}

async function withLedger(
  work: ToSubmit,
  options: RecordedOptions,
  deps: RecordedDeps,
  reading: ExchangeParameters,
): Promise<Report> {
  const { campaign, file } = work;
  const { every } = deps;
  const { signal } = reading;
  const { ledger, keptIn } = openLedger(deps);
  // Other folders may have a file of this name.
  const sent = { body: work.body, file, path: path.resolve(file), campaign: campaign.name };
  const end = await runSubmission({
    ...{ ledger, signal, ifDamaged: "ask", ifChanged: "repeat" },
    attempt: await toAttempt({ ...sent, connection: work.connection }),
    consent: consentOf(options, deps),
    confirm: async (question) =>
      (await isConfirmed({ ...work, ...question }, deps, signal))
        ? { yes: true }
        : { yes: false, instead: undefined },
    ...(options.warned ? {} : { warn: (prior) => warnOf({ ...work, prior }, deps) }),
    lookUp: (entry) => lookUpEarlier(entry, ledger, reading, options, deps),
    send: (acknowledged) => submitOnce({ ...reading, ...sent, ledger, every, acknowledged }),
  });
  return reportOf(end, work, options, deps, keptIn());
}

/** A practice server calls nobody, so it needs no question. */
function consentOf({ yes, again, practice }: RecordedOptions, { startedAt }: RecordedDeps): Consent {
  if (!yes && !practice) return { kind: "ask" };
  return { kind: "in-advance", since: startedAt, again: again ?? false };
}

async function lookUpEarlier(
  entry: LedgerEntry,
  ledger: Ledger,
  reading: ExchangeParameters,
  { lookedUp }: RecordedOptions,
  { err }: RecordedDeps,
): Promise<LookUpEnd> {
  const end = await lookUpEntry({
    ...{ ledger, entry, signal: reading.signal },
    find: (lookUp) => findCampaign({ ...reading, ...lookUp }),
    personSays: lookedUp ? "not-created" : undefined,
  });
  // The report of the run shows a campaign that was found.
  if (end.kind === "settled" && end.finding.kind !== "found")
    err(`${settledText(entry, end.finding, "terminal")}\n`);
  return end;
}

function reportOf(
  end: SubmissionEnd<undefined>,
  work: ToSubmit,
  options: RecordedOptions,
  deps: RecordedDeps,
  keptIn: string | undefined,
): Report {
  const { request } = work;
  switch (end.kind) {
    case "sent":
      if (end.entry === undefined) deps.err(NOT_NOTED_AFTER);
      return {
        ...{ kind: "sent", ...end.submission },
        ...responseDetails(end.submission.outcome, work),
        ...(options.practice ? {} : { looksUpNext: true }),
      };
    case "stopped":
    case "declined":
    case "changed":
      return { kind: "sent", outcome: { kind: "cancelled" }, request };
    case "found":
      return existsInAccount(end.finding.campaigns, settledText(end.entry, end.finding, "terminal"), request);
    case "exists":
      return existsInLedger(end.duplicate, deps, request);
    case "blocked":
      return { kind: "held", ...describeNotSent(end.by, { now: deps.now(), keptIn }), request };
  }
}

const NOT_NOTED_AFTER =
  "warning: The campaign was answered, but the result could not be saved. The same command looks it up before it sends anything.\n";

export function existsInLedger(
  duplicate: EarlierSubmission,
  { now, startedAt }: RecordedDeps,
  request: HttpRequest,
): Report {
  const { campaignId, knownSince } = duplicate;
  return {
    ...{ kind: "exists", explanation: `${describeDuplicate(duplicate, now())}.`, request },
    ...(campaignId === undefined ? {} : { campaignId }),
    nextStep: knownSince >= startedAt ? CREATED_MEANWHILE : TO_CREATE_A_DUPLICATE,
  };
}

const TO_CREATE_A_DUPLICATE =
  "Do not send it again. To create a duplicate on purpose, run the same command with --again.";
const CREATED_MEANWHILE =
  "Do not send it again. It was created after this run started, which --again does not cover.";
