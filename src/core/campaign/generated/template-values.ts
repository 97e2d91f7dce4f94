// Generated from snippets/campaign.json by scripts/generate.ts. Do not edit.

/** What a new campaign has where it names something in the account, by the property that holds it. */
export const templateValues: Readonly<Record<string, readonly string[]>> = {
  name: ["Billing reminder"],
  contactLists: ["Bills due in March"],
  dncLists: ["Do not call"],
  queue_name: [],
  experienceFlowName: [],
  dialingStrategy: ["+12025550123"],
};
