import type { SendOnceParameters, SendOnceResult } from "../../core/ledger/send-once";
import type { FoundTarget, Named } from "../../core/lifecycle/find-target";
import type { CampaignReading } from "../../core/lifecycle/read-campaign";
import type { ExchangeParameters } from "../../core/platform/exchange";
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
  /** Reads the campaign that was found, in one call. */
  readonly readTarget: (
    parameters: Unbound<ExchangeParameters>,
    target: FoundTarget,
  ) => Promise<CampaignReading>;
  /** Sends at most one request, which it records in the ledger first. */
  readonly triggerOnce: (
    parameters: Unbound<TriggerParameters> & Omit<SendOnceParameters, "every">,
  ) => Promise<SendOnceResult>;
}
