import path from "node:path";
import { namedByFile } from "../../core/lifecycle/campaign-of-file";
import { createPlanner, type Plan } from "../../core/lifecycle/plan";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { secretsOf, type Connection } from "../../core/connection/connection";
import type { LedgerStore } from "../../core/ledger/store";
import type { Transport } from "../../core/platform/transport";
import { createRedactor } from "../../core/text/redaction/redact";
import { recordedEntries } from "../comparison/campaign-of-file";
import { planExitCode, plansToJson, plansToText, type FilePlan } from "../formats/plan";
import type { FileProblem } from "../formats/submission";
import { exit, type Terminal } from "../output/terminal";

export interface FileToPlan {
  /** As on the command line. */
  readonly file: string;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** Absent when the file has errors. */
  readonly campaign?: Campaign;
}

export interface PlanDeps extends Pick<Terminal, "out" | "cwd" | "setExitCode"> {
  /** Paced: many files need many calls. */
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly ledgerStore: (onSetAside: (file: string) => void) => Pick<LedgerStore, "read">;
}

export interface PlanOptions {
  readonly format: "text" | "json";
  /** Seconds. */
  readonly timeout: number;
}

/** `submit --plan`: reads the account and reports what each file needs. Returns why nothing can be planned, if so. */
export async function planFiles(
  files: readonly FileToPlan[],
  /** Absent when every file has errors. */
  connection: Connection | undefined,
  { format, timeout }: PlanOptions,
  deps: PlanDeps,
  signal: AbortSignal,
): Promise<string | undefined> {
  const planned =
    connection === undefined ? [] : await planInAccount(files, connection, timeout, deps, signal);
  if (typeof planned === "string") return planned;
  const plans = files.map((one, index): FilePlan => ({
    ...one,
    plan: planned[index] ?? { kind: "has-errors" },
  }));
  const report = format === "json" ? plansToJson(plans) : plansToText(plans);
  const redactor = createRedactor(connection === undefined ? [] : secretsOf(connection.credential));
  deps.out(redactor.text(report));
  deps.setExitCode(signal.aborted ? exit.interrupted : planExitCode(plans), exit.usage);
  return undefined;
}

/** The plan of each file, in order; undefined for a file with errors. A text is why the log can't be read. */
async function planInAccount(
  files: readonly FileToPlan[],
  connection: Connection,
  timeout: number,
  deps: PlanDeps,
  signal: AbortSignal,
): Promise<(Plan | undefined)[] | string> {
  const entries = await recordedEntries(deps.ledgerStore(() => undefined));
  if (!entries.valid) return entries.reason;
  const { transport, now } = deps;
  const plan = createPlanner({ connection, transport, signal, timeoutMs: timeout * 1000, now });
  const plans: (Plan | undefined)[] = [];
  for (const { file, campaign } of files) {
    const named =
      campaign === undefined
        ? undefined
        : namedByFile(campaign.name, entries.value, connection, path.resolve(deps.cwd, file));
    plans.push(named === undefined ? undefined : await plan({ named, value: campaign }));
  }
  return plans;
}
