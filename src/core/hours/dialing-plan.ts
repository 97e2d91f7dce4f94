import type { CallingHours } from "../campaign/generated/campaign";

/** When and how often people are called. Unknown parts are undefined. */
export interface DialingPlan {
  readonly callingHours?: CallingHours | undefined;
  readonly maxAttemptsPerRecord?: number | undefined;
  /** In minutes. */
  readonly defaultRetryPeriod?: number | undefined;
}
