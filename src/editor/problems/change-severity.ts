import * as vscode from "vscode";
import { ruleSettings, type RuleSetting } from "../../core/lint/configuration/config";
import { settingEffects } from "../../core/lint/configuration/setting-effects";
import { configWith, setSeverity } from "../../core/lint/configuration/set-severity";
import { rules } from "../../core/lint/rules";
import { savedLocation } from "../ui/editable";
import { showMessage } from "../ui/message";
import { pickOne } from "../ui/quick-pick";
import type { LintConfigs } from "../workspace/lint-configs";
import { createConfig, newConfigUri, showFile, unsavedConfigFor } from "./config-file";
import { toRange } from "./diagnostics";
import type { ProblemTarget } from "./problem-at";

/** Asks for a severity and writes it to the nearest configuration, or to a new one. */
export async function changeSeverity(
  { document, problem: { code } }: ProblemTarget,
  configs: Pick<LintConfigs, "nearest">,
): Promise<void> {
  const location = savedLocation(document.uri);
  if (location === undefined) {
    const text =
      "A severity is set in the folder of a campaign. Save the campaign, then run the command again.";
    showMessage({ level: "warning", id: "severity.unsaved" }, text);
    return;
  }
  const setting = await askForSetting(code);
  if (setting === undefined) return;
  const unsaved = unsavedConfigFor(location);
  const saved = unsaved === undefined ? await configs.nearest(document.uri) : undefined;
  const config = unsaved ?? (saved && (await vscode.workspace.openTextDocument(saved)));
  if (config !== undefined) await edit(config, code, setting);
  else await create(await newConfigUri(location), code, setting);
}

async function askForSetting(code: string): Promise<RuleSetting | undefined> {
  const standard = rules.find(({ id }) => id === code)?.severity;
  const items = ruleSettings.map((setting) => ({
    label: setting,
    ...(setting === standard && { description: "default" }),
    detail: settingEffects[setting],
    setting,
  }));
  return (await pickOne(items, `Select the severity of ${code}`))?.setting;
}

async function create(uri: vscode.Uri, code: string, setting: RuleSetting): Promise<void> {
  if (await createConfig(uri, configWith(code, setting))) showChanged(uri, code, setting);
  // Created meanwhile.
  else await edit(await vscode.workspace.openTextDocument(uri), code, setting);
}

async function edit(config: vscode.TextDocument, code: string, setting: RuleSetting): Promise<void> {
  const { uri, isDirty } = config;
  const open = { ["Open File"]: () => showFile(uri) };
  const edits = setSeverity(config.getText(), code, setting);
  if (edits === undefined) {
    const text = `${nameOf(uri)} was not changed, because it is not a valid configuration. Fix it first.`;
    showMessage({ level: "warning", id: "severity.invalid" }, text, open);
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.set(
    uri,
    edits.map((one) => vscode.TextEdit.replace(toRange(config, one), one.content)),
  );
  if (!(await vscode.workspace.applyEdit(change))) {
    const text = `${nameOf(uri)} could not be changed. Check whether it is read-only.`;
    showMessage({ level: "warning", id: "severity.failed" }, text, open);
    return;
  }
  // Other unsaved changes are for the person to save.
  if (isDirty) {
    await vscode.window.showTextDocument(config);
    const text = `${code} is set to "${setting}" in ${nameOf(uri)}, which has unsaved changes. Save it to apply them.`;
    showMessage({ level: "information", id: "severity.unsaved-config" }, text);
    return;
  }
  await config.save();
  showChanged(uri, code, setting);
}

function showChanged(uri: vscode.Uri, code: string, setting: RuleSetting): void {
  const text = `${code} is now "${setting}" in ${nameOf(uri)}.`;
  showMessage({ level: "information", id: "severity.changed" }, text, { ["Open File"]: () => showFile(uri) });
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
