import type * as LegalProfiles from "./legal-profiles";

let loaded: typeof LegalProfiles | undefined;

/** Loads the legal profiles at the first call, because most campaigns are checked without one. */
export function legalProfiles(): typeof LegalProfiles {
  // A dynamic import would make reading a configuration asynchronous for one setting.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-globals
  return (loaded ??= require("./legal-profiles") as typeof LegalProfiles);
}
