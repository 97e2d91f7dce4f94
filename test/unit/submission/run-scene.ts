import type { Connection } from "../../../src/core/connection/connection";
import { finished, LEASE_MS, type Attempt, type LedgerEntry } from "../../../src/core/ledger/entry";
import { writeLedger } from "../../../src/core/ledger/ledger-text";
import type { EarlierSubmission } from "../../../src/core/ledger/ledger";
import type { CannotTell, FindResult } from "../../../src/core/platform/find-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpResult } from "../../../src/core/platform/transport";
import { toAttempt } from "../../../src/core/ledger/attempt";
import { lookUpEntry } from "../../../src/core/submission/look-up";
import type { Consent, Question } from "../../../src/core/submission/next-step";
import {
  runSubmission,
  type Answer,
  type SubmissionEnd,
  type SubmissionSteps,
} from "../../../src/core/submission/run";
import { submitOnce } from "../../../src/core/submission/submit-once";
import { computer, START, type Computer } from "./attempts";

export const connection: Connection = {
  ...{ id: "1", name: "Test", host: "https://platform.kore.ai", accountId: "account-1", streamId: "st-1" },
  ...{ production: false, credential: { kind: "client", clientId: "cs-1", clientSecret: "s".repeat(32) } },
};
export const campaign = { body: '{"name":"Spring"}', file: "spring.campaign.json", campaign: "Spring" };
export const answered = (status: number, body: object): HttpResult => ({
  ...{ kind: "answered", status, headers: {}, text: JSON.stringify(body) },
});
export const success = answered(200, { status: "success", data: { id: "cd-9", status: "Preparing" } });
export const timeout: HttpResult = { kind: "failed", left: true, reason: "timeout", detail: "" };

export const ask: Consent = { kind: "ask" };
export const inAdvance: Consent = { kind: "in-advance", since: START + 1_000, again: false };
export const again: Consent = { ...inAdvance, again: true };
export const consents = [
  ["a person who is asked", ask],
  ["--yes", inAdvance],
  ["--again", again],
] as const;

export const unread: CannotTell = {
  ...{ kind: "cannot-tell", why: "unavailable" },
  outcome: { kind: "not-sent", reason: "dns", detail: "" },
};
export const stoppedBefore: Outcome = { kind: "cancelled" };
export const stoppedAfter: Outcome = { kind: "unknown", reason: "cancelled", detail: "" };
export const found = {
  kind: "found",
  campaigns: [{ id: "cd-1", name: "Spring", state: "Ready", contactLists: [] }],
} as const satisfies FindResult;

export interface Script {
  readonly consent?: Consent;
  /** The person's answers to one question after the other; yes if it is empty. */
  readonly answers?: readonly (() => Answer<string> | Promise<Answer<string>>)[];
  /** The account's result for an earlier submission; absent if a person starts the look-up. */
  readonly find?: () => FindResult | Promise<FindResult>;
  readonly personSays?: "not-created";
  /** Waits until the platform must have finished; absent if a look-up that is too early ends the run. */
  readonly wait?: (until: number) => Promise<void>;
  /** How the platform responds. */
  readonly respond?: () => HttpResult | Promise<HttpResult>;
  readonly ifDamaged?: "ask" | "block";
  readonly ifChanged?: "repeat" | "end";
  readonly signal?: AbortSignal;
}

export const yes = (): Answer<string> => ({ yes: true });
export const no = (): Answer<string> => ({ yes: false, instead: "something else" });

export interface Ran {
  readonly end: SubmissionEnd<string>;
  readonly questions: readonly Question[];
  readonly warnings: readonly (readonly EarlierSubmission[])[];
  readonly lookedUp: readonly string[];
  /** Requests that create a campaign. */
  readonly requests: number;
}

/** One submission on a computer whose platform, account and person follow the script. */
export async function submitOn(at: Computer, script: Script = {}): Promise<Ran> {
  const { consent = ask, answers = [], find, personSays, wait, respond = () => success } = script;
  const { signal = new AbortController().signal, ifDamaged = "block", ifChanged = "repeat" } = script;
  const ledger = at.window();
  const questions: Question[] = [];
  const warnings: (readonly EarlierSubmission[])[] = [];
  const lookedUp: string[] = [];
  let requests = 0;
  const steps: SubmissionSteps<string> = {
    ...{ ledger, signal, consent, ifDamaged, ifChanged },
    attempt: await sent(),
    confirm: async (question) => {
      questions.push(question);
      return (answers[questions.length - 1] ?? yes)();
    },
    warn: (prior) => void warnings.push(prior),
    send: (acknowledged) =>
      submitOnce({
        ...{ ...campaign, connection, ledger, acknowledged, signal },
        ...{ timeoutMs: 1_000, now: () => at.now, every: () => () => undefined },
        transport: async () => {
          requests++;
          return respond();
        },
      }),
  };
  const end = await runSubmission<string>(
    find === undefined
      ? steps
      : {
          ...steps,
          lookUp: (entry) => {
            lookedUp.push(entry.id);
            return lookUpEntry({
              ledger,
              entry,
              signal,
              personSays,
              find: async () => find(),
              ...(wait === undefined ? {} : { wait }),
            });
          },
        },
  );
  return { end, questions, warnings, lookedUp, requests };
}

/** The ledger's data about the campaign. */
export const sent = (): Promise<Attempt> => toAttempt({ ...campaign, connection });

/** A computer whose ledger has these entries. */
export function knowing(...entries: readonly LedgerEntry[]): Computer {
  const at = computer(writeLedger(entries));
  at.now = START + 10_000;
  return at;
}

/** An entry of the same campaign. */
export async function entry(id: string, outcome: Outcome, at = START, changes = {}): Promise<LedgerEntry> {
  const pending = { ...(await sent()), ...changes, ...{ id, at } };
  return finished({ ...pending, state: "pending", owner: "gone", leaseUntil: at + LEASE_MS }, outcome, at);
}

export const states = async (at: Computer): Promise<string[]> =>
  (await at.window().history()).entries.map(({ state }) => state);

export const isDuplicate = ({ duplicate }: Question): boolean => duplicate !== undefined;
