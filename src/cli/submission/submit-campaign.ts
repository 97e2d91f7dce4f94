import path from "node:path";
import { secretsOf, type Connection } from "../../core/connection/connection";
import type { ExchangeParameters } from "../../core/platform/exchange";
import { createRedactor } from "../../core/text/redaction/redact";
import type { HttpRequest, Transport } from "../../core/platform/transport";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { duplicateInWords } from "../../core/wording/earlier-text";
import { toAttempt } from "../../core/submission/attempt";
import { createLedger, type Acknowledged } from "../../core/ledger/ledger";
import type { LedgerStore } from "../../core/ledger/store";
import { submitOnce } from "../../core/submission/submit-once";
import { nextStep, type Consent, type NextStep } from "../../core/submission/next-step";
import { LedgerFileError } from "../../node/ledger/ledger-file";
import { responseDetails } from "./response-details";
import { isConfirmed, warnOf, type ConfirmDeps } from "./confirm";
import {
  damageInWords,
  ledgerDamaged,
  ledgerFull,
  notNoted,
  submittedMeanwhile,
  underWay,
  type Held,
} from "../../core/wording/blocked";
import type { FileProblem, Report } from "../formats/submission";
import { lookUpEarlier, lookUpName, type LookedUp } from "./look-up";
import { memoryLedger } from "./memory-ledger";

export interface NotedDeps extends ConfirmDeps {
  readonly transport: Transport;
  /** The ledger's file; is told where it puts a damaged text. */
  readonly ledgerStore: (onSetAside: (file: string) => void) => LedgerStore;
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
}

export interface NotedOptions {
  readonly practice?: true;
  readonly yes?: true;
  readonly again?: true;
  readonly unlessExists?: true;
  readonly lookedUp?: true;
  readonly timeout: number;
}

/** From a checked campaign to its outcome, through the ledger. What may be sent is the decision of `nextStep`. */
export async function submitNoted(
  work: ToSubmit,
  options: NotedOptions,
  deps: NotedDeps,
  signal: AbortSignal,
): Promise<Report> {
  const { connection, request } = work;
  const { transport, now } = deps;
  const redactor = createRedactor(secretsOf(connection.credential));
  const careful = { ...deps, err: (text: string) => deps.err(redactor.text(text)) };
  const reading = { connection, transport, signal, timeoutMs: options.timeout * 1000, now };
  try {
    if (options.unlessExists) {
      const stop = reportOf(await lookUpName(reading, work.campaign.name), request);
      if (stop !== undefined) return stop;
    }
    return await withLedger(work, options, careful, reading);
  } catch (error) {
    // The wait for another process that uses the ledger was interrupted; nothing had been sent.
    if (signal.aborted && error === signal.reason) return cancelled(request);
    if (!(error instanceof LedgerFileError)) throw error;
    return held(notNoted(redactor.text(error.message)), request);
  }
}

async function withLedger(
  work: ToSubmit,
  options: NotedOptions,
  deps: NotedDeps,
  reading: ExchangeParameters,
): Promise<Report> {
  const { request, campaign, file } = work;
  const { err, every } = deps;
  let keptIn: string | undefined;
  const ledger = createLedger({
    store: options.practice ? memoryLedger() : deps.ledgerStore((put) => (keptIn = put)),
    now: deps.now,
    owner: crypto.randomUUID(),
    onDamage: (damage) => err(`warning: ${damageInWords(damage, keptIn)}\n`),
  });
  const damage = await ledger.repair(reading.signal);
  // With --yes, no person reads the warning before the campaign is sent.
  if (damage !== undefined && options.yes) return held(ledgerDamaged(damage, keptIn), request);

  // Other folders may have a file of this name.
  const sent = { body: work.body, file, path: path.resolve(file), campaign: campaign.name };
  const attempt = await toAttempt({ ...sent, connection: work.connection });
  const resolved = new Set<string>();
  const consent = consentOf(options, deps, resolved);
  for (;;) {
    const step = nextStep(await ledger.assess(attempt), consent);
    if (step.kind === "look-up") {
      const looked = await lookUpEarlier(reading, ledger, step.entry, options.lookedUp ?? false);
      const stop = reportOf(looked, request);
      if (stop !== undefined) return stop;
      if (looked.kind === "free" && looked.told !== undefined) err(`${looked.told}\n`);
      resolved.add(step.entry.id);
      continue;
    }
    const acknowledged = await acknowledgedBy(step, work, deps, reading.signal);
    if (acknowledged === undefined) return unsent(step, keptIn, deps, request);
    const result = await submitOnce({ ...reading, ...sent, ledger, every, acknowledged });
    if (result.kind === "sent") {
      if (result.entry === undefined) err(NOT_NOTED_AFTER);
      return {
        ...{ kind: "sent", ...result.submission },
        ...responseDetails(result.submission.outcome, work),
        ...(options.practice ? {} : { looksUpNext: true }),
      };
    }
    if (result.kind === "stopped") return cancelled(request);
    if (result.kind === "not-noted") return held(notNoted(result.detail), request);
    // The ledger changed between the question and the answer: the next round assesses it again.
  }
}

const NOT_NOTED_AFTER =
  "warning: The campaign was answered, but the result could not be saved. The same command looks it up before it sends anything.\n";

/** A practice server calls nobody, so it needs no question. */
function consentOf({ yes, again, practice }: NotedOptions, deps: NotedDeps, resolved: Set<string>): Consent {
  if (!yes && !practice) return { kind: "ask" };
  return { kind: "in-advance", since: deps.startedAt, again: again ?? false, resolved };
}

/** What the yes acknowledges; undefined when there is none. */
async function acknowledgedBy(
  step: Exclude<NextStep, { readonly kind: "look-up" }>,
  work: ToSubmit,
  deps: NotedDeps,
  signal: AbortSignal,
): Promise<readonly Acknowledged[] | undefined> {
  switch (step.kind) {
    case "send":
      warnOf({ ...work, prior: step.prior }, deps);
      return step.acknowledged;
    case "confirm":
      return (await isConfirmed({ ...work, ...step }, deps, signal)) ? step.prior : undefined;
    case "blocked":
    case "exists":
    case "meanwhile":
      return undefined;
  }
}

/** The report of a step that sends nothing. */
function unsent(
  step: Exclude<NextStep, { readonly kind: "look-up" }>,
  keptIn: string | undefined,
  { now, startedAt }: NotedDeps,
  request: HttpRequest,
): Report {
  switch (step.kind) {
    case "send":
    case "confirm":
      return cancelled(request);
    case "exists": {
      const { duplicate } = step;
      const { campaignId, knownSince } = duplicate;
      const isLater = knownSince >= startedAt;
      return {
        ...{ kind: "exists", explanation: `${duplicateInWords(duplicate, now())}.`, request },
        ...(campaignId === undefined ? {} : { campaignId }),
        nextStep: isLater ? CREATED_MEANWHILE : TO_CREATE_A_DUPLICATE,
      };
    }
    case "meanwhile":
      return held(submittedMeanwhile(step.prior, now()), request);
    case "blocked":
      return held(blockedBy(step.by, keptIn), request);
  }
}

const TO_CREATE_A_DUPLICATE =
  "Do not send it again. To create a duplicate on purpose, run the same command with --again.";
const CREATED_MEANWHILE =
  "Do not send it again. It was created after this run started, which --again does not cover.";

type Blocked = Extract<NextStep, { readonly kind: "blocked" }>["by"];

function blockedBy(obstacle: Blocked, keptIn: string | undefined): Held {
  switch (obstacle.kind) {
    case "under-way":
      return underWay(obstacle.entry);
    case "damaged":
      return ledgerDamaged(obstacle.damage, keptIn);
    case "full":
      return ledgerFull;
  }
}

/** What a look into the account ends with; undefined when it may go on. */
function reportOf(looked: LookedUp, request: HttpRequest): Report | undefined {
  switch (looked.kind) {
    case "free":
      return undefined;
    case "cancelled":
      return cancelled(request);
    case "held":
      return held(looked.held, request);
    case "exists": {
      const { id, state } = looked.campaign;
      const found = { campaignId: id, ...(state === undefined ? {} : { state }) };
      return { kind: "exists", ...found, explanation: looked.explanation, request };
    }
  }
}

function held(why: Held, request: HttpRequest): Report {
  return { kind: "held", ...why, request };
}

function cancelled(request: HttpRequest): Report {
  return { kind: "sent", outcome: { kind: "cancelled" }, request };
}
