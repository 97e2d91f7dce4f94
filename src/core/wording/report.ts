import type { Campaign } from "../campaign/generated/campaign";
import { describeDialing } from "./calling-summary";
import { jsonText } from "../text/json-text";
import { namesOf } from "../zones/names";
import { secretsOf, type Connection } from "../connection/connection";
import { responseDiff, type Echo } from "../answer/response-diff";
import { echoText } from "./response-diff-text";
import type { Outcome } from "../platform/outcome";
import { describeOutcome } from "./outcome-text";
import { pageLines } from "../text/html-lines";
import { NOT_JSON } from "./response-beginning";
import { connectionLines } from "./labeled-lines";
import { createRedactor, type Redactor } from "../text/redaction/redact";
import type { Submission } from "../platform/create-campaign";
import { visibleLine, visibleText } from "../text/visible";

export interface ToReport {
  /** When the answer came, as the reader's clock shows it. */
  readonly time: string;
  /** The same in milliseconds since 1970; without it the report does not say when people are called next. */
  readonly now?: number;
  /** As the reader names the file: relative to the folder. */
  readonly file: string;
  readonly connection: Connection;
  /** As it was sent. */
  readonly campaign: Campaign;
  readonly submission: Submission;
}

/**
 * The outcome of one submission, as plain text that ends with a line end: the request and the answer, then aligned
 * what a person asks. That comes last because an output channel shows its end. Free of the connection's secret in
 * every form, and of characters that hide others.
 */
export function reportOf({ time, now, file, connection, campaign, submission }: ToReport): string {
  const { outcome, request } = submission;
  const { headline, explanation, nextStep } = describeOutcome(outcome);
  const answer = answerOf(outcome);
  const redactor = createRedactor(secretsOf(connection.credential));
  const parts = [
    `━━━ ${visibleLine(`${file} → ${connection.name}`)} ━━━`,
    visibleLine(`${request.method} ${request.url}`, 2_000),
    ...(answer === undefined ? [] : [answer]),
    aligned([
      ["Time", time],
      ["File", file],
      ...connectionLines(connection),
      ["Campaign", campaign.name],
      ["Calls", describeDialing(campaign.dialingStrategy, namesOf, now)],
      ["Result", headline],
      ...factsOf(outcome),
      ["Message", explanation],
      ...echoLines(echoIn(outcome, campaign, redactor)),
      ["Next", nextStep],
    ]),
  ];
  return redactor.text(`${parts.join("\n\n")}\n\n`);
}

/** How many values of the campaign the platform answered with differently. */
export function changesIn(outcome: Outcome, campaign: Campaign, { credential }: Connection): number {
  const echo = echoIn(outcome, campaign, createRedactor(secretsOf(credential)));
  return (echo?.changed.length ?? 0) + (echo?.leftOut?.changed ?? 0);
}

type Line = readonly [label: string, text: string];

function factsOf(outcome: Outcome): Line[] {
  const facts: (readonly [label: string, text: string | undefined])[] = [
    ["ID", "campaignId" in outcome ? outcome.campaignId : undefined],
    ["State", "state" in outcome ? outcome.state : undefined],
    ["Status", "httpStatus" in outcome ? httpText(outcome) : undefined],
    ["Detail", "detail" in outcome ? outcome.detail : undefined],
  ];
  return facts.flatMap(([label, text]): Line[] => (text === undefined || text === "" ? [] : [[label, text]]));
}

/** The vendor's own code is not always the HTTP status. */
function httpText(outcome: { readonly httpStatus?: number; readonly code?: number }): string | undefined {
  const { httpStatus, code } = outcome;
  if (httpStatus === undefined) return undefined;
  return code === undefined || code === httpStatus
    ? `HTTP ${httpStatus}`
    : `HTTP ${httpStatus}, code ${code}`;
}

/** The answer has passed the redactor; what was sent has to, or they would differ for that. */
function echoIn(outcome: Outcome, campaign: Campaign, redactor: Redactor): Echo | undefined {
  return outcome.kind === "accepted" ? responseDiff(redactor.value(campaign), outcome.response) : undefined;
}

/** What the platform keeps differently comes first; what it leaves out or fills in is told once, calmly. */
function echoLines(echo: Echo | undefined): Line[] {
  if (echo === undefined) return [];
  const { changed, notEchoed, added } = echoText(echo);
  return [
    ...changed.map((text): Line => ["Changed", `⚠ ${text}`]),
    ...(notEchoed === undefined ? [] : [["Omitted", notEchoed] as const]),
    ...(added === undefined ? [] : [["Defaults", `Added by the platform: ${added}`] as const]),
  ];
}

/** JSON as it is; of what is not the platform's JSON the first lines, without tags. */
function answerOf(outcome: Outcome): string | undefined {
  if (!("response" in outcome) || outcome.response === undefined || outcome.response === "") return undefined;
  const { response } = outcome;
  if (typeof response !== "string")
    return visibleText(jsonText(response, MAX_RESPONSE), MAX_RESPONSE + 1_000);
  return [NOT_JSON, ...pageLines(response).map((line) => `  ${visibleLine(line)}`)].join("\n");
}

/** UTF-16 units. */
const MAX_RESPONSE = 20_000;

function aligned(facts: readonly Line[]): string {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, text]) => `${label.padEnd(width)}  ${visibleLine(text, 1_000)}`).join("\n");
}
