import * as vscode from "vscode";
import type { Trigger } from "../../core/platform/existing/trigger-campaign";
import { visibleLine } from "../../core/text/visible";
import { askInput } from "../ui/input-box";
import { keepJournal } from "../ui/journal";
import { showMessage } from "../ui/message";
import { showInStatusBar } from "../ui/status-item";
import { createAccountDocuments } from "./account-documents";
import { createAccountList } from "./account-list";
import { toCampaignItem } from "./campaign-item";
import { canStart, canStop, isCampaignRow } from "./campaign-row";
import { compareTarget } from "./compare";
import { pullTarget } from "./pull";
import type { Manager, ManagerDeps } from "./managing-module";
import { refreshState } from "./refresh-state";
import { findAccountTarget, type AccountTarget, type PickOptions, type TargetDeps } from "./target";
import { triggerTarget } from "./trigger";
import { updateTarget } from "./update";

/** Creates what `register.ts` loads at the first use. */
export function createManager(managerDeps: ManagerDeps, changed: () => void): Manager {
  const { connections, log } = managerDeps;
  const list = createAccountList(managerDeps, changed);
  const deps: TargetDeps = { ...managerDeps, list };
  /** The campaigns that are being changed from this window. */
  const inProgress = new Set<string>();

  const onTarget =
    (pick: PickOptions, action: (target: AccountTarget) => unknown) =>
    async (target: unknown): Promise<void> => {
      const found = await findAccountTarget(target, pick, deps);
      if (found !== undefined) await action(found);
    };
  /** One change at a time for each campaign: a second question would be about what the first change replaces. */
  const once = async (deed: Trigger | "update", target: AccountTarget, work: () => Promise<void>) => {
    const { connection, campaign } = target;
    const key = JSON.stringify([connection.host, connection.accountId, campaign.id]);
    if (inProgress.has(key)) {
      showMessage(
        { level: "warning", id: `${deed}.already` },
        `“${visibleLine(campaign.name, 100)}” is already being changed from this window, so nothing was sent now.`,
      );
      return;
    }
    inProgress.add(key);
    try {
      await work();
    } finally {
      inProgress.delete(key);
    }
  };
  const trigger = (deed: Trigger) => (target: AccountTarget) =>
    once(deed, target, () =>
      triggerTarget(deed, target, { ...deps, refreshState: (of) => refreshState(of, deps) }),
    );

  const redact = (text: string): string => connections.redact(text);
  const documents = createAccountDocuments(redact);
  const disposable = vscode.Disposable.from(
    documents,
    // This code is a bundle of its own, with its own copy of the journal.
    keepJournal({ log, redact }),
    connections.onDidChangeInUse(() => list.forget()),
  );
  return {
    rows: () => list.shown(),
    toItem: (row) => toCampaignItem(row, Date.now()),
    message: () => list.message(),
    refresh: () => list.read(),
    askForFilter: async () => {
      const typed = await askInput({
        title: "Filter Campaigns",
        prompt:
          "Enter parts of a name, a state, a mode, a queue, a file or an ID, such as: state:active mode:preview renewals",
        value: list.filter(),
        validate: () => undefined,
      });
      if (typed !== undefined) list.setFilter(typed);
    },
    clearFilter: () => list.setFilter(""),
    refreshState: onTarget(anyCampaign("Select a campaign to read its status"), (target) =>
      refreshState(target, deps),
    ),
    copyId: async (target) => {
      if (!isCampaignRow(target)) return;
      await vscode.env.clipboard.writeText(target.campaign.id);
      showInStatusBar("copy", "Campaign ID copied.");
    },
    start: onTarget({ fits: canStart, placeHolder: "Select a campaign to start" }, trigger("start")),
    stop: onTarget({ fits: canStop, placeHolder: "Select a campaign to stop" }, trigger("stop")),
    pull: onTarget(
      { ...anyCampaign("Select a campaign to open as a file"), usesActiveFile: false },
      (target) => pullTarget(target, deps),
    ),
    compare: onTarget(anyCampaign("Select a campaign to compare with its file"), (target) =>
      compareTarget(target, { ...deps, documents }),
    ),
    update: onTarget(anyCampaign("Select a campaign to update from its file"), (target) =>
      once("update", target, () => updateTarget(target, { ...deps, documents })),
    ),
    dispose: () => void disposable.dispose(),
  };
}

function anyCampaign(placeHolder: string): PickOptions {
  return { fits: () => true, placeHolder };
}
