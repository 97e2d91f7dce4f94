import type { Connection } from "../connection/connection";
import { createCampaignRequest } from "../platform/request";
import { readableBody } from "./body";

/** The variable in place of the token, in the copied command and for the command line. */
const tokenVariable = "CAMPAIGN_JSON_TOKEN";

/**
 * The request as a cURL command for a POSIX shell, over several lines. `body` is JSON and arrives as the same value,
 * laid out to be read. Everything is in single quotes but the token, which is a variable: no credential is handed in.
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
    // With --data a body that starts with @ would be a file's name.
    `--data-raw ${quoted(request.body ?? "")}`,
  ].join(" \\\n  ");
}

/** In single quotes a shell leaves everything as it is; the quote itself goes outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
