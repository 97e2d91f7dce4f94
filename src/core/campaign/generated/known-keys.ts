// Generated from schemas/campaign.schema.json by scripts/generate.ts. Do not edit.

/** The properties of each object, by its path; `*` is an item of a list. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  "": [
    "$schema",
    "name",
    "description",
    "contactLists",
    "dncLists",
    "priority",
    "dialingMode",
    "dialingStrategy",
    "schedule",
    "queue_name",
    "maxSkips",
    "experienceFlowName",
    "enableMachineDetect",
    "campaignType",
  ],
  dncLists: ["name"],
  dialingStrategy: [
    "callerId",
    "callingHours",
    "dialingOrder",
    "maxAttemptsPerRecord",
    "defaultRetryPeriod",
    "maxRingTime",
  ],
  "dialingStrategy/callerId": ["phoneNumber"],
  "dialingStrategy/callingHours": ["frequency", "timezone", "days"],
  "dialingStrategy/callingHours/days/*": ["day", "start", "end"],
  schedule: ["isSchedulingEnabled"],
};
