import * as vscode from "vscode";
import type { NamedAt, NamedPart } from "../../core/completion/known-names";
import type { Connections } from "../connections/register";
import { registerCommand } from "../ui/command";
import { askModally } from "../ui/dialog";
import { loadOnce } from "../ui/load-once";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import type { LoadSubmission } from "../submission/submission-module";
import type { AccountNames, FoundNames } from "./account-names";
import type { LoadAccountNames } from "./account-names-module";

export interface SuggestNamesDeps {
  readonly connections: Pick<Connections, "forNames" | "inUse" | "allowNames" | "redact">;
  /** Called when a person allowed names from the account and one is first wanted. */
  readonly loadAccountNames: LoadAccountNames;
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

/** The account as a source of names. Does nothing with a connection for which nobody allowed it. */
export interface AccountSource {
  /** Does not wait for the account, and does not reject. */
  namesFor(part: NamedPart): Promise<FoundNames>;
  /** What a hover adds: what was read about the name, and a link to read. Never reads. */
  hoverFor(named: NamedAt): Promise<readonly vscode.MarkdownString[]>;
  dispose(): void;
}

export function registerAccountNames(deps: SuggestNamesDeps): AccountSource {
  const { connections, loadAccountNames, loadSubmitting, log } = deps;
  const redact = (text: string): string => connections.redact(text);
  let loaded: AccountNames | undefined;
  const load = loadOnce(async () => {
    const { createAccountNames } = await loadAccountNames();
    const run = (id: string) => vscode.commands.executeCommand(id);
    const ui = { ask: askModally, show: showMessage, showProgress: withCancellableProgress, run };
    return (loaded = createAccountNames({ connections, loadSubmitting, log, ui }));
  });
  const disposable = registerCommand("campaignJson.refreshAccount", { log, redact }, async () =>
    (await load()).refresh(),
  );
  return {
    namesFor: async (part) => {
      try {
        const connection = await connections.forNames();
        if (connection !== undefined) return (await load()).namesFor(part, connection);
      } catch (error) {
        log.error(redact(`Names from the account: ${String(error)}`));
      }
      return { sources: [], isPending: false };
    },
    hoverFor: async (named) => {
      if (!vscode.workspace.isTrusted) return [];
      const connection = await connections.forNames();
      const text = connection && loaded?.describe(named, connection);
      const verb = connection === undefined ? "Suggest" : "Refresh";
      const link = new vscode.MarkdownString(
        `[${verb} names from the account](command:campaignJson.refreshAccount)`,
      );
      link.isTrusted = { enabledCommands: ["campaignJson.refreshAccount"] };
      return text === undefined ? [link] : [new vscode.MarkdownString(text), link];
    },
    dispose: () => {
      disposable.dispose();
      loaded?.dispose();
    },
  };
}
