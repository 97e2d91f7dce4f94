import path from "node:path";
import { secretsOf, type Connection } from "../core/api/connection";
import type { ExchangeParameters } from "../core/api/exchange";
import { createRedactor } from "../core/api/redact";
import type { HttpRequest, Transport } from "../core/api/transport";
import type { Campaign } from "../core/campaign/generated/campaign";
import { toAttempt } from "../core/ledger/attempt";
import { createLedger, type BeginRefusal, type Prior } from "../core/ledger/ledger";
import type { LedgerStore } from "../core/ledger/store";
import { submitOnce } from "../core/ledger/submit-once";
import { LedgerFileError } from "../node/ledger-file";
import { answerDetails } from "./answer-details";
import { isConfirmed, warnOf, type ConfirmDeps } from "./confirm";
import { damageInWords, ledgerDamaged, ledgerFull, notNoted, underWay, type Held } from "./formats/held";
import type { FileProblem, Report } from "./formats/submission";
import { lookUpEarlier, lookUpName, type LookedUp } from "./look-up";
import { memoryLedger } from "./memory-ledger";

export interface NotedDeps extends ConfirmDeps {
  readonly transport: Transport;
  /** The ledger's file; is told where it puts a damaged text. */
  readonly ledgerStore: (onSetAside: (file: string) => void) => LedgerStore;
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
}

export interface NotedOptions {
  readonly practice?: true;
  readonly yes?: true;
  readonly unlessExists?: true;
  readonly lookedUp?: true;
  readonly timeout: number;
}

/**
 * From a checked campaign to what became of it, through the ledger: what is under way is not sent, what was left
 * without an answer is looked up first, what was created before is said before the question.
 */
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
  const damage = await ledger.repair();
  // Who is not asked cannot say that it is all right to go on.
  if (damage !== undefined && options.yes) return held(ledgerDamaged(damage, keptIn), request);

  // Other folders may have a file of this name.
  const sent = { body: work.body, file, path: path.resolve(file), campaign: campaign.name };
  const attempt = await toAttempt({ ...sent, connection: work.connection });
  for (;;) {
    const obstacle = await ledger.refusalOf(attempt);
    if (obstacle?.kind === "unresolved") {
      const looked = await lookUpEarlier(reading, ledger, obstacle.entry, options.lookedUp ?? false);
      if (looked.kind === "free" && looked.told !== undefined) err(`${looked.told}\n`);
      const stop = reportOf(looked, request);
      if (stop !== undefined) return stop;
      continue;
    }
    if (obstacle !== undefined) return held(heldBy(obstacle, keptIn), request);
    const prior = await ledger.priorOf(attempt);
    if (!(await isWanted(work, prior, options, deps, reading.signal))) return cancelled(request);
    const result = await submitOnce({
      ...reading,
      ...{ ...sent, ledger, every },
      acknowledged: prior.map(({ entryId }) => entryId),
    });
    if (result.kind === "sent") {
      if (result.entry === undefined) err(NOT_NOTED_AFTER);
      return {
        ...{ kind: "sent", ...result.submission },
        ...answerDetails(result.submission.outcome, work),
        ...(options.practice ? {} : { looksUpNext: true }),
      };
    }
    if (result.kind === "not-noted") return held(notNoted(result.detail), request);
    // What came in between the question and the answer is asked about, or looked up, in the next round.
    if (result.kind !== "prior" && result.kind !== "unresolved") return held(heldBy(result, keptIn), request);
  }
}

const NOT_NOTED_AFTER =
  "warning: What became of it could not be noted. Running the same command again looks it up before anything is sent.\n";

async function isWanted(
  work: ToSubmit,
  prior: readonly Prior[],
  { yes, practice }: NotedOptions,
  deps: NotedDeps,
  signal: AbortSignal,
): Promise<boolean> {
  // A practice server calls no one, so at a terminal it needs no question.
  if (!yes && !practice) return isConfirmed({ ...work, prior }, deps, signal);
  warnOf(prior, deps);
  return true;
}

type Final = Exclude<BeginRefusal, { readonly kind: "prior" | "unresolved" }>;

function heldBy(refusal: Final, keptIn: string | undefined): Held {
  switch (refusal.kind) {
    case "under-way":
      return underWay(refusal.entry);
    case "damaged":
      return ledgerDamaged(refusal.damage, keptIn);
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
