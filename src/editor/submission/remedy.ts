import * as vscode from "vscode";
import type { Connection } from "../../core/connection/connection";
import { practiceId } from "../../core/connection/environment";
import type { NotSentReason, Outcome } from "../../core/platform/outcome";
import type { Answers } from "../ui/message";

/** The button that leads to what was wrong: the connection's credentials, the connection, or a setting of VS Code. */
export function remedyFor(outcome: Outcome, { id }: Connection): Answers {
  const run = (command: string, argument: string) => () => vscode.commands.executeCommand(command, argument);
  const setting = outcome.kind === "not-sent" ? SETTINGS[outcome.reason] : undefined;
  if (setting !== undefined) return { "Open Settings": run("workbench.action.openSettings", setting) };
  // That connection is not saved, so there is nothing to edit.
  if (id === practiceId) return {};
  if (needsCredentials(outcome)) return { "Update Credentials…": run("campaignJson.updateCredentials", id) };
  if (needsEdit(outcome)) return { "Edit Connection…": run("campaignJson.editConnection", id) };
  return {};
}

/** Others are no help against a gateway, for an app without the scope, or if the account or the stream is wrong. */
function needsCredentials(outcome: Outcome): boolean {
  if (outcome.kind === "unauthorized") return !["gateway", "scope", "credentials"].includes(outcome.why);
  return outcome.kind === "not-sent" && outcome.reason === "token-expired";
}

function needsEdit(outcome: Outcome): boolean {
  if (outcome.kind === "unauthorized") return outcome.why === "credentials";
  return outcome.kind === "not-sent" && outcome.reason === "invalid-connection";
}

/** The settings that decide about a request, by the reason why it was not sent. */
const SETTINGS: Readonly<Partial<Record<NotSentReason, string>>> = {
  proxy: "http.proxy",
  tls: "http.systemCertificates",
};
