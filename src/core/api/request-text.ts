import { secretsOf, type Connection } from "./connection";
import { createRedactor, REDACTED } from "./redact";
import { createCampaignRequest } from "./request";

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
