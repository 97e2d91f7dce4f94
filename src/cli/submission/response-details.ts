import { responseDiff } from "../../core/answer/response-diff";
import { rejectedFields } from "../../core/answer/rejected-fields";
import type { Outcome } from "../../core/platform/outcome";
import { createRedactor } from "../../core/text/redaction/redact";
import { visibleLine } from "../../core/text/visible";
import { parseDocument } from "../../core/campaign/document";
import type { Campaign } from "../../core/campaign/generated/campaign";
import { Lines } from "../../core/campaign/lines";
import { locate } from "../../core/campaign/locate";
import type { RejectedField, SentReport } from "../formats/submission";
import { secretsOf, type Connection } from "../../core/connection/connection";

interface SentCampaign {
  readonly connection: Connection;
  readonly campaign: Campaign;
  /** As it was named on the command line. */
  readonly file: string;
  /** What the file contains. */
  readonly text: string;
}

/**
 * Details about the campaign that was sent: for an accepted one, how the response differs; for a rejected one, the
 * properties it names. The outcome has passed the redactor.
 */
export function responseDetails(
  outcome: Outcome,
  { connection, campaign, file, text }: SentCampaign,
): Pick<SentReport, "echo" | "rejected"> {
  const redactor = createRedactor(secretsOf(connection.credential));
  if (outcome.kind === "accepted") {
    // Redacted values in the response must not count as differences.
    const echo = responseDiff(redactor.value(campaign), outcome.response);
    return echo === undefined ? {} : { echo };
  }
  const fields = locatedFields(outcome, campaign, text);
  return fields.length === 0 ? {} : { rejected: { path: file, fields: redactor.value(fields) } };
}

function locatedFields(outcome: Outcome, campaign: Campaign, text: string): RejectedField[] {
  const named = rejectedFields(outcome, campaign);
  if (named.length === 0) return [];
  const document = parseDocument(text);
  const lines = new Lines(text);
  return named.flatMap(({ pointer, message }) => {
    const where = locate(document, pointer);
    if (where === undefined) return [];
    return [{ pointer, message: visibleLine(message, LONGEST), range: lines.range(where) }];
  });
}

const LONGEST = 1_000;
