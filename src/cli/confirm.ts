import { confirmationOf, isTypedName } from "../core/api/confirmation";
import type { Connection } from "../core/api/connection";
import { priorInWords } from "../core/api/prior-text";
import type { Campaign } from "../core/campaign/generated/campaign";
import type { Prior } from "../core/ledger/ledger";
import type { Ask } from "./ask";
import type { FileProblem } from "./formats/submission";
import type { Terminal } from "./terminal";

export interface ToAsk {
  readonly connection: Connection;
  readonly campaign: Campaign;
  readonly problems: readonly FileProblem[];
  readonly prior: readonly Prior[];
}

export interface ConfirmDeps extends Pick<Terminal, "err"> {
  readonly ask: Ask;
  readonly now: () => number;
}

/**
 * Shows, on standard error, what would be created where, and asks. Where real people are called, the answer is the
 * campaign's name.
 */
export async function isConfirmed(
  { connection, campaign, problems, prior }: ToAsk,
  { err, ask, now }: ConfirmDeps,
  signal: AbortSignal,
): Promise<boolean> {
  const warnings = problems
    .filter(({ severity }) => severity === "warning")
    .map(({ line, message }) => ({ line: line + 1, message }));
  // The command line's connections have no names of their own.
  const named = { ...connection, name: `account ${connection.accountId}` };
  const { question, detail, nameToType } = confirmationOf({
    ...{ connection: named, campaign, warnings, prior, now: now() },
  });
  err([question, detail, ""].join("\n\n"));
  if (nameToType === undefined) return isYes(await ask("Submit it? [y/N]", signal));
  const typed = await ask("To submit it, type the campaign's name:", signal);
  if (typed === undefined || isTypedName(typed, nameToType)) return typed !== undefined;
  err("That is not the campaign's name.\n");
  return false;
}

/** Without a question, what a person would have been asked about is at least said. */
export function warnOf(prior: readonly Prior[], { err, now }: Pick<ConfirmDeps, "err" | "now">): void {
  for (const one of prior.slice(0, MOST_PRIORS)) err(`warning: ${priorInWords(one, now())}\n`);
  if (prior.length > MOST_PRIORS) err(`warning: And ${prior.length - MOST_PRIORS} more, before these.\n`);
}

/** The newest come first, those of the same campaign before those of the same name. */
const MOST_PRIORS = 5;

/** Anything but yes is no. */
function isYes(answer: string | undefined): boolean {
  return /^y(es)?$/i.test(answer?.trim() ?? "");
}
