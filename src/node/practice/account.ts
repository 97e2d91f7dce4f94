import { randomUUID } from "node:crypto";
import type { Campaign } from "../../core/campaign/generated/campaign";

/** A campaign as the account keeps it. Times in milliseconds since 1970. */
export interface KeptCampaign {
  readonly id: string;
  readonly campaign: Campaign;
  readonly doNotCallId: string;
  readonly createdAt: number;
  /** UTF-16 units as JSON. */
  readonly size: number;
}

export interface CampaignState {
  readonly status: "Preparing" | "Ready";
  readonly updatedAt: number;
}

/** One account of the practice server, in memory. The platform lets two campaigns share a name, so this does too. */
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

  /** Counts one call and says whether it is within the 60 a minute that an account may make. */
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
      if (this.#campaigns.size <= MOST_CAMPAIGNS && this.#size <= MOST_STORED) break;
      this.#campaigns.delete(id);
      this.#size -= oldest.size;
    }
    return kept;
  }

  /** UTF-16 units of all campaigns as JSON. */
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

/** From the vendor's page on rate limits: 60 a minute and account for the campaign management APIs. */
const CALLS_PER_MINUTE = 60;

/** Keeps a server that runs for weeks small; the oldest goes first. */
const MOST_CAMPAIGNS = 1000;
/** UTF-16 units; a campaign is some 2 Ki, and at most 1 Mi. */
const MOST_STORED = 8_388_608;

/** The vendor's ids look like a UUID that lost its first digit, after a prefix for the kind. */
function newId(prefix: "cd" | "cl"): string {
  return `${prefix}-${randomUUID().slice(1)}`;
}
