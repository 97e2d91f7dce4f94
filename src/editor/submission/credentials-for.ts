import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import type { Outcome } from "../../core/platform/outcome";
import type { Answers } from "../ui/message";

/** The button for a person whose credentials were not accepted, if other ones can help. */
export function credentialsFor(outcome: Outcome, { id }: Connection): Answers {
  if (!needsCredentials(outcome) || id === practiceId) return {};
  return {
    "Update Credentials…": () => vscode.commands.executeCommand("campaignJson.updateCredentials", id),
  };
}

/** A gateway that stops a request does so with any credentials. */
function needsCredentials(outcome: Outcome): boolean {
  if (outcome.kind === "unauthorized") return outcome.why !== "gateway";
  return outcome.kind === "not-sent" && outcome.reason === "token-expired";
}
