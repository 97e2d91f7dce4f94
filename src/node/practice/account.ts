import { randomUUID } from "node:crypto";
import type { Campaign } from "../../core/campaign/generated/campaign";

/** A campaign as stored by the account. Times in milliseconds since 1970. */
export interface KeptCampaign {
  readonly id: string;
  readonly campaign: Campaign;
  readonly doNotCallId: string;
  readonly createdAt: number;
  /** The last time that a person or program changed it, started it or stopped it. */
  readonly changedAt: number;
  /** Absent until it is started for the first time. */
  readonly run?: Run;
  /** Its length as JSON, in UTF-16 units. */
  readonly size: number;
}

/** The latest run of a campaign. Each start creates another one, with all contacts from the beginning. */
export interface Run {
  /** The platform calls it `campaignInstanceId`. */
  readonly instanceId: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
}

export interface CampaignState {
  readonly status: "Preparing" | "Ready" | "Scheduled" | "Active" | "Stopped" | "Completed";
  readonly updatedAt: number;
}

/** Milliseconds. */
export interface Durations {
  /** From "Preparing" to "Ready". */
  readonly settleMs: number;
  /** From "Active" to "Completed". */
  readonly runMs: number;
}

/** One account of the practice server, in memory. As on the platform, two campaigns can have the same name. */
export class PracticeAccount {
  readonly #campaigns = new Map<string, KeptCampaign>();
  readonly #doNotCallIds = new Map<string, string>();
  #calls: number[] = [];
  #size = 0;

  constructor(
    private readonly now: () => number,
    private readonly durations: Durations,
    doNotCallLists: readonly { readonly id: string; readonly name: string }[],
    /** Campaigns that exist from the beginning. They are not "Preparing". */
    campaigns: readonly Campaign[] = [],
  ) {
    for (const { id, name } of doNotCallLists) this.#doNotCallIds.set(name, id);
    for (const campaign of campaigns) this.create(campaign, now() - durations.settleMs);
  }

  /** Counts one call. False when the account exceeded its 60 calls a minute. */
  admit(): boolean {
    const now = this.now();
    this.#calls = this.#calls.filter((at) => now - at < MINUTE_MS);
    if (this.#calls.length >= CALLS_PER_MINUTE) return false;
    this.#calls.push(now);
    return true;
  }

  create(campaign: Campaign, createdAt = this.now()): KeptCampaign {
    return this.#keep({ id: newId("cd"), createdAt, changedAt: createdAt, ...this.#partsOf(campaign) });
  }

  /** Replaces the content of a campaign. Its state stays. */
  update(kept: KeptCampaign, campaign: Campaign): KeptCampaign {
    return this.#keep({ ...kept, ...this.#partsOf(campaign), changedAt: this.now() });
  }

  start(kept: KeptCampaign): KeptCampaign & { readonly run: Run } {
    const startedAt = this.now();
    const started = { ...kept, changedAt: startedAt, run: { instanceId: newId("cid"), startedAt } };
    this.#keep(started);
    return started;
  }

  /** `run` is the latest run of the campaign. */
  stop(kept: KeptCampaign, run: Run): KeptCampaign {
    const stoppedAt = this.now();
    return this.#keep({ ...kept, changedAt: stoppedAt, run: { ...run, stoppedAt } });
  }

  #partsOf(campaign: Campaign): Pick<KeptCampaign, "campaign" | "doNotCallId" | "size"> {
    const doNotCallId = this.#doNotCallIds.get(campaign.dncLists.name) ?? newId("cl");
    return { campaign, doNotCallId, size: JSON.stringify(campaign).length };
  }

  #keep(kept: KeptCampaign): KeptCampaign {
    this.#size += kept.size - (this.#campaigns.get(kept.id)?.size ?? 0);
    this.#campaigns.set(kept.id, kept);
    for (const [id, oldest] of this.#campaigns) {
      if (this.#campaigns.size <= MAX_CAMPAIGNS && this.#size <= MAX_STORED) break;
      this.#campaigns.delete(id);
      this.#size -= oldest.size;
    }
    return kept;
  }

  /** The length of all campaigns as JSON, in UTF-16 units. */
  get size(): number {
    return this.#size;
  }

  find(id: string): KeptCampaign | undefined {
    return this.#campaigns.get(id);
  }

  list(): readonly KeptCampaign[] {
    return [...this.#campaigns.values()];
  }

  state({ campaign, createdAt, changedAt, run }: KeptCampaign): CampaignState {
    const now = this.now();
    if (run !== undefined) {
      if (run.stoppedAt !== undefined) return { status: "Stopped", updatedAt: changedAt };
      const completedAt = run.startedAt + this.durations.runMs;
      return now < completedAt
        ? { status: "Active", updatedAt: changedAt }
        : { status: "Completed", updatedAt: Math.max(changedAt, completedAt) };
    }
    const readyAt = createdAt + this.durations.settleMs;
    if (now < readyAt) return { status: "Preparing", updatedAt: changedAt };
    const status = campaign.schedule?.isSchedulingEnabled === true ? "Scheduled" : "Ready";
    return { status, updatedAt: Math.max(changedAt, readyAt) };
  }
}

const MINUTE_MS = 60_000;

/** From the vendor's documentation on rate limits: 60 a minute per account for the campaign management APIs. */
const CALLS_PER_MINUTE = 60;

/** Limits the memory of a long-running server; the oldest campaign is removed first. */
export const MAX_CAMPAIGNS = 1000;
/** UTF-16 units. A campaign takes about 2 Ki, and at most 1 Mi. */
const MAX_STORED = 8_388_608;

/** The vendor's ids look like a UUID without its first digit, after a prefix for the kind. */
function newId(prefix: "cd" | "cid" | "cl"): string {
  return `${prefix}-${randomUUID().slice(1)}`;
}
