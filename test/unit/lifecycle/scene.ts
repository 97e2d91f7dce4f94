import type { AccountValues } from "../../../src/core/comparison/account-values";
import { finished, type Attempt, type LedgerEntry } from "../../../src/core/ledger/entry";
import { toAttempt } from "../../../src/core/ledger/attempt";
import { writeLedger } from "../../../src/core/ledger/ledger-text";
import { sendOnce } from "../../../src/core/ledger/send-once";
import type { Consent } from "../../../src/core/lifecycle/next-step";
import { runTrigger, type TriggerEnd, type TriggerQuestion } from "../../../src/core/lifecycle/run";
import type { CampaignStatus } from "../../../src/core/platform/campaign-status";
import { triggerCampaign, type Trigger } from "../../../src/core/platform/existing/trigger-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpResult } from "../../../src/core/platform/transport";
import { computer, START, type Computer } from "../submission/attempts";
import { answered, connection, timeout } from "../submission/run-scene";

export { answered, timeout };
export const started = answered(200, { status: "Active", message: "Campaign Started" });
export const stopped = answered(200, { status: "Stopped", message: "Campaign Stopped" });

export const ask: Consent = { kind: "ask" };
export const inAdvance = {
  ...{ kind: "in-advance", since: START + 5_000, again: false, lookedUp: false },
} as const satisfies Consent;

export const known = (state: string): CampaignStatus => ({ kind: "known", state, message: "" });

export interface Script {
  readonly trigger?: Trigger;
  readonly consent?: Consent;
  /** One state after the other, the last one for good. A value that is no text is what the read returns. */
  readonly states: readonly (string | CampaignStatus)[];
  /** What a read of the campaign returns, one after the other, the last one for good. */
  readonly campaigns?: readonly (AccountValues | Outcome)[];
  /** The person's answers; yes if it is empty. May change the world while the person thinks. */
  readonly answers?: readonly (() => boolean | Promise<boolean>)[];
  readonly respond?: () => HttpResult | Promise<HttpResult>;
  /** The state that is read after a request without a clear response. */
  readonly after?: string;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly end: TriggerEnd;
  readonly questions: readonly TriggerQuestion[];
  /** Requests that start or stop a campaign. */
  readonly requests: number;
  /** Reads of the state, and of the whole campaign. */
  readonly reads: number;
  readonly campaignReads: number;
  /** "state", "campaign", "question" and "request", in order. */
  readonly order: readonly string[];
}

function isOutcome(read: AccountValues | Outcome): read is Outcome {
  return "kind" in read;
}

/** One start or stop on a computer whose platform and person follow the script. */
export async function triggerOn(at: Computer, script: Script): Promise<Ran> {
  const { trigger = "start", consent = ask, states, campaigns = [{}], answers = [], after } = script;
  const { respond = () => (trigger === "start" ? started : stopped) } = script;
  const { signal = new AbortController().signal } = script;
  const ledger = at.window();
  const attempt = await changed(trigger);
  const questions: TriggerQuestion[] = [];
  const order: string[] = [];
  let [requests, reads, campaignReads] = [0, 0, 0];
  const end = await runTrigger({
    ...{ ledger, trigger, attempt, consent, signal, campaignId: "cd-1", now: () => at.now },
    readState: () => {
      order.push("state");
      const state = states[Math.min(reads++, states.length - 1)] ?? "Ready";
      return Promise.resolve(typeof state === "string" ? known(state) : state);
    },
    readCampaign: () => {
      order.push("campaign");
      const read = campaigns[Math.min(campaignReads++, campaigns.length - 1)] ?? {};
      const campaign = { id: "cd-1", name: "Spring", data: {} };
      return Promise.resolve(
        isOutcome(read) ? { kind: "unavailable", outcome: read } : { kind: "read", campaign, values: read },
      );
    },
    confirm: async (question) => {
      order.push("question");
      questions.push(question);
      return (answers[questions.length - 1] ?? (() => true))();
    },
    send: (acknowledged) =>
      sendOnce({ ledger, attempt, acknowledged, signal, every: () => () => undefined }, () =>
        triggerCampaign({
          ...{ connection, campaignId: "cd-1", trigger, signal, timeoutMs: 1_000, now: () => at.now },
          transport: async () => {
            order.push("request");
            requests++;
            return respond();
          },
        }),
      ),
    follow: (isWanted) => Promise.resolve(after !== undefined && isWanted(after) ? after : undefined),
  });
  return { end, questions, requests, reads, campaignReads, order };
}

/** The ledger's data about a start or a stop of the campaign. */
export function changed(action: Trigger): Promise<Attempt> {
  return toAttempt({
    ...{ connection, body: "{}", file: "cd-1", campaign: "Spring" },
    change: { action, campaignId: "cd-1" },
  });
}

/** An entry of an earlier start or stop. */
export async function entry(id: string, action: Trigger, outcome: Outcome, at = START): Promise<LedgerEntry> {
  const pending = { id, at, state: "pending", owner: "gone", leaseUntil: at + 1 } as const;
  return finished({ ...(await changed(action)), ...pending }, outcome, at + 1);
}

/** A computer whose ledger has these entries. */
export function knowing(...entries: readonly LedgerEntry[]): Computer {
  const at = computer(writeLedger(entries));
  at.now = START + 10_000;
  return at;
}

export const accepted = (state: string): Outcome => ({
  ...{ kind: "accepted", httpStatus: 200, state, message: "", response: {} },
});
export const lost: Outcome = { kind: "unknown", reason: "timeout", detail: "" };

/** The entries of the ledger, newest first, as short texts. */
export async function history(at: Computer): Promise<string[]> {
  return (await at.window().history()).entries.map((one) => {
    const resolution = one.state === "pending" ? undefined : one.resolution;
    const created = resolution?.created === undefined ? "" : ` ${resolution.created}`;
    const how = resolution === undefined ? "" : ` (${resolution.kind}${created})`;
    return `${one.change?.action ?? "create"} ${one.state}${how}`;
  });
}

/** The end of a run in a few words. */
export const endOf = ({ end }: Ran): string => {
  switch (end.kind) {
    case "sent":
      return `sent ${end.submission.outcome.kind}${end.proof === undefined ? "" : `, ${end.proof}`}`;
    case "refused":
      return `refused ${end.why}`;
    case "blocked":
      return `blocked ${end.by.kind}`;
    case "exists":
      return `exists ${end.state}`;
    case "unread":
      return `unread ${end.outcome.kind}`;
    case "declined":
    case "stopped":
      return end.kind;
  }
};
