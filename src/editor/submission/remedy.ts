import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import type { NotSentReason, Outcome } from "../../core/platform/outcome";
import type { Answers } from "../ui/message";

/** The button that leads to what was wrong: the connection's credentials or a setting of VS Code. */
export function remedyFor(outcome: Outcome, { id }: Connection): Answers {
  if (needsCredentials(outcome) && id !== practiceId)
    return {
      "Update Credentials…": () => vscode.commands.executeCommand("campaignJson.updateCredentials", id),
    };
  const setting = outcome.kind === "not-sent" ? SETTINGS[outcome.reason] : undefined;
  if (setting === undefined) return {};
  return { "Open Settings": () => vscode.commands.executeCommand("workbench.action.openSettings", setting) };
}

/** A gateway that stops a request does so with any credentials. */
function needsCredentials(outcome: Outcome): boolean {
  if (outcome.kind === "unauthorized") return outcome.why !== "gateway";
  return outcome.kind === "not-sent" && outcome.reason === "token-expired";
}

/** The settings that the output explains, by the reason why nothing was sent. */
const SETTINGS: Readonly<Partial<Record<NotSentReason, string>>> = {
  proxy: "http.proxy",
  tls: "http.systemCertificates",
};
