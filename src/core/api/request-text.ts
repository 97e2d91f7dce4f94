import { secretsOf, type Connection } from "./connection";
import { createRedactor, REDACTED } from "./redact";
import { createCampaignRequest } from "./request";

/**
 * The same request to be read: as comments above the body in the layout of a campaign file. The body has the same keys
 * and values in the same order; only its spaces differ. `exact` comes from `requestInWords`.
 */
export function requestForReading(exact: string): string {
  const end = exact.indexOf("\n\n");
  const head = exact
    .slice(0, end)
    .split("\n")
    .map((line) => `// ${line}`);
  const body: unknown = JSON.parse(exact.slice(end + 2));
  return [...head, JSON.stringify(body, undefined, 2), ""].join("\n");
}

/**
 * The request that would create the campaign, as text: method and address, headers, an empty line, the body as it
 * would be sent. Made without a token, so it can show none; what else is secret has passed the redactor.
 */
export function requestInWords(connection: Connection, body: string): string {
  const request = createRedactor(secretsOf(connection.credential)).request(
    createCampaignRequest(connection, body, REDACTED),
  );
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return [`${request.method} ${request.url}`, ...headers, "", request.body ?? "", ""].join("\n");
}
