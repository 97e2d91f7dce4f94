import * as vscode from "vscode";
import type { PolledState } from "../../core/platform/poll-status";
import type { Connection } from "../../core/connection/connection";
import { visibleLine } from "../../core/text/visible";
import type { FinishedEntry } from "../../core/ledger/entry";
import { toResult } from "../../core/ledger/to-result";
import { guarded, registerCommand } from "../ui/command";
import { showMessage } from "../ui/message";
import { createStatusItem } from "../ui/status-item";
import type { Submissions } from "./ledger";
import type { SubmissionModule } from "./submission-module";
import { timeoutMs } from "../ui/timeout";

/** Follows new campaigns until they have left "Preparing". */
export interface StateWatch {
  /** Goes on by itself; the status bar shows it, and stops it. */
  start(entry: FinishedEntry, connection: Connection, submitting: SubmissionModule): void;
  dispose(): void;
}

export interface StateWatchDeps {
  readonly submissions: Submissions;
  readonly output: vscode.OutputChannel;
  readonly log: vscode.LogOutputChannel;
  readonly redact: (text: string) => string;
}

export function registerStateWatch(deps: StateWatchDeps): StateWatch {
  const { submissions, output, log, redact } = deps;
  const watched = new Map<AbortController, string>();
  const item = createStatusItem({
    id: "campaignJson.watch",
    name: "Campaign State",
    command: "campaignJson.stopWatching",
    priority: Number.MIN_SAFE_INTEGER,
  });

  const show = (): void => {
    const names = [...watched.values()];
    setWatching(names.length > 0);
    if (names.length === 0) {
      item.hide();
      return;
    }
    const words = names.length === 1 ? "Preparing…" : `${names.length} preparing…`;
    const tooltip = `Waiting until the platform has prepared ${names.map((name) => `“${name}”`).join(", ")}. Click to stop waiting; the campaign stays as it is.`;
    item.show({
      ...{ icon: "sync~spin", text: words, tooltip },
      accessibilityInformation: { label: tooltip, role: "button" },
    });
  };
  const stop = (): void => {
    for (const abort of watched.keys()) abort.abort();
    watched.clear();
    show();
  };
  const say = (entry: FinishedEntry, words: string): void => {
    const time = new Date().toLocaleTimeString(vscode.env.language);
    output.appendLine(
      redact(`${time}  ${nameOf(entry)} (${visibleLine(entry.campaignId ?? "", 60)}): ${words}`),
    );
  };
  /** A state that cannot be noted is no reason to stop: it stands in the output, and can be read again. */
  const note = async (entry: FinishedEntry, state: string): Promise<void> => {
    say(entry, visibleLine(state, 60));
    const noted = await toResult((await submissions.ledger()).noteState(entry.id, state));
    submissions.changed();
    if (!noted.ok)
      showMessage(
        { level: "warning", id: "state.not-noted" },
        `“${nameOf(entry)}” is ${visibleLine(state, 40)}. This could not be noted in the record of submissions: ${noted.detail}`,
      );
  };

  /** The report of the submission promised a message, so every end but a stop by the person has one. */
  const announce = (entry: FinishedEntry, polled: PolledState, { readFailure }: SubmissionModule): void => {
    const name = `“${nameOf(entry)}”`;
    switch (polled.kind) {
      case "settled":
        showMessage(
          { level: "information", id: "state.known" },
          `${name} is ${visibleLine(polled.state, 40)}.`,
          showOutput,
        );
        return;
      case "still-preparing":
        say(entry, "still preparing; refresh its state later.");
        showMessage(
          { level: "information", id: "state.preparing" },
          `${name} is still preparing. Refresh its state later.`,
          refresh(entry),
        );
        return;
      case "unavailable": {
        const why = readFailure(polled.outcome);
        say(entry, `its state can't be read: ${why}.`);
        showMessage(
          { level: "warning", id: "state.unreadable" },
          `The state of ${name} can't be read: ${why}. Refresh its state later.`,
          refresh(entry),
        );
        return;
      }
      case "cancelled":
        return;
    }
  };
  const showOutput = { "Show Output": () => output.show(true) };
  const refresh = (entry: FinishedEntry) => ({
    "Refresh State": () => vscode.commands.executeCommand("campaignJson.refreshStatus", entry),
  });

  const follow = async (
    entry: FinishedEntry,
    connection: Connection,
    submitting: SubmissionModule,
  ): Promise<void> => {
    const { campaignId } = entry;
    if (campaignId === undefined) return;
    const abort = new AbortController();
    watched.set(abort, nameOf(entry));
    show();
    try {
      let noted: Promise<void> = Promise.resolve();
      const onState = (state: string): void => {
        if (state !== entry.campaignState) noted = noted.then(() => note(entry, state));
      };
      const { signal } = abort;
      const polled = await submitting.pollState({
        ...{ connection, campaignId, signal, onState },
        timeoutMs: timeoutMs(),
      });
      await noted;
      announce(entry, polled, submitting);
    } finally {
      watched.delete(abort);
      show();
    }
  };

  const disposable = vscode.Disposable.from(
    item,
    registerCommand("campaignJson.stopWatching", { log, redact }, stop),
  );
  const safely = guarded("watchState", { log, redact }, (entry, connection, submitting) =>
    follow(entry as FinishedEntry, connection as Connection, submitting as SubmissionModule),
  );
  return {
    start: (entry, connection, submitting) => void safely(entry, connection, submitting),
    dispose: () => {
      for (const abort of watched.keys()) abort.abort();
      disposable.dispose();
    },
  };
}

/** The command that stops watching is offered only while there is something to stop. */
function setWatching(watching: boolean): void {
  void vscode.commands.executeCommand("setContext", "campaignJson.watching", watching);
}

function nameOf({ campaign }: FinishedEntry): string {
  return visibleLine(campaign, 60);
}
