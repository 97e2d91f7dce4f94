import { secretsOf, type Connection } from "../connection/connection";
import { parseJson } from "../platform/envelope";
import { createRedactor, REDACTED } from "../text/redaction/redact";
import { createCampaignRequest } from "../platform/request";

/**
 * The same request to be read: as comments above the body in the layout of a campaign file. The body has the same keys
 * and values in the same order; only its spaces differ. `exact` comes from `requestText`.
 */
export function requestForReading(exact: string): string {
  const end = exact.indexOf("\n\n");
  const head = exact
    .slice(0, end)
    .split("\n")
    .map((line) => `// ${line}`);
  const body = parseJson(exact.slice(end + 2));
  // The redactor may have taken more than a value; what is left is shown as it is.
  if (body === undefined) return exact;
  return [...head, JSON.stringify(body.json, undefined, 2), ""].join("\n");
}

/**
 * The request that would create the campaign, as text: method and address, headers, an empty line, the body as it
 * would be sent. Made without a token, so it can show none; what else is secret has passed the redactor.
 */
export function requestText(connection: Connection, body: string): string {
  const request = createRedactor(secretsOf(connection.credential)).request(
    createCampaignRequest(connection, body, REDACTED),
  );
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return [`${request.method} ${request.url}`, ...headers, "", request.body ?? "", ""].join("\n");
}
