import { rule } from "../rule";

export const scheduleEnabled = rule({
  id: "schedule-enabled",
  severity: "info",
  reads: "schedule/isSchedulingEnabled",
  summary: "Scheduling is off when a campaign is created.",
  why: "The create call has no documented dates, so a campaign created with scheduling on has no start date.",
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
      "Scheduling is on, but the create call takes no dates, so a new campaign has no start date. For a new campaign, use false and set a schedule after it is created. To update a campaign with a schedule, keep true.",
    );
  },
});
