import * as vscode from "vscode";
import { environmentLabels } from "../../core/connection/environment";
import { configName } from "../../core/lint/configuration/lookup";
import { plainLabel } from "../../core/text/plain";
import type { ConnectionLabel } from "../../core/wording/lens-text";
import type { Connections } from "../connections/register";
import { languageId } from "../ui/language-id";
import { displayPath } from "../workspace/campaign-text";
import type { LintConfigs } from "../workspace/lint-configs";

export interface LanguageStatusDeps {
  readonly connections: Pick<Connections, "label" | "onDidChangeLabel" | "redact">;
  readonly configs: Pick<LintConfigs, "prepare" | "fileFor" | "faultFor" | "onDidChange">;
  readonly log: vscode.LogOutputChannel;
}

/** Shows what applies to the active campaign next to its language: connection, lint configuration, when rules run. */
export function registerLanguageStatus({ connections, configs, log }: LanguageStatusDeps): vscode.Disposable {
  const connection = createItem("connection", "Campaign Connection");
  const config = createItem("lintConfig", "Campaign Lint Configuration");
  const run = createItem("lintRun", "Campaign Lint Rules");
  let latest = 0;

  const refresh = async (): Promise<void> => {
    const turn = ++latest;
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) return;
    showRun(run, document);
    const label = await connections.label();
    await configs.prepare(document.uri);
    // The active editor or the connection changed meanwhile.
    if (turn !== latest) return;
    showConnection(connection, label);
    showConfig(config, document.uri, configs);
  };
  const refreshSafely = (): void => {
    refresh().catch((error: unknown) => log.error(connections.redact(`Language status: ${String(error)}`)));
  };
  refreshSafely();
  return vscode.Disposable.from(
    ...[connection, config, run],
    connections.onDidChangeLabel(refreshSafely),
    configs.onDidChange(refreshSafely),
    vscode.window.onDidChangeActiveTextEditor(refreshSafely),
    // A document's language may be set after its editor became active.
    vscode.workspace.onDidOpenTextDocument(refreshSafely),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("campaignJson.lint")) refreshSafely();
    }),
  );
}

function createItem(id: string, name: string): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(`campaignJson.${id}`, { language: languageId });
  item.name = name;
  return item;
}

function showConnection(item: vscode.LanguageStatusItem, { name, use }: ConnectionLabel): void {
  const isUsable = use !== "unusable";
  item.text = plainLabel(name, 40);
  item.detail = isUsable ? environmentLabels[use] : "can’t be used";
  item.severity = isUsable
    ? vscode.LanguageStatusSeverity.Information
    : vscode.LanguageStatusSeverity.Warning;
  item.command = { title: "Switch Connection…", command: "campaignJson.switchConnection" };
}

/** Without a configuration, the command creates one. */
function showConfig(
  item: vscode.LanguageStatusItem,
  uri: vscode.Uri,
  configs: LanguageStatusDeps["configs"],
): void {
  const file = configs.fileFor(uri);
  if (file === undefined) {
    item.text = `No ${configName}`;
    item.detail = "Rules have their default severities.";
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { title: "Create Configuration", command: "campaignJson.createLintConfig" };
    return;
  }
  const isFaulty = configs.faultFor(uri) !== undefined;
  item.text = plainLabel(displayPath(file));
  item.detail = isFaulty ? "has problems" : "sets severities and legal profiles";
  item.severity = isFaulty
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
  item.command = open("Open Configuration", file);
}

function open(title: string, uri: vscode.Uri): vscode.Command {
  return { title, command: "vscode.open", arguments: [uri] };
}

function showRun(item: vscode.LanguageStatusItem, document: vscode.TextDocument): void {
  const run = vscode.workspace.getConfiguration("campaignJson", document).get<string>("lint.run");
  item.text = run === "onType" ? "Rules run as you type" : "Rules run when you open or save";
  item.detail = "Schema errors always appear as you type.";
  item.command = {
    title: "Change Setting",
    command: "workbench.action.openSettings",
    arguments: ["campaignJson.lint.run"],
  };
}
