import { confirmationOf, isTypedName, type Confirmation } from "../../core/wording/confirmation";
import type { Connection } from "../../core/connection/connection";
import { describeEarlier } from "../../core/wording/earlier-text";
import { environmentOf } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";
import type { Campaign } from "../../core/campaign/generated/campaign";
import type { EarlierSubmission } from "../../core/ledger/ledger";
import type { Ask } from "../prompt";
import type { ExemptedFileProblem, FileProblem } from "../formats/submission";
import type { Terminal } from "../output/terminal";

export interface ToAsk {
  readonly connection: Connection;
  readonly campaign: Campaign;
  readonly problems: readonly FileProblem[];
  /** Errors of rules that a configuration disables or lowers. */
  readonly switchedOff: readonly FileProblem[];
  /** Errors that comments in the file exempt. */
  readonly exempted: readonly ExemptedFileProblem[];
  readonly prior: readonly EarlierSubmission[];
}

export interface ConfirmDeps extends Pick<Terminal, "err"> {
  readonly ask: Ask;
  readonly now: () => number;
}

/**
 * Prints to standard error what would be created and where, then asks. If real people would be called, the person must
 * type the campaign's name.
 */
export async function isConfirmed(
  { connection, campaign, problems, switchedOff, exempted, prior }: ToAsk,
  { err, ask, now }: ConfirmDeps,
  signal: AbortSignal,
): Promise<boolean> {
  const warnings = problems.filter(({ severity }) => severity === "warning").map(atLine);
  // Connections of the command line have no name of their own.
  const named = { ...connection, name: `account ${connection.accountId}` };
  const confirmation = confirmationOf({
    ...{ connection: named, campaign, warnings, prior, now: now() },
    switchedOff: switchedOff.map(atLine),
    exempted: exempted.map((problem) => ({ ...atLine(problem), reason: problem.reason })),
  });
  const isDuplicate = confirmation.duplicate !== undefined;
  const words = isDuplicate
    ? { question: "Create a duplicate?", aim: "To create a duplicate" }
    : { question: "Submit it?", aim: "To submit it" };
  return isAnsweredYes(confirmation, words, { err, ask }, signal);
}

/** Prints a confirmation to standard error and asks: for a yes, or for `nameToType`, which `words.typed` names. */
export async function isAnsweredYes(
  { question, detail, nameToType }: Pick<Confirmation, "question" | "detail" | "nameToType">,
  words: { readonly question: string; readonly aim: string; readonly typed?: "account ID" },
  { err, ask }: Pick<ConfirmDeps, "err" | "ask">,
  signal: AbortSignal,
): Promise<boolean> {
  err([question, detail, ""].join("\n\n"));
  if (nameToType === undefined) return isYes(await ask(`${words.question} [y/N]`, signal));
  const typed = await ask(`${words.aim}, type the ${words.typed ?? "campaign's name"}:`, signal);
  if (typed === undefined || isTypedName(typed, nameToType)) return typed !== undefined;
  err(
    words.typed === undefined
      ? "The typed name doesn't match the campaign's name.\n"
      : `The typed ID doesn't match the ${words.typed}.\n`,
  );
  return false;
}

/** Without a question, the same facts are printed as warnings. */
export function warnOf(
  { connection, switchedOff, exempted, prior }: Omit<ToAsk, "campaign" | "problems">,
  { err, now }: Pick<ConfirmDeps, "err" | "now">,
): void {
  const reach = environmentOf(connection);
  for (const one of prior.slice(0, MAX_EARLIER)) err(`warning: ${describeEarlier(one, now(), reach)}\n`);
  if (prior.length > MAX_EARLIER) err(`warning: ${prior.length - MAX_EARLIER} more earlier submissions.\n`);
  for (const { line, message } of switchedOff.slice(0, MAX_EARLIER))
    err(`warning: Line ${line + 1}: the configuration disables this error: ${visibleLine(message)}\n`);
  if (switchedOff.length > MAX_EARLIER)
    err(`warning: ${switchedOff.length - MAX_EARLIER} more errors are disabled by the configuration.\n`);
  for (const { line, message, reason } of exempted.slice(0, MAX_EARLIER))
    err(
      `warning: Line ${line + 1}: a comment exempts this error: ${visibleLine(message)} (Reason: ${visibleLine(reason, 80)})\n`,
    );
  if (exempted.length > MAX_EARLIER)
    err(`warning: ${exempted.length - MAX_EARLIER} more errors are exempted by comments.\n`);
}

/** Prints the warnings of the linter. */
export function warnOfProblems(problems: readonly FileProblem[], { err }: Pick<ConfirmDeps, "err">): void {
  const warnings = problems.filter(({ severity }) => severity === "warning");
  for (const { line, message } of warnings.slice(0, MAX_EARLIER))
    err(`warning: Line ${line + 1}: ${visibleLine(message)}\n`);
  if (warnings.length > MAX_EARLIER)
    err(`warning: ${warnings.length - MAX_EARLIER} more warnings. Run lint.\n`);
}

function atLine({ line, message }: FileProblem): { readonly line: number; readonly message: string } {
  return { line: line + 1, message };
}

/** Newest first; those of the same campaign before those with the same name. */
const MAX_EARLIER = 5;

/** Anything but yes means no. */
function isYes(answer: string | undefined): boolean {
  return /^y(es)?$/i.test(answer?.trim() ?? "");
}
