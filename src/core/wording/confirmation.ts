import type { Campaign } from "../campaign/generated/campaign";
import { summaryOf } from "./calling-summary";
import type { Connection } from "../connection/connection";
import { credentialExpiry } from "../connection/connection";
import type { EarlierSubmission } from "../ledger/earlier";
import { duplicateIn } from "../submission/next-step";
import { describeEarlier } from "./earlier-text";
import { environmentOf, type Environment } from "../connection/environment";
import { connectionLines, labeledLines, type LabeledLine } from "./labeled-lines";
import { visibleLine } from "../text/visible";

/** What a person reads before saying yes, in plain text. */
export interface Confirmation {
  readonly question: string;
  readonly detail: string;
  /** Whether the detail contains warnings: the dialog has the warning icon only then. */
  readonly hasWarnings: boolean;
  /** The word on the button that goes on: it sends, or leads to typing the name. */
  readonly button: string;
  /** The earlier submission that created exactly this campaign: the answer no is the default. */
  readonly duplicate?: EarlierSubmission;
  /** What must be typed before anything is sent to real people (see `isTypedName`). */
  readonly nameToType?: string;
}

export interface ToConfirm {
  readonly connection: Connection;
  readonly campaign: Campaign;
  /** `line` counts from 1. */
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
  /** Errors of the rules that the team's configuration turns off or lowers. `line` counts from 1. */
  readonly switchedOff?: readonly { readonly line: number; readonly message: string }[];
  /** Errors that comments in the file exempt, with their reasons. `line` counts from 1. */
  readonly exempted?: readonly { readonly line: number; readonly message: string; readonly reason: string }[];
  /** What was sent to this account before, and is the same campaign or has its name. */
  readonly prior?: readonly EarlierSubmission[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The button that sends what was created already. */
const CREATE_DUPLICATE = "Create Duplicate";

/** Names every part that decides who is called, by whom, when and how often. Never holds the credential. */
export function confirmationOf(toConfirm: ToConfirm): Confirmation {
  const { connection, campaign, warnings, switchedOff = [], exempted = [], prior = [], now } = toConfirm;
  const reach = environmentOf(connection);
  const name = visibleLine(campaign.name, 100);
  const target = visibleLine(connection.name, 60);
  const where = reach === "practice" ? "on the practice server" : `in ${target}`;
  const duplicate = duplicateIn(prior);
  const namesake = prior.some(({ created }) => created === "yes");
  const question =
    duplicate !== undefined
      ? `“${name}” was already created ${where}. Create a duplicate?`
      : namesake
        ? `A campaign named “${name}” was already created ${where}. Create another one?`
        : `Create “${name}” ${where}?`;
  const button = reach === "production" ? `Submit to ${target}…` : "Submit";
  return {
    question: reach === "production" ? `Real people will be called. ${question}` : question,
    button: duplicate === undefined ? button : CREATE_DUPLICATE,
    ...(duplicate === undefined ? {} : { duplicate }),
    ...(reach === "production" ? { nameToType: campaign.name.trim() } : {}),
    hasWarnings: [prior, switchedOff, exempted, warnings].some(({ length }) => length > 0),
    detail: [
      ...priorLines(prior, now, reach),
      ...listed(switchedOff, "error disabled by the configuration", "errors disabled by the configuration"),
      ...listed(exempted.map(exemptionLine), "error exempted by a comment", "errors exempted by comments"),
      ...listed(warnings, "warning", "warnings"),
      // Who is called, and when, comes first: a small window does not show everything.
      labeledLines(summaryOf(campaign, now)),
      labeledLines([...connectionLines(connection), ...tokenLine(connection, now)]),
    ].join("\n\n"),
  };
}

/**
 * Whether what was typed is the name: exactly, apart from white space around it and from how a keyboard composes its
 * accents. A name of nothing is typed by no one.
 */
export function isTypedName(typed: string, nameToType: string): boolean {
  const name = nameToType.trim().normalize();
  return name !== "" && typed.trim().normalize() === name;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Says so when the token runs out within a day. */
function tokenLine(connection: Connection, now: number): readonly LabeledLine[] {
  const left = (credentialExpiry(connection.credential) ?? Infinity) - now;
  if (left > DAY) return [];
  const minutes = Math.max(0, Math.ceil(left / MINUTE));
  return [
    ["Token", minutes < 120 ? `expires in ${minutes} min` : `expires in ${Math.floor(minutes / 60)} h`],
  ];
}

const MAX_EARLIER = 5;

function priorLines(prior: readonly EarlierSubmission[], now: number, reach: Environment): string[] {
  if (prior.length === 0) return [];
  const shown = prior.slice(0, MAX_EARLIER).map((one) => `⚠ ${describeEarlier(one, now, reach)}`);
  const rest = prior.length - shown.length;
  return [[...shown, ...(rest === 0 ? [] : [`⚠ ${rest} more earlier submissions.`])].join("\n")];
}

/** The reason comes first, because the end of a long message is cut off. */
function exemptionLine({ line, message, reason }: NonNullable<ToConfirm["exempted"]>[number]) {
  return { line, message: `(Reason: ${visibleLine(reason, 80)}) ${message}` };
}

/** More would push what follows off a small screen. */
const MAX_PROBLEMS = 4;

/** "line 12", "lines 12, 15 and others". */
function lineNumbers(problems: ToConfirm["warnings"]): string {
  const numbers = [...new Set(problems.map(({ line }) => line))];
  const named = numbers.slice(0, MAX_LINES).join(", ");
  return `${numbers.length === 1 ? "line" : "lines"} ${named}${numbers.length > MAX_LINES ? " and others" : ""}`;
}

const MAX_LINES = 20;

function listed(problems: ToConfirm["warnings"], one: string, many: string): string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MAX_PROBLEMS);
  const rest = problems.length - shown.length;
  return [
    [
      problems.length === 1 ? `1 ${one}:` : `${problems.length} ${many}:`,
      ...shown.map(({ line, message }) => `• Line ${line}: ${visibleLine(message, 200)}`),
      ...(rest === 0 ? [] : [`• ${rest} more: ${lineNumbers(problems.slice(MAX_PROBLEMS))}`]),
    ].join("\n"),
  ];
}
