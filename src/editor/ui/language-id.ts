/** The language of `*.campaign.json` files. */
export const languageId = "campaign-json";
