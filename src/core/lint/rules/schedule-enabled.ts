import { rule } from "../rule";

export const scheduleEnabled = rule({
  id: "schedule-enabled",
  severity: "info",
  reads: "schedule/isSchedulingEnabled",
  summary: "A campaign is scheduled by its own call, after it is created.",
  why: "The create call documents no dates, so a campaign that says it is scheduled has no start.",
  source: [
    {
      title: "Enable a schedule",
      url: "https://koreai.mintlify.app/ai-for-service/apis/contact-center/enable-voice-or-sms-campaign-schedule-daily",
    },
  ],
  examples: { good: [false], bad: [true] },
  check(enabled, at) {
    if (!enabled) return undefined;
    return at().problem(
      "Scheduling is switched on, but this call takes no dates, so the campaign has no start. Leave it false and use the schedule call once the campaign exists.",
    );
  },
});
