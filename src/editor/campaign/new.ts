import type * as vscode from "vscode";
import { zoneSearch } from "../../core/zones/search";
import { zoneDetails } from "../language/zone-details";
import { registerCommand, type CommandDeps } from "../ui/command";
import { loadOnce } from "../ui/load-once";
import type { Zones } from "./create-campaign";
import { defaultTimezone } from "./default-timezone";
import type { CreatingModule } from "./creating-module";

export interface NewCampaignDeps extends CommandDeps {
  readonly loadCreating: () => Promise<CreatingModule>;
}

/** The command New Campaign File. Its questions are loaded when it runs for the first time. */
export function registerNewCampaign(deps: NewCampaignDeps): vscode.Disposable {
  const load = loadOnce(deps.loadCreating);
  return registerCommand("campaignJson.new", deps, async () => {
    const details = zoneDetails();
    const zones: Zones = {
      find: zoneSearch().zoneFinder(details.countryNames),
      describe: (names) => details.of(names),
      first: defaultTimezone(),
    };
    try {
      await (await load()).createCampaign(zones);
    } finally {
      details.dispose();
    }
  });
}
