import type { CallingHours } from "../campaign/generated/campaign";

/** When and how often people are called. Unknown parts are undefined. */
export interface DialingPlan {
  readonly callingHours?: CallingHours | undefined;
  readonly maxAttemptsPerRecord?: number | undefined;
  /** In minutes. */
  readonly defaultRetryPeriod?: number | undefined;
}

/** Whether enough of a plan is known to describe it. */
export function isDescribable({
  callingHours,
  maxAttemptsPerRecord,
  defaultRetryPeriod,
}: DialingPlan): boolean {
  return (
    callingHours !== undefined || (maxAttemptsPerRecord !== undefined && defaultRetryPeriod !== undefined)
  );
}
