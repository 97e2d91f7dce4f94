import * as vscode from "vscode";
import type { NamedAt, NamedPart } from "../../core/completion/known-names";
import type { Connection } from "../../core/connection/connection";
import type { Connections } from "../connections/register";
import { isTrusted } from "../connections/trust";
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

const nothing: FoundNames = { sources: [], isPending: false };

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
  /** Calls `use` if names may be read. A failure is only logged, because nobody asked for them. */
  const silently = async <T>(use: (connection: Connection) => T | Promise<T>): Promise<T | undefined> => {
    try {
      const connection = await connections.forNames();
      return connection && (await use(connection));
    } catch (error) {
      log.error(redact(`Names from the account: ${String(error)}`));
      return undefined;
    }
  };
  return {
    namesFor: async (part) =>
      (await silently(async (connection) => (await load()).namesFor(part, connection))) ?? nothing,
    hoverFor: async (named) => {
      if (!isTrusted()) return [];
      const found = await silently((connection) => ({ text: loaded?.describe(named, connection) }));
      const verb = found === undefined ? "Suggest" : "Refresh";
      const link = new vscode.MarkdownString(
        `[${verb} names from the account](command:campaignJson.refreshAccount)`,
      );
      link.isTrusted = { enabledCommands: ["campaignJson.refreshAccount"] };
      return found?.text === undefined ? [link] : [new vscode.MarkdownString(found.text), link];
    },
    dispose: () => {
      disposable.dispose();
      loaded?.dispose();
    },
  };
}
