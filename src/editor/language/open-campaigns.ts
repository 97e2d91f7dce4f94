import type * as vscode from "vscode";
import { countryOfNumber } from "../../core/lint/country-name";
import { dialingPlanAt, readCallingPlan } from "../../core/lint/dialing-plan";
import type { ReadNumber } from "../../core/lint/phone-number";
import { namesOf } from "../../core/zones/names";
import { allZones } from "../../core/zones/zones";
import { loadOnce } from "../ui/load-once";
import { parsedCampaign } from "../ui/parsed-campaign";
import type { LoadLanguage, OpenCampaign } from "./language-module";

/** Reads the current text of a document. Undefined if the request was canceled meanwhile. */
export type ReadCampaign = (
  document: vscode.TextDocument,
  token?: vscode.CancellationToken,
) => Promise<OpenCampaign | undefined>;

/** Reads each version of a document once. The result is released together with the document. */
export function campaignReader(load: LoadLanguage, readNumber: ReadNumber): ReadCampaign {
  const countryOf = (phoneNumber: string) => countryOfNumber(phoneNumber, readNumber);
  const language = loadOnce(async () => {
    const { campaignLanguage } = await load();
    const reader = { dialingPlanAt, readCallingPlan, namesOf, countryOf };
    return campaignLanguage([...allZones().keys()], reader);
  });
  const open = new WeakMap<vscode.TextDocument, { version: number; campaign: OpenCampaign }>();
  return async (document, token) => {
    const { read } = await language();
    if (token?.isCancellationRequested === true) return undefined;
    const { version } = document;
    const last = open.get(document);
    if (last?.version === version) return last.campaign;
    const campaign = read(parsedCampaign(document));
    open.set(document, { version, campaign });
    return campaign;
  };
}
