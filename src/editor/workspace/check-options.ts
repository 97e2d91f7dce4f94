import * as vscode from "vscode";
import type { CheckOptions } from "../../core/lint/check-options";
import type { ReadNumber } from "../../core/lint/phone-number";
import { dayOf } from "../../core/text/local-time";
import type { CheckOptionsSource, OptionsChange } from "../problems/register";
import type { WorkspaceCampaigns } from "./campaigns";
import type { LintConfigs } from "./lint-configs";

export interface CheckOptionsDeps {
  readonly readNumber: ReadNumber;
  readonly campaigns: WorkspaceCampaigns;
  readonly configs: LintConfigs;
}

/** The options of a check, the same as those of the command-line tool for the same folder. */
export function registerCheckOptions(deps: CheckOptionsDeps): CheckOptionsSource & { dispose(): void } {
  const { readNumber, campaigns, configs } = deps;
  const changed = new vscode.EventEmitter<OptionsChange>();
  const registrations = vscode.Disposable.from(
    changed,
    campaigns.onDidChange((change) => changed.fire(change)),
    configs.onDidChange(() => changed.fire({ affects: () => true })),
  );
  return {
    onDidChange: changed.event,
    prepare: (uri) => configs.prepare(uri),
    faultFor: (uri) => configs.faultFor(uri),
    optionsFor: (uri, campaign): CheckOptions => ({
      ...configs.settingsFor(uri),
      readNumber,
      today: dayOf(Date.now()),
      others: campaigns.relatedTo(uri, campaign),
    }),
    dispose: () => void registrations.dispose(),
  };
}
