import type * as ZoneSearch from "./zone-search";

let search: typeof ZoneSearch | undefined;

/** Loads the search for zones at the first call, because a check whose time zone is valid never needs it. */
export function zoneSearch(): typeof ZoneSearch {
  // A dynamic import would make every check asynchronous for one rule.
  // eslint-disable-next-line @typescript-eslint/no-require-imports, no-restricted-globals
  return (search ??= require("./zone-search") as typeof ZoneSearch);
}
