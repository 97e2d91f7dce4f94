import type { CampaignDocument } from "./core/campaign/document";
import { checkCampaign } from "./core/lint/check";
import type { CheckOptions } from "./core/lint/check-options";
import { fixAll } from "./core/lint/fix";
import { dayOf } from "./core/text/local-time";
import { readNumber } from "./core/lint/read-phone-number";

/** For legal profiles whose terms changed. One day for all files of a run. */
const today = dayOf(Date.now());

/** The composition root of the check, which several commands share. */
export const check = (campaign: string | CampaignDocument, options: CheckOptions = {}) =>
  checkCampaign(campaign, { readNumber, today, ...options });

export const fix = (campaign: CampaignDocument, options: CheckOptions = {}) =>
  fixAll(campaign, { readNumber, today, ...options });
