import type { ExchangeParameters } from "../../core/platform/exchange";
import { findCampaign, nameTaken, type Campaigns, type FindResult } from "../../core/platform/find-campaign";
import type { ListedCampaign } from "../../core/platform/list-campaigns";
import { minuteOf } from "../../core/text/local-time";
import { readFailure } from "../../core/wording/read-failure";
import { visibleLine } from "../../core/text/visible";
import type { LedgerEntry } from "../../core/ledger/entry";
import type { Ledger, ToResolve } from "../../core/ledger/ledger";
import { lookUpOf } from "../../core/ledger/look-up";
import { isStopped, settlementOf } from "../../core/submission/settle";
import { nameNotLookedUp, unresolved, type Held } from "../../core/wording/blocked";

/** What the account says about a campaign before it is sent. */
export type LookedUp =
  /** Nothing blocks it; `told` is for a person to read. */
  | { readonly kind: "free"; readonly told?: string }
  | { readonly kind: "exists"; readonly campaign: ListedCampaign; readonly explanation: string }
  | { readonly kind: "held"; readonly held: Held }
  | { readonly kind: "cancelled" };

/** `--unless-exists`: whether the account has a campaign of that name already. */
export async function lookUpName(reading: ExchangeParameters, name: string): Promise<LookedUp> {
  const taken = await nameTaken({ ...reading, name });
  switch (taken.kind) {
    case "free":
      return { kind: "free" };
    case "taken":
      return exists(taken.campaigns, "The account has a campaign of this name.");
    case "cannot-tell": {
      if (taken.why === "incomplete")
        return held(nameNotLookedUp("the account has more campaigns than could be read"));
      return isStopped(taken.outcome)
        ? { kind: "cancelled" }
        : held(nameNotLookedUp(readFailure(taken.outcome)));
    }
  }
}

/**
 * Looks up whether an earlier submission of the same campaign was created, and records it. `personLooked` is a person's word
 * that it is not there, which counts where the account gives no clear answer.
 */
export async function lookUpEarlier(
  reading: ExchangeParameters,
  ledger: Ledger,
  entry: LedgerEntry,
  personLooked: boolean,
): Promise<LookedUp> {
  const { entries } = await ledger.history();
  const found = await findCampaign({ ...reading, ...lookUpOf(entry, entries) });
  const settlement = settlementOf(found, personLooked ? "not-created" : undefined);
  switch (settlement.kind) {
    case "stopped":
      return { kind: "cancelled" };
    case "wait":
    case "ask":
      return held(unresolved(entry, settlement.doubt));
    case "resolve":
      await ledger.resolve(entry.id, settlement.as, reading.signal);
      return told(entry, found, settlement.as);
  }
}

function told(entry: LedgerEntry, found: FindResult, { kind }: ToResolve): LookedUp {
  const earlier = `Exactly this campaign was sent here on ${minuteOf(entry.at)} from ${visibleLine(entry.file)}, and no answer was noted`;
  if (found.kind === "found")
    return exists(found.campaigns, `${earlier}. It was looked up: it did create the campaign.`);
  return kind === "person"
    ? { kind: "free", told: `${earlier}. A person looked: the campaign is not in the account.` }
    : { kind: "free", told: `${earlier}. It was looked up: the campaign is not in the account.` };
}

function exists(campaigns: Campaigns, explanation: string): LookedUp {
  const [newest] = campaigns.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  const others =
    campaigns.length === 1 ? "" : ` It has ${campaigns.length} of that name; this is the newest.`;
  return { kind: "exists", campaign: newest ?? campaigns[0], explanation: `${explanation}${others}` };
}

function held(why: Held): LookedUp {
  return { kind: "held", held: why };
}
