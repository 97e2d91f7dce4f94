import { createRedactor } from "../../core/text/redaction/redact";

/**
 * The text for an uncaught error. Its message may contain anything, so the credentials in the environment are removed
 * first. If that fails, no part of the message is shown.
 */
export function crashText(error: unknown, env: Readonly<Record<string, string | undefined>>): string {
  try {
    const secrets = [env["CAMPAIGN_JSON_TOKEN"] ?? "", env["CAMPAIGN_JSON_CLIENT_SECRET"] ?? ""];
    return `${CRASHED}: ${createRedactor(secrets).text(messageOf(error))}\n`;
  } catch {
    return `${CRASHED}. Details are hidden because credentials in them could not be removed.\n`;
  }
}

const CRASHED = "campaign-json crashed (this is a bug)";

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === "string" ? error : "an unknown error";
}
