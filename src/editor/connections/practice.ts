import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { registerCommand } from "../ui/command";
import { showMessage } from "../ui/message";
import type { LoadSubmission, PracticeServer } from "../submission/submission-module";

export interface Practice {
  /** Starts the server if it isn't running. Its credential works nowhere else and is never stored. */
  connection(): Promise<Connection>;
  /** Undefined if the server isn't running. Does not start it. */
  running(): Promise<Connection | undefined>;
  dispose(): void;
}

export interface PracticeDeps {
  readonly loadSubmitting: LoadSubmission;
  readonly log: vscode.LogOutputChannel;
}

export function registerPracticeServer({ loadSubmitting, log }: PracticeDeps): Practice {
  let running: Promise<PracticeServer> | undefined;

  const start = async (): Promise<PracticeServer> => {
    const submitting = await loadSubmitting();
    const server = await submitting.startPracticeServer({
      onAnswer: ({ method, url, status }) => log.info(`Practice server: ${method} ${url} → ${status}`),
    });
    log.info(`Practice server started at ${server.origin}.`);
    return server;
  };
  /** Concurrent calls share one server. A failed start can be retried. */
  const shared = (): Promise<PracticeServer> => {
    if (running === undefined) {
      const starting = start();
      running = starting;
      starting.then(
        () => setRunning(running === starting),
        () => {
          if (running === starting) running = undefined;
        },
      );
    }
    return running;
  };
  const stop = async (): Promise<void> => {
    const stopping = running;
    running = undefined;
    setRunning(false);
    await (await stopping)?.close();
  };

  const disposable = vscode.Disposable.from(
    registerCommand("campaignJson.startPracticeServer", { log }, async () => {
      const { origin } = await shared();
      showMessage(
        { level: "information", id: "practice.runs" },
        `The practice server is running at ${origin}. It never calls anyone.`,
      );
      return origin;
    }),
    registerCommand("campaignJson.stopPracticeServer", { log }, async () => {
      await stop();
      showMessage(
        { level: "information", id: "practice.stopped" },
        "The practice server has stopped. Its campaigns are deleted.",
      );
    }),
  );
  return {
    connection: async () => (await shared()).connection,
    running: async () => (await running)?.connection,
    dispose: () => {
      disposable.dispose();
      // The window is closing, so an error can't be shown. A server that failed to start needs no stop.
      stop().catch(() => undefined);
    },
  };
}

function setRunning(running: boolean): void {
  void vscode.commands.executeCommand("setContext", "campaignJson.practiceRunning", running);
}
