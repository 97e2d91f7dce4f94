import type { SendOnceParameters, SendOnceResult } from "../../core/ledger/send-once";
import type { FoundTarget, Named } from "../../core/lifecycle/find-target";
import type { FromList } from "../../core/comparison/account-values";
import type { readOne } from "../../core/lifecycle/read-campaign";
import type { ExchangeParameters } from "../../core/platform/exchange";
import type { UpdateParameters } from "../../core/platform/existing/update-campaign";
import type { TriggerParameters } from "../../core/platform/existing/trigger-campaign";
import type { ListCampaignsParameters, ListedCampaign } from "../../core/platform/list-campaigns";
import type { Listed } from "../../core/platform/list-page";

/** Parameters without the transport and the clock, which `src/submitting.ts` adds. */
type Unbound<T extends ExchangeParameters> = Omit<T, "transport" | "now">;

/** The calls of `src/submitting.ts` for campaigns that exist in the account. */
export interface LifecycleCalls {
  /** This call and `findTarget` only read. They wait rather than use up the account's calls of a minute. */
  readonly listCampaigns: (parameters: Unbound<ListCampaignsParameters>) => Promise<Listed<ListedCampaign>>;
  readonly findTarget: (parameters: Unbound<ExchangeParameters>, named: Named) => Promise<FoundTarget>;
  /** Reads one campaign, in one call. `listed` is what the list returned of it. */
  readonly readOne: (
    parameters: Unbound<ExchangeParameters>,
    campaignId: string,
    listed: FromList,
  ) => ReturnType<typeof readOne>;
  /** `fresh` is what the list has just returned of it. */
  readonly campaignReader: (
    parameters: Unbound<ExchangeParameters>,
    campaignId: string,
    fresh: FromList | undefined,
  ) => () => ReturnType<typeof readOne>;
  /** This call and `updateOnce` send at most one request, which they record in the ledger first. */
  readonly triggerOnce: (
    parameters: Unbound<TriggerParameters> & Omit<SendOnceParameters, "every">,
  ) => Promise<SendOnceResult>;
  readonly updateOnce: (
    parameters: Unbound<UpdateParameters> & Omit<SendOnceParameters, "every">,
  ) => Promise<SendOnceResult>;
}
