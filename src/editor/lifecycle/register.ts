import * as vscode from "vscode";
import { registerCommand } from "../ui/command";
import { loadOnce } from "../ui/load-once";
import { createTreeView } from "../ui/tree-view";
import type { CampaignRow } from "./campaign-row";
import type { LoadManaging, Manager, ManagerDeps } from "./managing-module";

export interface LifecycleDeps extends ManagerDeps {
  /** Called once, when a person first uses the view or one of its commands. */
  readonly loadManaging: LoadManaging;
}

const viewId = "campaignJson.campaigns";

/** Registers the view of the account's campaigns and the commands on them. Nothing is read before a person asks for it. */
export function registerLifecycle({ loadManaging, ...deps }: LifecycleDeps): vscode.Disposable {
  const { connections, log } = deps;
  const guard = { log, redact: (text: string) => connections.redact(text) };
  const changed = new vscode.EventEmitter<undefined>();
  let manager: Manager | undefined;
  let disposed = false;
  const load = loadOnce(async () => {
    const { createManager } = await loadManaging();
    manager = createManager(deps, () => changed.fire(undefined));
    if (disposed) manager.dispose();
    return manager;
  });
  const view = createTreeView<CampaignRow>(viewId, {
    onDidChangeTreeData: changed.event,
    getChildren: (parent) => (parent === undefined ? [...(manager?.rows() ?? [])] : []),
    getTreeItem: async (row) => (await load()).toItem(row),
  });
  /** The secret storage is read only for a view that a person sees. */
  const nameConnection = async (): Promise<void> => {
    if (!view.isVisible()) return;
    const { name, use } = await connections.label();
    if (!disposed) view.setTitle(use === "unusable" ? "Campaigns" : `Campaigns in ${name}`);
  };
  const on = (run: (manager: Manager, target: unknown) => unknown) => async (target: unknown) =>
    run(await load(), target);
  void nameConnection();
  return vscode.Disposable.from(
    view,
    changed,
    changed.event(() => view.setMessage(manager?.message() ?? "")),
    view.onDidChangeVisibility(nameConnection),
    connections.onDidChangeLabel(nameConnection),
    registerCommand(
      "campaignJson.refreshCampaigns",
      guard,
      on((to) => to.refresh()),
    ),
    registerCommand(
      "campaignJson.filterCampaigns",
      guard,
      on((to) => to.askForFilter()),
    ),
    registerCommand(
      "campaignJson.clearCampaignFilter",
      guard,
      on((to) => to.clearFilter()),
    ),
    registerCommand(
      "campaignJson.refreshCampaign",
      guard,
      on((to, target) => to.refreshState(target)),
    ),
    registerCommand(
      "campaignJson.copyIdOfCampaign",
      guard,
      on((to, target) => to.copyId(target)),
    ),
    registerCommand(
      "campaignJson.start",
      guard,
      on((to, target) => to.start(target)),
    ),
    registerCommand(
      "campaignJson.stop",
      guard,
      on((to, target) => to.stop(target)),
    ),
    registerCommand(
      "campaignJson.pull",
      guard,
      on((to, target) => to.pull(target)),
    ),
    registerCommand(
      "campaignJson.compareWithAccount",
      guard,
      on((to, target) => to.compare(target)),
    ),
    registerCommand(
      "campaignJson.update",
      guard,
      on((to, target) => to.update(target)),
    ),
    {
      dispose: () => {
        disposed = true;
        manager?.dispose();
      },
    },
  );
}
