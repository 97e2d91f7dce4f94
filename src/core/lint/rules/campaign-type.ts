import { rule } from "../rule";

export const campaignType = rule({
  id: "campaign-type",
  severity: "error",
  reads: "campaignType",
  summary: "The campaign type is voice.",
  why: "This call creates voice campaigns; message campaigns have a call and a body of their own.",
  fix: "Writes voice.",
  examples: { good: ["voice"], bad: ["sms"] },
  check(type, at) {
    if (type === "voice") return undefined;
    return at().problem(
      `campaignType is "${type}", but this call creates voice campaigns; message campaigns have one of their own. Write "voice".`,
      { title: 'Write "voice"', replace: "voice" },
    );
  },
});
