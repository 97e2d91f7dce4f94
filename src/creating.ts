import snippets from "../snippets/campaign.json";
import { campaignTemplates, campaignWithMistakes } from "./core/completion/new-campaign";
import { createCampaignFrom, type Zones } from "./editor/campaign/create-campaign";

/** The composition root of New Campaign File and the walkthrough’s example, loaded when one of them is used. */
export const createCampaign = (zones: Zones): Promise<void> =>
  createCampaignFrom(campaignTemplates(snippets), zones);

export const mistakes = (): string => campaignWithMistakes(snippets["Preview campaign"]);
