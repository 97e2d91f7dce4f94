import * as vscode from "vscode";
import { propertyOf, type CampaignDocument } from "../../core/campaign/document";
import { isDescribable } from "../../core/hours/dialing-plan";
import { dialingPlanAt } from "../../core/lint/dialing-plan";
import { plainLabel } from "../../core/text/plain";
import { createTitle, problemsTitle } from "../../core/wording/lens-text";
import type { Connections } from "../connections/register";
import type { ReadCampaign } from "../language/open-campaigns";
import { languageId } from "../ui/language-id";
import { isEditable } from "../ui/editable";
import { parsedCampaign } from "../ui/parsed-campaign";

/** How often the time until the next opening is updated, in milliseconds. */
const updateInterval = 60_000;

export interface CodeLensDeps {
  readonly connections: Pick<Connections, "label" | "onDidChangeLabel">;
  /** Called for the sentence above `dialingStrategy`, when it becomes visible. */
  readonly read: ReadCampaign;
}

/** The sentence above `dialingStrategy`. Its text is read when it becomes visible. */
class DialingLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly document: vscode.TextDocument,
    readonly offset: number,
  ) {
    super(range);
  }
}

/** Shows what to do with a campaign above it, and when it calls above its dialing strategy. */
export function registerCodeLens({ connections, read }: CodeLensDeps): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const refresh = () => changed.fire();

  const provideCodeLenses = async (document: vscode.TextDocument): Promise<vscode.CodeLens[]> => {
    const { root } = parsedCampaign(document);
    if (root?.type !== "object" || !isEditable(document.uri) || !isEnabled()) return [];
    return [
      ...(await lensesAboveRoot(document, root.offset, connections)),
      ...lensesAboveDialing(document, parsedCampaign(document)),
    ];
  };
  const resolveCodeLens = async (
    lens: vscode.CodeLens,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeLens> => {
    if (!(lens instanceof DialingLens)) return lens;
    const { document, offset, range } = lens;
    const text = (await read(document, token))?.dialing(offset);
    return new vscode.CodeLens(range, showHours(document, plainLabel(text ?? "Calling hours")));
  };
  const timer = setInterval(() => {
    if (vscode.window.visibleTextEditors.some(({ document }) => document.languageId === languageId))
      refresh();
  }, updateInterval);
  return vscode.Disposable.from(
    changed,
    new vscode.Disposable(() => clearInterval(timer)),
    vscode.languages.registerCodeLensProvider(
      { language: languageId },
      { onDidChangeCodeLenses: changed.event, provideCodeLenses, resolveCodeLens },
    ),
    connections.onDidChangeLabel(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isOpenCampaign)) refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("campaignJson.codeLens")) refresh();
    }),
  );
}

async function lensesAboveRoot(
  document: vscode.TextDocument,
  offset: number,
  connections: CodeLensDeps["connections"],
): Promise<vscode.CodeLens[]> {
  const { uri } = document;
  const range = at(document, offset);
  const count = problemCount(uri);
  const commands = [
    await createCommand(uri, connections),
    { title: "Preview request", command: "campaignJson.previewRequest", arguments: [uri] },
    showHours(document, "Calling hours"),
    ...(count === 0 ? [] : [{ title: problemsTitle(count), command: "editor.action.marker.next" }]),
  ];
  return commands.map((command) => new vscode.CodeLens(range, command));
}

/** In an untrusted workspace, it leads to the question of trust instead. */
async function createCommand(
  uri: vscode.Uri,
  connections: CodeLensDeps["connections"],
): Promise<vscode.Command> {
  if (!vscode.workspace.isTrusted)
    return { title: "Trust this workspace to create the campaign", command: "workbench.trust.manage" };
  const label = await connections.label();
  const title = plainLabel(createTitle(label));
  return label.use === "unusable"
    ? { title, command: "campaignJson.switchConnection" }
    : { title, command: "campaignJson.submit", arguments: [uri] };
}

function lensesAboveDialing(document: vscode.TextDocument, campaign: CampaignDocument): vscode.CodeLens[] {
  const key = propertyOf(campaign.root, "dialingStrategy")?.children?.[0];
  if (key === undefined) return [];
  const plan = dialingPlanAt(campaign, key.offset);
  if (plan === undefined || !isDescribable(plan)) return [];
  return [new DialingLens(at(document, key.offset), document, key.offset)];
}

function showHours({ uri }: vscode.TextDocument, title: string): vscode.Command {
  return { title, command: "campaignJson.showCallingHours", arguments: [uri] };
}

/** The problems that Go to Next Problem visits: those of the check and of the account, without hints. */
function problemCount(uri: vscode.Uri): number {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) =>
        (source === "campaign" || source === "account") && severity !== vscode.DiagnosticSeverity.Hint,
    ).length;
}

function at(document: vscode.TextDocument, offset: number): vscode.Range {
  const position = document.positionAt(offset);
  return new vscode.Range(position, position);
}

function isOpenCampaign(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some(
    (document) => document.languageId === languageId && document.uri.toString() === key,
  );
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration("campaignJson").get<boolean>("codeLens.enabled", true);
}
