/** A campaign with each property of a Preview campaign. */
export const whole = `{
  "name": "Billing",
  "description": "Reminds customers.",
  "contactLists": ["Bills due"],
  "dncLists": { "name": "Do not call" },
  "priority": "5",
  "dialingMode": "Preview",
  "dialingStrategy": {
    "callerId": { "phoneNumber": "+18165550100" },
    "callingHours": {
      "frequency": "WEEKLY",
      "timezone": "America/Chicago",
      "days": [
        { "day": "MO", "start": "9:00 AM", "end": "6:00 PM" }
      ]
    },
    "dialingOrder": "FIFO",
    "maxAttemptsPerRecord": 3,
    "defaultRetryPeriod": 60,
    "maxRingTime": 30
  },
  "queue_name": "Default Queue",
  "maxSkips": 1,
  "campaignType": "voice"
}`;
