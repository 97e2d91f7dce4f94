import * as vscode from "vscode";
import { registerCallingHours } from "./editor/hours/register";
import { registerAccountNames } from "./editor/account/suggest-names";
import { registerCheckAccount } from "./editor/account/check-account";
import { registerRemarks } from "./editor/account/remarks";
import type { Checking } from "./editor/problems/register";
import { registerConnections } from "./editor/connections/register";
import { registerCopyAsCurl } from "./editor/curl/copy-as-curl";
import { registerHistory } from "./editor/history/register";
import { registerImportCurl } from "./editor/curl/import-curl";
import { keepJournal } from "./editor/ui/journal";
import { registerCodeLens } from "./editor/campaign/code-lens";
import { registerLanguageStatus } from "./editor/campaign/language-status";
import { campaignReader } from "./editor/language/open-campaigns";
import { registerLifecycle } from "./editor/lifecycle/register";
import { registerLanguage } from "./editor/language/register";
import { registerNewCampaign } from "./editor/campaign/new";
import { registerFirstSteps } from "./editor/campaign/first-steps";
import { registerTestConnection } from "./editor/connections/test-connection";
import { registerPracticeServer } from "./editor/connections/practice";
import { registerProblemCommands } from "./editor/problems/problem-commands";
import { registerQuickFixes } from "./editor/problems/quick-fixes";
import { registerRulePages } from "./editor/problems/rule-pages";
import { registerShowOutput } from "./editor/submission/response-panel";
import { registerPreviewRequest } from "./editor/campaign/preview-request";
import { registerSubmissions } from "./editor/submission/ledger";
import { registerSubmit } from "./editor/submission/register";
import { registerOrphaned } from "./editor/submission/orphaned";
import { followedIn } from "./editor/submission/followed";
import { createLookUp } from "./editor/submission/look-up";
import { registerResume } from "./editor/submission/resume-watch";
import { registerStatusWatch } from "./editor/submission/watch-status";
import type { WorkspaceCampaigns } from "./editor/workspace/campaigns";
import { registerKnownNames } from "./editor/workspace/known-names";
import type { LintConfigs } from "./editor/workspace/lint-configs";
import { registerLintTasks } from "./editor/workspace/lint-task";
import { registerLintWorkspace } from "./editor/workspace/lint-workspace";
import { hasLedger, ledgerFolder, ledgerName, mayHaveOrphaned } from "./node/ledger/ledger-folder";
import { readNumber } from "./core/lint/read-phone-number";

/** What the extension shares with its features. */
export interface Shared {
  readonly log: vscode.LogOutputChannel;
  readonly campaigns: WorkspaceCampaigns;
  readonly configs: LintConfigs;
  readonly checking: Checking;
}

/** The composition root for everything but diagnostics, loaded after the first ones are shown. */
export function registerFeatures(
  context: vscode.ExtensionContext,
  { log, campaigns, configs, checking }: Shared,
): void {
  const output = vscode.window.createOutputChannel("Campaign", "campaign-response");
  // Network code and the practice server, loaded at the first use.
  const loadSubmitting = () => import("./submitting");
  // The JSON library, loaded at the first completion, hover, outline or similar request.
  const loadLanguage = () => import("./language");
  // The questions of New Campaign File.
  const loadCreating = () => import("./creating");
  // The panel of calling hours, loaded when it is first shown.
  const loadHours = () => import("./hours");
  // Names from the account, loaded when a person allowed them and completion first wants one.
  const loadAccountNames = () => import("./account-names");
  // The campaigns of the account, loaded when a person first uses their view or one of their commands.
  const loadManaging = () => import("./managing");

  const read = campaignReader(loadLanguage, readNumber);
  const practice = registerPracticeServer({ loadSubmitting, log });
  const connections = registerConnections({
    secrets: context.secrets,
    state: context.workspaceState,
    practice,
    log,
  });
  const folder = ledgerFolder(process.env);
  const submissions = registerSubmissions({ loadSubmitting, folder, fileName: ledgerName });
  const account = registerAccountNames({ connections, loadAccountNames, loadSubmitting, log });
  const names = registerKnownNames({ campaigns, submissions, hasLedger: () => hasLedger(folder), log });
  const lookUp = createLookUp({ connections, submissions, loadSubmitting, output, log });
  const redact = (text: string): string => connections.redact(text);
  const remarks = registerRemarks();
  const followed = followedIn(context.workspaceState);
  const watch = registerStatusWatch({ submissions, followed, output, log, redact });
  context.subscriptions.push(
    // Disposed before the log, so that nothing writes to a closed log while the window closes.
    keepJournal({ log, redact }),
    log,
    output,
    registerLintWorkspace({ checking, campaigns, log }),
    registerLintTasks({ cli: context.asAbsolutePath("dist/cli.js") }),
    registerRulePages(),
    registerQuickFixes(checking, configs),
    registerProblemCommands({ checking, configs, log, redact }),
    names,
    account,
    registerLanguage({ read, names, account }),
    registerCallingHours({ loadHours, configs, extensionUri: context.extensionUri, log }),
    registerNewCampaign({ loadCreating, log, redact }),
    registerFirstSteps({ loadCreating, log, redact }),
    practice,
    connections,
    registerTestConnection({ connections, loadDiagnosis: loadSubmitting, output, log }),
    registerCodeLens({ connections, read }),
    registerLanguageStatus({ connections, configs, log }),
    submissions,
    watch,
    registerSubmit({
      ...{ checking, connections, loadSubmitting, submissions, lookUp, watch, remarks, output, log },
    }),
    registerResume({ followed, watch, connections, submissions, loadSubmitting, log }),
    registerOrphaned({ mayHave: () => mayHaveOrphaned(folder), submissions, lookUp, log }),
    remarks,
    connections.onDidChangeInUse(() => remarks.forget()),
    registerCheckAccount({ checking, connections, remarks, loadSubmitting, output, log }),
    registerHistory({
      ...{ submissions, connections, loadSubmitting, lookUp, output, log },
      hasLedger: () => hasLedger(folder),
    }),
    registerLifecycle({
      ...{ connections, submissions, watch, checking, campaigns, loadSubmitting, loadManaging, output, log },
    }),
    registerPreviewRequest({ checking, connections, loadSubmitting, log }),
    registerCopyAsCurl({ checking, connections, loadSubmitting, log }),
    registerImportCurl({ connections, loadSubmitting, log }),
    registerShowOutput(output),
  );
}
