import * as vscode from "vscode";
import { registerChecking } from "./editor/problems/register";
import { registerWorkspaceCampaigns } from "./editor/workspace/campaigns";
import { registerCheckOptions } from "./editor/workspace/check-options";
import { registerLintConfigs } from "./editor/workspace/lint-configs";
import { readNumber } from "./core/lint/read-phone-number";

/**
 * The composition root for VS Code. Loads what the first diagnostics need, and everything else after they are shown. VS
 * Code waits for the result before it runs a command of this extension.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Campaign Log", { log: true });
  const campaigns = registerWorkspaceCampaigns(log);
  const configs = registerLintConfigs();
  const checkOptions = registerCheckOptions({ readNumber, campaigns, configs });
  const checking = registerChecking(log, checkOptions);
  context.subscriptions.push(campaigns, configs, checkOptions, checking);
  await checking.ready;
  const { registerFeatures } = await import("./features");
  registerFeatures(context, { log, campaigns, configs, checking });
}
