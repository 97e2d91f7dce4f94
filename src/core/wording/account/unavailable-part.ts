import type { UnavailablePart } from "../../account/check";
import { readFailure } from "../read-failure";

/** Why a part of the account could not be read, or only partly, as a sentence. */
export function unavailableText({ part, why, outcome }: UnavailablePart): string {
  const what = NAMES[part];
  if (outcome === undefined)
    return `Not all ${what} of the account could be read. Items that weren't read may still exist.`;
  const scope = `the API scope “${SCOPES[part]}”. ${GRANTED}`;
  if (why === "scope") return `The ${what} were not checked: the token's app lacks ${scope}`;
  const isGuess = outcome.kind === "unauthorized" && outcome.why === "other";
  return `The ${what} were not checked: ${readFailure(outcome)}.${isGuess ? ` They require ${scope}` : ""}`;
}

const NAMES = { "contact-lists": "contact lists", queues: "queues", campaigns: "campaigns" } as const;

/** The vendor's pages say where an app gets a scope. */
export const GRANTED = "Grant it under Dev Tools > API Scope, then publish the app.";

/** As the vendor's page of each call names it. */
export const SCOPES = {
  "contact-lists": "Campaign Management",
  campaigns: "Campaign Management",
  queues: "Configuration",
} as const;
