import * as vscode from "vscode";
import { readCallingPlan } from "../../core/lint/dialing-plan";
import { legalHoursOf } from "../../core/lint/legal/legal-hours";
import { namesOf } from "../../core/zones/names";
import { allZones } from "../../core/zones/zones";
import { dayOf } from "../../core/text/local-time";
import { guarded, registerCommand } from "../ui/command";
import { loadOnce } from "../ui/load-once";
import { showMessage } from "../ui/message";
import { completeStep } from "../ui/first-steps";
import { requireActiveCampaign } from "../ui/active-campaign";
import type { LintConfigs } from "../workspace/lint-configs";
import type { LoadHours } from "./hours-module";
import type { HoursPanel } from "./panel";
import { hoursPanelType } from "./webview-type";

export interface CallingHoursDeps {
  /** Called once, when the panel is first shown. */
  readonly loadHours: LoadHours;
  readonly configs: Pick<LintConfigs, "prepare" | "settingsFor" | "onDidChange">;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** Registers the command that shows the calling week of a campaign beside its editor. */
export function registerCallingHours({
  loadHours,
  configs,
  extensionUri,
  log,
}: CallingHoursDeps): vscode.Disposable {
  const id = "campaignJson.showCallingHours";
  let disposed = false;
  let created: HoursPanel | undefined;
  const panel = loadOnce(async () => {
    const { createHoursPanel } = await loadHours();
    created = createHoursPanel({
      extensionUri,
      zones: [...allZones().values()].flatMap(({ name, supersededBy }) =>
        supersededBy === undefined && name.includes("/") ? [name] : [],
      ),
      zoneNames: namesOf,
      readPlan: readCallingPlan,
      legalFor: (uri, mode) =>
        legalHoursOf(configs.settingsFor(uri).profiles, { mode, today: dayOf(Date.now()) }),
      prepare: (uri) => configs.prepare(uri),
      onDidChangeLegal: configs.onDidChange,
      guard: (run) => guarded(id, { log }, run),
      onRefused: () =>
        showMessage(
          { level: "warning", id: "hours.not-changed" },
          "VS Code refused to change the calling window. Change its times in the file instead.",
        ),
    });
    return created;
  });
  return vscode.Disposable.from(
    registerCommand("campaignJson.showCallingHours", { log }, async (target) => {
      const document = await requireActiveCampaign(
        target,
        "No campaign file is open. Open one, then run Show Calling Hours again.",
      );
      if (document === undefined) return;
      const { show } = await panel();
      if (disposed) return;
      show(document);
      completeStep("campaignJson.seenWeek");
    }),
    vscode.window.registerWebviewPanelSerializer(hoursPanelType, {
      deserializeWebviewPanel: async (kept, state) => (await panel()).restore(kept, state),
    }),
    {
      dispose: () => {
        disposed = true;
        created?.dispose();
      },
    },
  );
}
