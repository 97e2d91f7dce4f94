import type { Connection } from "../connection/connection";
import { createCampaignRequest } from "../platform/request";
import { readableBody } from "./body";

/** The variable that replaces the token in copied and printed commands. */
const tokenVariable = "CAMPAIGN_JSON_TOKEN";

/**
 * The request as a cURL command for a POSIX shell, on several lines. `body` is JSON; the command sends the same value
 * in a readable layout. Everything is in single quotes except the token, which is a variable, so the command contains
 * no credential.
 */
export function toCurl(connection: Omit<Connection, "credential">, body: string): string {
  const credential = { kind: "token", token: "" } as const;
  const request = createCampaignRequest(
    { ...connection, credential },
    readableBody(body),
    `$${tokenVariable}`,
  );
  const headers = Object.entries(request.headers).map(([name, value]) =>
    name === "auth" ? `"${name}: ${value}"` : quoted(`${name}: ${value}`),
  );
  return [
    `curl --request ${request.method} ${quoted(request.url)}`,
    ...headers.map((header) => `--header ${header}`),
    // With --data, a body that starts with @ would be the name of a file.
    `--data-raw ${quoted(request.body ?? "")}`,
  ].join(" \\\n  ");
}

/** A shell replaces nothing in single quotes. A single quote itself is written outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
