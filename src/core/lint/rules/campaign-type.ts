import { rule } from "../rule";

export const campaignType = rule({
  id: "campaign-type",
  severity: "error",
  reads: "campaignType",
  summary: "The campaign type is voice.",
  why: "This API call creates voice campaigns. Message campaigns have a different call and body.",
  fix: "Writes voice.",
  examples: { good: ["voice"], bad: ["sms"] },
  check(type, at) {
    if (type === "voice") return undefined;
    return at().problem(
      `campaignType is "${type}", but this API call creates voice campaigns only. Message campaigns have a different call. Write "voice".`,
      { title: 'Write "voice"', replace: "voice" },
    );
  },
});
