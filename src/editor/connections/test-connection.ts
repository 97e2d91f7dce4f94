import * as vscode from "vscode";
import type { DiagnoseParameters, Diagnosis, DoctorAction, firstFailure } from "../../core/account/doctor";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import type { doctorInShort, doctorReportOf } from "../../core/wording/account/doctor-report";
import { offerNames } from "../account/names-permission";
import { registerCommand } from "../ui/command";
import { showMessage } from "../ui/message";
import { withCancellableProgress } from "../ui/progress";
import { timeoutMs } from "../ui/timeout";
import type { Connections } from "./register";

/** What the command uses of `src/submitting.ts`, which is loaded on demand. */
export interface DiagnosisModule {
  readonly diagnose: (parameters: Omit<DiagnoseParameters, "transport" | "now">) => Promise<Diagnosis>;
  readonly firstFailure: typeof firstFailure;
  readonly doctorReportOf: typeof doctorReportOf;
  readonly doctorInShort: typeof doctorInShort;
}

export interface TestConnectionDeps {
  readonly connections: Pick<Connections, "forTest" | "redact">;
  readonly loadDiagnosis: () => Promise<DiagnosisModule>;
  /** The output channel for the report. */
  readonly output: Pick<vscode.OutputChannel, "append"> & { show(): void };
  readonly log: vscode.LogOutputChannel;
}

/** Registers the command that tests the connection of this window. It only reads. */
export function registerTestConnection(deps: TestConnectionDeps): vscode.Disposable {
  const { connections, log } = deps;
  const redact = (text: string): string => connections.redact(text);
  return registerCommand("campaignJson.testConnection", { log, redact }, () => testConnection(deps));
}

const STEPS = {
  host: "Connecting to the host",
  "campaign-management": "Reading contact lists",
  configuration: "Reading queues",
} as const;

async function testConnection({ connections, loadDiagnosis, output }: TestConnectionDeps): Promise<void> {
  const connection = await connections.forTest();
  if (connection === undefined) return;
  const diagnosing = await loadDiagnosis();
  const diagnosis = await withCancellableProgress(
    { id: "connection.testing", title: `Testing ${connection.name}` },
    (signal, progress) =>
      diagnosing.diagnose({
        ...{ connection, signal, timeoutMs: timeoutMs() },
        onStep: (step) => progress.report({ message: STEPS[step] }),
      }),
  );
  if (diagnosis.kind === "cancelled") return;
  const { checks } = diagnosis;
  const time = new Date().toLocaleString(vscode.env.language, { dateStyle: "medium", timeStyle: "long" });
  output.append(connections.redact(diagnosing.doctorReportOf({ time, connection, checks })));
  const failure = diagnosing.firstFailure(checks);
  showMessage(
    { level: failure === undefined ? "information" : "warning", id: "connection.tested" },
    connections.redact(diagnosing.doctorInShort(connection, checks)),
    {
      ...(failure === undefined ? {} : buttonFor(failure.action, connection)),
      ["Show Output"]: () => output.show(),
      ...(failure === undefined ? offerNames(connection) : {}),
    },
  );
}

/** Practice is built in, so it has nothing to edit. */
function buttonFor(action: DoctorAction, { id }: Connection): Readonly<Record<string, () => unknown>> {
  if (id === practiceId) return {};
  switch (action) {
    case "update-credentials":
      return { ["Update Credentials…"]: () => run("campaignJson.updateCredentials", id) };
    case "edit-connection":
      return { ["Edit Connection…"]: () => run("campaignJson.editConnection", id) };
    case "add-connection":
      return { ["Add Connection…"]: () => run("campaignJson.addConnection") };
    case "none":
      return {};
  }
}

function run(command: string, ...arguments_: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...arguments_);
}
