/** The type of the panel. VS Code stores it with an open panel, so it never changes. */
export const hoursPanelType = "campaignJson.callingHours";
