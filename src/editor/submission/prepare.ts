import type * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import type { Campaign } from "../../core/campaign/generated/campaign";
import type { Problem } from "../../core/campaign/problem";
import { hasErrors } from "../../core/lint/check";
import { switchedOff } from "../../core/lint/configuration/switched-off";
import type { Checking } from "../problems/register";
import type { Connections } from "../connections/register";
import type { SubmissionModule } from "./submission-module";
import { savedCampaignFile } from "./saved-campaign";
import { refuseWithConfigFault, refuseWithErrors, type SendingDeed } from "./show-errors";

/** A campaign that can be submitted: saved, checked, and with its connection. */
export interface PreparedSubmission {
  readonly document: vscode.TextDocument;
  /** The checked text, from which `body` is made. */
  readonly text: string;
  readonly campaign: Campaign;
  readonly body: string;
  /** `line` counts from 1. */
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
  /** Errors of the rules that the team's configuration turns off or lowers. `line` counts from 1. */
  readonly switchedOff: readonly { readonly line: number; readonly message: string }[];
  /** Errors that comments in the file exempt. `line` counts from 1. */
  readonly exempted: readonly { readonly line: number; readonly message: string; readonly reason: string }[];
  readonly connection: Connection;
}

export interface PreparedDeps {
  readonly checking: Checking;
  readonly connections: Connections;
  readonly submitting: SubmissionModule;
}

/** Shows why and returns undefined if the campaign can't be submitted, or its campaign in the account updated. */
export async function prepareSubmission(
  target: unknown,
  deps: PreparedDeps,
  deed: SendingDeed = "submit",
): Promise<PreparedSubmission | undefined> {
  const document = await savedCampaignFile(target, deed);
  if (document === undefined) return undefined;
  const connection = await deps.connections.inUse();
  if (connection === undefined) return undefined;
  await deps.checking.prepare(document.uri);
  const fault = deps.checking.configFaultFor(document.uri);
  if (fault !== undefined) {
    refuseWithConfigFault(fault, deed);
    return undefined;
  }
  const checked = deps.checking.check(document);
  const { campaign, problems, document: parsed } = checked;
  if (campaign === undefined || hasErrors(problems)) {
    refuseWithErrors(document, problems, deed);
    return undefined;
  }
  const atLine = ({ offset, message }: Problem): { readonly line: number; readonly message: string } => ({
    line: document.positionAt(offset).line + 1,
    message,
  });
  const warnings = problems.filter(({ severity }) => severity === "warning").map(atLine);
  const options = deps.checking.optionsFor(document.uri, parsed);
  const errorsSwitchedOff = switchedOff(checked, options).map(atLine);
  const exempted = checked.exempted
    .filter(({ severity }) => severity === "error")
    .map((problem) => ({ ...atLine(problem), reason: problem.reason }));
  const body = deps.submitting.toRequestBody(campaign);
  return {
    document,
    text: parsed.text,
    campaign,
    body,
    warnings,
    switchedOff: errorsSwitchedOff,
    exempted,
    connection,
  };
}

/** Whether a confirmation of one applies to the other: same text, same account, same credential. */
export function isSame(one: PreparedSubmission, other: PreparedSubmission): boolean {
  return (
    one.text === other.text &&
    one.body === other.body &&
    JSON.stringify(one.connection) === JSON.stringify(other.connection)
  );
}

/** A key that is equal for two submissions of the same body to the same account and stream. */
export function keyOf({ body, connection: { host, accountId, streamId } }: PreparedSubmission): string {
  return JSON.stringify([host, accountId, streamId, body]);
}
