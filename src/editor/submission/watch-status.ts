import * as vscode from "vscode";
import { phaseOf } from "../../core/lifecycle/phase";
import type { PolledState } from "../../core/platform/poll-status";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import type { FinishedEntry } from "../../core/ledger/entry";
import { toResult } from "../../core/ledger/to-result";
import { guarded, registerCommand } from "../ui/command";
import { showMessage } from "../ui/message";
import { createStatusItem } from "../ui/status-item";
import type { Followed } from "./followed";
import type { Submissions } from "./ledger";
import type { SubmissionModule } from "./submission-module";
import { timeoutMs } from "../ui/timeout";

/** Polls the state of new campaigns until it is no longer "Preparing". */
export interface StatusWatch {
  /**
   * Polls in the background, unless the entry is watched already. A status bar item shows this and stops it when
   * clicked. Ends at `until`, in milliseconds since 1970: after ten minutes by default. A reload of the window does not
   * end it, but a click does.
   */
  start(entry: FinishedEntry, connection: Connection, submitting: SubmissionModule, until?: number): void;
  dispose(): void;
}

export interface StatusWatchDeps {
  readonly submissions: Submissions;
  readonly followed: Pick<Followed, "add" | "remove">;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
  readonly redact: (text: string) => string;
}

export function registerStatusWatch(deps: StatusWatchDeps): StatusWatch {
  const { submissions, followed, output, log, redact } = deps;
  let disposed = false;
  const watched = new Map<AbortController, FinishedEntry>();
  const item = createStatusItem({
    id: "campaignJson.watch",
    name: "Campaign Status",
    command: "campaignJson.stopWatching",
    priority: Number.MIN_SAFE_INTEGER,
  });

  const show = (): void => {
    const names = [...watched.values()].map(nameOf);
    setWatching(names.length > 0);
    if (names.length === 0) {
      item.hide();
      return;
    }
    const text = names.length === 1 ? "Preparing…" : `${names.length} preparing…`;
    const tooltip = `The platform is preparing ${names.map((name) => `“${name}”`).join(", ")}. Click to stop watching. This doesn’t change the campaign.`;
    item.show({
      ...{ icon: "sync~spin", text, tooltip },
      accessibilityInformation: { label: tooltip, role: "button" },
    });
  };
  const stop = (): void => {
    for (const abort of watched.keys()) abort.abort();
    watched.clear();
    show();
  };
  const appendLine = (entry: FinishedEntry, text: string): void => {
    const time = new Date().toLocaleTimeString(vscode.env.language);
    output.appendLine(
      redact(`${time}  ${nameOf(entry)} (${visibleLine(entry.campaignId ?? "", 60)}): ${text}`),
    );
  };
  /** Continues if the state cannot be saved: the output shows it, and it can be refreshed later. */
  const record = async (entry: FinishedEntry, state: string): Promise<void> => {
    appendLine(entry, visibleLine(state, 60));
    const saved = await toResult((await submissions.ledger()).noteState(entry.id, state));
    submissions.changed();
    if (!saved.ok)
      showMessage(
        { level: "warning", id: "state.not-noted" },
        `“${nameOf(entry)}” is ${visibleLine(state, 40)}, but this couldn’t be saved to the submission log: ${saved.detail}`,
      );
  };

  /** Shows how polling ended. The submission's report promises this message, except after a stop by the person. */
  const announce = (entry: FinishedEntry, polled: PolledState, { readFailure }: SubmissionModule): void => {
    const name = `“${nameOf(entry)}”`;
    switch (polled.kind) {
      case "settled": {
        const text = `${name} is ${visibleLine(polled.state, 40)}.`;
        const notice = { level: "information", id: "state.known" } as const;
        if (phaseOf(polled.state) !== "ready") showMessage(notice, text, showOutput);
        else showMessage(notice, `${text} Start it?`, { ...start(entry), ...showOutput });
        return;
      }
      case "still-preparing":
        appendLine(entry, "still preparing; refresh its status later.");
        showMessage(
          { level: "information", id: "state.preparing" },
          `${name} is still preparing. Refresh its status later.`,
          refresh(entry),
        );
        return;
      case "unavailable": {
        const reason = readFailure(polled.outcome);
        appendLine(entry, `its status couldn’t be read: ${reason}.`);
        showMessage(
          { level: "warning", id: "state.unreadable" },
          `Couldn’t read the status of ${name}: ${reason}. Refresh its status later.`,
          refresh(entry),
        );
        return;
      }
      case "cancelled":
        return;
    }
  };
  const showOutput = { "Show Output": () => output.show(true) };
  /** The command asks as always. */
  const start = (entry: FinishedEntry) => ({
    "Start…": () => vscode.commands.executeCommand("campaignJson.start", entry),
  });
  const refresh = (entry: FinishedEntry) => ({
    "Refresh Status": () => vscode.commands.executeCommand("campaignJson.refreshStatus", entry),
  });

  const follow = async (
    entry: FinishedEntry,
    connection: Connection,
    submitting: SubmissionModule,
    until: number,
  ): Promise<void> => {
    const { campaignId } = entry;
    const isWatched = [...watched.values()].some(({ id }) => id === entry.id);
    if (campaignId === undefined || isWatched) return;
    const abort = new AbortController();
    watched.set(abort, entry);
    // The practice server ends with the window.
    if (connection.id !== practiceId) followed.add({ entryId: entry.id, connectionId: connection.id, until });
    show();
    try {
      let recorded: Promise<void> = Promise.resolve();
      const onState = (state: string): void => {
        if (state !== entry.campaignState) recorded = recorded.then(() => record(entry, state));
      };
      const { signal } = abort;
      const polled = await submitting.pollState({
        ...{ connection, campaignId, signal, onState },
        timeoutMs: timeoutMs(),
        maxMs: until - Date.now(),
      });
      await recorded;
      announce(entry, polled, submitting);
    } finally {
      watched.delete(abort);
      if (!disposed) {
        followed.remove(entry.id);
        show();
      }
    }
  };

  const disposable = vscode.Disposable.from(
    item,
    registerCommand("campaignJson.stopWatching", { log, redact }, stop),
  );
  return {
    start: (entry, connection, submitting, until = Date.now() + FOLLOWED_MS) =>
      void guarded("watchState", { log, redact }, () => follow(entry, connection, submitting, until))(),
    dispose: () => {
      disposed = true;
      for (const abort of watched.keys()) abort.abort();
      disposable.dispose();
    },
  };
}

/** How long a campaign is followed, reloads of the window included. In the vendor's samples it took up to three minutes. */
const FOLLOWED_MS = 600_000;

/** Offers the command that stops watching only while a campaign is watched. */
function setWatching(watching: boolean): void {
  void vscode.commands.executeCommand("setContext", "campaignJson.watching", watching);
}

function nameOf({ campaign }: FinishedEntry): string {
  return visibleLine(campaign, 60);
}
