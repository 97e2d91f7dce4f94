import type { createHoursPanel } from "./panel";

/** What the editor uses of `src/hours.ts`, which is loaded on demand. Only its types are imported here. */
export interface HoursModule {
  readonly createHoursPanel: typeof createHoursPanel;
}

export type LoadHours = () => Promise<HoursModule>;
