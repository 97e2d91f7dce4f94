import type { Campaign } from "../../../src/core/campaign/generated/campaign";
import { toRequestBody } from "../../../src/core/campaign/request-body";
import { accountValues } from "../../../src/core/comparison/account-values";
import { toAttempt } from "../../../src/core/ledger/attempt";
import { finished, type Attempt, type LedgerEntry } from "../../../src/core/ledger/entry";
import { sendOnce } from "../../../src/core/ledger/send-once";
import { runUpdate, type UpdateEnd, type UpdateQuestion } from "../../../src/core/lifecycle/run-update";
import { updateCampaign } from "../../../src/core/platform/existing/update-campaign";
import type { Outcome } from "../../../src/core/platform/outcome";
import type { HttpRequest, HttpResult } from "../../../src/core/platform/transport";
import { sample } from "../node/practice-call";
import { START, type Computer } from "../submission/attempts";
import { answered, connection } from "../submission/run-scene";

export const before = sample as unknown as Campaign;
export const file: Campaign = { ...before, priority: "2" };
export const ok = answered(200, { status: "success", message: "updated", id: "cd-1", data: { _id: "cd-1" } });

/** The campaign in the account. */
export interface Account {
  campaign: object;
  state?: string | undefined;
  updatedAt: string;
}

export interface Script {
  /** A file that differs in the priority by default. */
  readonly file?: Campaign;
  readonly consent?: "ask" | "in-advance";
  readonly account?: Account;
  /** Called while the person thinks; the answer is yes by default. */
  readonly answer?: (account: Account) => boolean | Promise<boolean>;
  readonly respond?: (request: HttpRequest, account: Account) => HttpResult;
  /** Results of reads by their number, from 0. */
  readonly unread?: Readonly<Record<number, Outcome>>;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly end: UpdateEnd;
  readonly questions: readonly UpdateQuestion[];
  readonly requests: readonly HttpRequest[];
  readonly reads: number;
}

export const attempt = (campaign: Campaign = file): Promise<Attempt> =>
  toAttempt({
    ...{ connection, body: toRequestBody(campaign), file: "spring.campaign.json", campaign: file.name },
    change: { action: "update", campaignId: "cd-1" },
  });
export const stored = (campaign: object = before, state: string | undefined = "Ready"): Account => ({
  ...{ campaign, state, updatedAt: "2026-01-01T00:00:00.000Z" },
});
export const apply = (account: Account, campaign: object): void => {
  account.campaign = campaign;
  account.updatedAt = "2026-01-02T00:00:00.000Z";
};

/** One update on a computer whose platform and person follow the script. */
export async function updateOn(at: Computer, script: Script = {}): Promise<Ran> {
  const { consent = "ask", account = stored(), answer = () => true, unread = {} } = script;
  const { file: campaign = file } = script;
  const { signal = new AbortController().signal } = script;
  const respond =
    script.respond ??
    (({ body = "" }: HttpRequest, target: Account) => {
      apply(target, JSON.parse(body) as object);
      return ok;
    });
  const ledger = at.window();
  const questions: UpdateQuestion[] = [];
  const requests: HttpRequest[] = [];
  const attempted = await attempt(campaign);
  let reads = 0;
  const end = await runUpdate({
    ...{ ledger, file: campaign, consent, signal, attempt: attempted, now: () => at.now },
    read: () => {
      const outcome = unread[reads++];
      if (outcome !== undefined) return Promise.resolve({ kind: "unavailable", outcome });
      const { campaign: kept, state, updatedAt } = account;
      const data = { ...kept, _id: "cd-1", status: state, updatedAt };
      const facts = { id: "cd-1", name: before.name, data, ...(state === undefined ? {} : { state }) };
      return Promise.resolve({ kind: "read", campaign: facts, values: accountValues(data) });
    },
    confirm: async (question) => {
      questions.push(question);
      return answer(account);
    },
    send: (acknowledged) =>
      sendOnce({ ledger, attempt: attempted, acknowledged, signal, every: () => () => undefined }, () =>
        updateCampaign({
          ...{ connection, campaignId: "cd-1", signal, timeoutMs: 1_000, now: () => at.now },
          body: toRequestBody(campaign),
          transport: (request) => {
            requests.push(request);
            return Promise.resolve(respond(request, account));
          },
        }),
      ),
  });
  return { end, questions, requests, reads };
}

/** An entry of an earlier update. */
export async function earlier(outcome: Outcome, at = START): Promise<LedgerEntry> {
  const pending = { id: "one", at, state: "pending", owner: "gone", leaseUntil: at + 1 } as const;
  return finished({ ...(await attempt()), ...pending }, outcome, at + 1);
}
