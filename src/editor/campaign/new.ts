import * as vscode from "vscode";
import { zoneSearch } from "../../core/zones/search";
import { zoneDetails } from "../language/zone-details";
import { languageId } from "../ui/language-id";
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

/** Opens an unsaved campaign with this text and no path, so that VS Code asks for one on save. */
export async function openUnsavedCampaign(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: languageId, content });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
}
