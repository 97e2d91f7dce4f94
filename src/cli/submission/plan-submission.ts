import path from "node:path";
import { toRequestBody } from "../../core/campaign/request-body";
import type { Connection } from "../../core/connection/connection";
import { environmentOf } from "../../core/connection/environment";
import { toAttempt } from "../../core/ledger/attempt";
import { recordedPlan, type RecordedPlan } from "../../core/submission/recorded-plan";
import { visibleLine } from "../../core/text/visible";
import { connectionLines, labeledLines } from "../../core/wording/labeled-lines";
import { recordedEntries } from "../comparison/campaign-of-file";
import { isAnsweredYes, warnOf, warnOfProblems, type ConfirmDeps } from "./confirm";
import type { LedgerDeps } from "./open-ledger";
import type { FileToSubmit } from "./submit-campaign";

/** A file with what the log knows about it; undefined for a file with errors. */
export interface PlannedFile {
  readonly one: FileToSubmit;
  readonly plan: RecordedPlan | undefined;
}

/** Plans all files from one reading of the log. A log that can't be read blocks each submission later. */
export async function planSubmission(
  files: readonly FileToSubmit[],
  connection: Connection,
  deps: LedgerDeps,
): Promise<readonly PlannedFile[]> {
  const read = await recordedEntries(deps.ledgerStore(() => undefined));
  const entries = read.valid ? read.value : [];
  return Promise.all(
    files.map(async (one): Promise<PlannedFile> => {
      if (one.kind === "invalid") return { one, plan: undefined };
      const { file, campaign } = one;
      const sent = { file, path: path.resolve(file), campaign: campaign.name };
      const attempt = await toAttempt({ ...sent, connection, body: toRequestBody(campaign) });
      return { one, plan: recordedPlan(entries, attempt) };
    }),
  );
}

/**
 * Prints a line for each file, with the warnings of those to create, and asks once for all of them. If real people would
 * be called, the person must type the account ID. Without a campaign to create, the result is true without a question.
 */
export async function areConfirmed(
  planned: readonly PlannedFile[],
  connection: Connection,
  deps: ConfirmDeps,
  signal: AbortSignal,
): Promise<boolean> {
  let count = 0;
  for (const { one, plan } of planned) {
    deps.err(`${(plan?.kind ?? "has-errors").padEnd(KIND_WIDTH)}  ${visibleLine(one.file, Infinity)}\n`);
    if (plan?.kind !== "create" || one.kind === "invalid") continue;
    count++;
    warnOf({ ...one, connection, prior: plan.prior }, deps);
    warnOfProblems(one.problems, deps);
  }
  if (count === 0) return true;
  const { accountId } = connection;
  const callsPeople = environmentOf(connection) === "production";
  const campaigns = count === 1 ? "1 campaign" : `${count} campaigns`;
  const question = `Create ${campaigns} in account ${visibleLine(accountId, 60)}?`;
  const confirmation = {
    question: callsPeople ? `Real people will be called. ${question}` : question,
    detail: labeledLines(connectionLines({ ...connection, name: `account ${accountId}` })),
    ...(callsPeople ? { nameToType: accountId } : {}),
  };
  const words = { question: "Submit them?", aim: "To submit them", typed: "account ID" } as const;
  return isAnsweredYes(confirmation, words, deps, signal);
}

const KIND_WIDTH = "has-errors".length;
