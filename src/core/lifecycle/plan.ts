import type { AccountCampaign } from "../platform/existing/get-campaign";
import type { ExchangeParameters } from "../platform/exchange";
import { compareWithAccount, type Comparison } from "../comparison/compare";
import { findInList, listTargets, type Named } from "./find-target";
import { readTarget, type CampaignReading } from "./read-campaign";

/** What the account needs so that it has a campaign as the file describes it. */
export type Plan =
  /** The account has no such campaign. */
  | { readonly kind: "create" }
  | ({ readonly kind: "exists" | "differs"; readonly campaign: AccountCampaign } & Comparison)
  | { readonly kind: "unknown"; readonly reading: Unclear };

type Unclear = Exclude<CampaignReading, { readonly kind: "read" | "missing" }>;

export interface ToPlan {
  readonly named: Named;
  /** The campaign file as parsed JSON. */
  readonly value: unknown;
}

/**
 * Returns a function that plans one campaign after another. Changes nothing. Makes one call per 50 campaigns of the
 * account, once, and one for each campaign that exists: the list contains neither calling hours nor attempts.
 */
export function createPlanner(reading: ExchangeParameters): (campaign: ToPlan) => Promise<Plan> {
  let listing: ReturnType<typeof listTargets> | undefined;
  return async ({ named, value }) => {
    const listed = await (listing ??= listTargets(reading));
    if (listed.kind === "unavailable") return toPlan(listed, value);
    return toPlan(await readTarget(reading, await findInList(reading, named, listed)), value);
  };
}

function toPlan(read: CampaignReading, value: unknown): Plan {
  switch (read.kind) {
    case "missing":
      return { kind: "create" };
    case "read": {
      const comparison = compareWithAccount(value, read.values);
      const kind = comparison.differences.length === 0 ? "exists" : "differs";
      return { kind, campaign: read.campaign, ...comparison };
    }
    case "ambiguous":
    case "unavailable":
    case "incomplete":
      return { kind: "unknown", reading: read };
  }
}
