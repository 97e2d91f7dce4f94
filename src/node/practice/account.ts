import { randomUUID } from "node:crypto";
import type { Campaign } from "../../core/campaign/generated/campaign";

/** A campaign as stored by the account. Times in milliseconds since 1970. */
export interface KeptCampaign {
  readonly id: string;
  readonly campaign: Campaign;
  readonly doNotCallId: string;
  readonly createdAt: number;
  /** Its length as JSON, in UTF-16 units. */
  readonly size: number;
}

export interface CampaignState {
  readonly status: "Preparing" | "Ready";
  readonly updatedAt: number;
}

/** One account of the practice server, in memory. As on the platform, two campaigns can have the same name. */
export class PracticeAccount {
  readonly #campaigns = new Map<string, KeptCampaign>();
  readonly #doNotCallIds = new Map<string, string>();
  #calls: number[] = [];
  #size = 0;

  constructor(
    private readonly now: () => number,
    /** Milliseconds from "Preparing" to "Ready". */
    private readonly settleMs: number,
    doNotCallLists: readonly { readonly id: string; readonly name: string }[],
  ) {
    for (const { id, name } of doNotCallLists) this.#doNotCallIds.set(name, id);
  }

  /** Counts one call. False when the account exceeded its 60 calls a minute. */
  admit(): boolean {
    const now = this.now();
    this.#calls = this.#calls.filter((at) => now - at < MINUTE_MS);
    if (this.#calls.length >= CALLS_PER_MINUTE) return false;
    this.#calls.push(now);
    return true;
  }

  create(campaign: Campaign): KeptCampaign {
    const kept = {
      id: newId("cd"),
      campaign,
      doNotCallId: this.#doNotCallIds.get(campaign.dncLists.name) ?? newId("cl"),
      createdAt: this.now(),
      size: JSON.stringify(campaign).length,
    };
    this.#campaigns.set(kept.id, kept);
    this.#size += kept.size;
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

  state({ createdAt }: KeptCampaign): CampaignState {
    const readyAt = createdAt + this.settleMs;
    return this.now() < readyAt
      ? { status: "Preparing", updatedAt: createdAt }
      : { status: "Ready", updatedAt: readyAt };
  }
}

const MINUTE_MS = 60_000;

/** From the vendor's documentation on rate limits: 60 a minute per account for the campaign management APIs. */
const CALLS_PER_MINUTE = 60;

/** Limits the memory of a long-running server; the oldest campaign is removed first. */
const MAX_CAMPAIGNS = 1000;
/** UTF-16 units. A campaign takes about 2 Ki, and at most 1 Mi. */
const MAX_STORED = 8_388_608;

/** The vendor's ids look like a UUID without its first digit, after a prefix for the kind. */
function newId(prefix: "cd" | "cl"): string {
  return `${prefix}-${randomUUID().slice(1)}`;
}
