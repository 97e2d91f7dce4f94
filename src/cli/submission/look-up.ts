import type { ExchangeParameters } from "../../core/platform/exchange";
import { nameTaken, type Campaigns } from "../../core/platform/find-campaign";
import { isStopped } from "../../core/platform/outcome";
import type { HttpRequest } from "../../core/platform/transport";
import { readFailure } from "../../core/wording/read-failure";
import { nameNotLookedUp } from "../formats/not-sent";
import type { Report } from "../formats/submission";

/** `--unless-exists`: the report with which the run ends. Undefined if the account has no campaign of that name. */
export async function lookUpName(
  reading: ExchangeParameters,
  name: string,
  request: HttpRequest,
): Promise<Report | undefined> {
  const taken = await nameTaken({ ...reading, name });
  switch (taken.kind) {
    case "free":
      return undefined;
    case "taken":
      return existsInAccount(taken.campaigns, "The account has a campaign of this name.", request);
    case "cannot-tell": {
      if (taken.why === "unavailable" && isStopped(taken.outcome))
        return { kind: "sent", outcome: { kind: "cancelled" }, request };
      const why =
        taken.why === "unavailable"
          ? readFailure(taken.outcome)
          : "the account has more campaigns than could be read";
      return { kind: "held", ...nameNotLookedUp(why), request };
    }
  }
}

/** Of several campaigns, the report names the newest. `explanation` is how they were found. */
export function existsInAccount(campaigns: Campaigns, explanation: string, request: HttpRequest): Report {
  const [newest] = campaigns.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  const { id, state } = newest ?? campaigns[0];
  const count = campaigns.length;
  const others = count === 1 ? "" : ` The account has ${count} campaigns of that name; this is the newest.`;
  return {
    ...{ kind: "exists", campaignId: id, explanation: `${explanation}${others}`, request },
    ...(state === undefined ? {} : { state }),
  };
}
