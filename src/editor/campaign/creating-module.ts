import type { Zones } from "./create-campaign";

/** What `src/creating.ts` offers. It is loaded at the first use. */
export interface CreatingModule {
  /** Asks for a new campaign and opens it. */
  readonly createCampaign: (zones: Zones) => Promise<void>;
  /** A campaign with mistakes, for the walkthrough. */
  readonly mistakes: () => string;
}
