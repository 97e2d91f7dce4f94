import type * as vscode from "vscode";
import type { NamedItems, NamedPart } from "../../core/account/list-named";
import { createNameCache } from "../../core/account/name-cache";
import { namesInAccount } from "../../core/completion/account-names";
import type { NamedAt, NamesIn } from "../../core/completion/known-names";
import type { Connection } from "../../core/connection/connection";
import type { Listed } from "../../core/platform/list-page";
import { isStopped, isUnreached, type Outcome } from "../../core/platform/outcome";
import { toMarkdown } from "../../core/text/markdown";
import { visibleLine } from "../../core/text/visible";
import {
  contactListText,
  namesQuestion,
  namesReadText,
  queueText,
  type ReadNames,
} from "../../core/wording/account/account-names-text";
import type { Connections } from "../connections/register";
import { describeAge } from "../history/age";
import type { SubmissionModule } from "../submission/submission-module";
import type { askModally } from "../ui/dialog";
import type { showMessage } from "../ui/message";
import type { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";

export interface AccountNamesDeps {
  readonly connections: Pick<Connections, "inUse" | "allowNames" | "redact">;
  /** The network code, loaded at the first read. */
  readonly loadSubmitting: () => Promise<Pick<SubmissionModule, "listNamed">>;
  readonly log: Pick<vscode.LogOutputChannel, "info" | "error">;
  /** The gates of the main bundle, which know its log. This bundle must not contain copies. */
  readonly ui: {
    readonly ask: typeof askModally;
    readonly show: typeof showMessage;
    readonly showProgress: typeof withCancellableProgress;
    readonly run: (command: string) => unknown;
  };
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Names for completion, as far as they are known. */
export interface FoundNames {
  readonly sources: readonly NamesIn[];
  /** Whether more may arrive soon. */
  readonly isPending: boolean;
}

/** The names in the accounts of this window. Connections are those that `Connections.forNames` returned. */
export interface AccountNames {
  /** Starts a read if one is due. Does not wait for it. */
  namesFor(part: NamedPart, connection: Connection): FoundNames;
  /** What was read about a name, in Markdown. Never reads. Undefined if nothing is known. */
  describe(named: NamedAt, connection: Connection): string | undefined;
  /** Reads all names now, after asking for permission if a person has not given it. Shows the result. */
  refresh(): Promise<void>;
  dispose(): void;
}

const order: readonly NamedPart[] = ["contactList", "queue", "dncList"];

export function createAccountNames({
  connections,
  loadSubmitting,
  log,
  ui,
  now = Date.now,
}: AccountNamesDeps): AccountNames {
  const cache = createNameCache({
    list: async <P extends NamedPart>(part: P, connection: Connection, signal: AbortSignal) => {
      const { listNamed } = await loadSubmitting();
      return listNamed(part, { connection, signal, timeoutMs: timeoutMs() });
    },
    now,
    onRead: (part, connection, result) => {
      if (result instanceof Error)
        log.error(connections.redact(`Names from the account: ${String(result.stack)}`));
      else log.info(connections.redact(namesReadText(connection, { [part]: result })));
    },
  });

  const isAllowed = async (connection: Connection): Promise<boolean> => {
    if (connection.namesAllowed === true) return true;
    const suggest = "Suggest Names";
    const question = { id: "account.names", level: "information", ...namesQuestion(connection) } as const;
    return (await ui.ask(question, suggest)) === suggest && connections.allowNames(connection);
  };

  /** One part after the other, until the account cannot be read. Undefined if the person canceled. */
  const readAll = async (connection: Connection, signal: AbortSignal): Promise<ReadNames | undefined> => {
    let read: ReadNames = {};
    for (const part of order) {
      const result: Listed<NamedItems[NamedPart]> = await cache.refresh(part, connection, signal);
      read = { ...read, [part]: result };
      if (result.kind === "listed") continue;
      if (isStopped(result.outcome)) return undefined;
      if (endsReading(result.outcome)) break;
    }
    return read;
  };

  const textOf = (part: NamedPart, name: string, connection: Connection): string | undefined => {
    const age = (readAt: number): string => describeAge(readAt, now(), "long");
    if (part === "contactList") {
      const cached = cache.known(part, connection);
      return cached && contactListText(name, { connection, cached, age: age(cached.readAt) });
    }
    const cached = part === "queue" ? cache.known(part, connection) : undefined;
    return cached && queueText(name, { connection, cached, age: age(cached.readAt) });
  };

  return {
    namesFor: (part, connection) => {
      const isPending = cache.want(part, connection);
      const items = cache.known(part, connection)?.items ?? [];
      return { sources: namesInAccount(part, items, connection.name), isPending };
    },
    describe: ({ part, name }, connection) => {
      const text = name === undefined ? undefined : textOf(part, name, connection);
      return text === undefined ? undefined : toMarkdown(visibleLine(connections.redact(text), 1000));
    },
    refresh: async () => {
      const connection = await connections.inUse();
      if (connection === undefined || !(await isAllowed(connection))) return;
      const title = `Reading the names in ${connection.name}…`;
      const read = await ui.showProgress({ id: "account.names-reading", title }, (signal) =>
        readAll(connection, signal),
      );
      if (read === undefined) return;
      const failures = Object.values(read).flatMap((result) =>
        result.kind === "unavailable" ? [result.outcome] : [],
      );
      // A test of the connection would use more of the minute’s calls.
      const isTestable = failures.some(({ kind }) => kind !== "rate-limited");
      ui.show(
        { level: failures.length === 0 ? "information" : "warning", id: "account.names-read" },
        connections.redact(namesReadText(connection, read)),
        isTestable ? { ["Test Connection"]: () => ui.run("campaignJson.testConnection") } : {},
      );
    },
    dispose: () => cache.dispose(),
  };
}

function endsReading(outcome: Outcome): boolean {
  return outcome.kind === "rate-limited" || isUnreached(outcome);
}
