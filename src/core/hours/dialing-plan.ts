import type { CallingHours, CallingWindow, DialingMode } from "../campaign/generated/campaign";

/** When and how often people are called. Unknown parts are undefined. */
export interface DialingPlan {
  readonly callingHours?: CallingHours | undefined;
  readonly maxAttemptsPerRecord?: number | undefined;
  /** In minutes. */
  readonly defaultRetryPeriod?: number | undefined;
}

/** A valid window and its index in the file's list. */
export interface PlannedWindow {
  readonly index: number;
  readonly window: CallingWindow;
}

/** The calling week of a file, as far as it is valid. Unknown parts are undefined. */
export interface CallingPlan {
  readonly mode: DialingMode | undefined;
  readonly frequency: CallingHours["frequency"] | undefined;
  readonly timezone: string | undefined;
  readonly windows: readonly PlannedWindow[];
  readonly attempts: number | undefined;
  /** In minutes. */
  readonly retryPeriod: number | undefined;
  /** In seconds. */
  readonly ringTime: number | undefined;
  /** What cannot be shown and why, in sentences. */
  readonly gaps: readonly string[];
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
