import type * as vscode from "vscode";
import { readFileSync } from "node:fs";
import path from "node:path";
import { registerChecking, type Checking } from "../../../src/editor/problems/register";
import { readNumber } from "../../../src/core/lint/read-phone-number";
import { registerProblemCommands } from "../../../src/editor/problems/problem-commands";
import { registerQuickFixes } from "../../../src/editor/problems/quick-fixes";
import { registerWorkspaceCampaigns, type WorkspaceCampaigns } from "../../../src/editor/workspace/campaigns";
import { registerCheckOptions } from "../../../src/editor/workspace/check-options";
import { registerLintConfigs } from "../../../src/editor/workspace/lint-configs";
import { settled } from "./fake-vscode";

const spring = readFileSync(path.join(__dirname, "../../fixtures/workspace/spring.json"), "utf8");

/** A campaign without problems, with `from` replaced by `to` once for each pair. */
export function springWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The campaign does not contain ${from}.`);
    return text.replace(from, to);
  }, spring);
}

export const log = {
  error: (text: string) => {
    throw new Error(text);
  },
  debug: () => undefined,
  info: () => undefined,
} as unknown as vscode.LogOutputChannel;

/** Registers the checks of campaigns in a window, as the extension does. */
export async function openWorkspace(
  campaignLog = log,
): Promise<Checking & { readonly campaigns: WorkspaceCampaigns }> {
  const campaigns = registerWorkspaceCampaigns(campaignLog);
  const configs = registerLintConfigs();
  const options = registerCheckOptions({ readNumber, campaigns, configs });
  const checking = registerChecking(log, options);
  const fixes = registerQuickFixes(checking, configs);
  const commands = registerProblemCommands({ checking, configs, log });
  await settled();
  return {
    ...checking,
    campaigns,
    dispose: () => {
      for (const each of [commands, fixes, checking, options, configs, campaigns]) each.dispose();
    },
  };
}
