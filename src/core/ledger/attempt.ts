import { parseConnection, secretsOf, type Connection } from "../connection/connection";
import { createRedactor } from "../text/redaction/redact";
import { bodyHash } from "./body-hash";
import type { Attempt, CampaignChange } from "./entry";

export interface ToAttempt {
  readonly connection: Connection;
  /** As it will be sent. */
  readonly body: string;
  /** As the person knows the file: relative to the folder. */
  readonly file: string;
  /** Absolute, where the file is one on this computer. */
  readonly path?: string;
  /** The campaign's name. */
  readonly campaign: string;
  /** Absent if the request creates the campaign. */
  readonly change?: CampaignChange;
}

/** What the ledger keeps of a request, free of the connection's secret. */
export async function toAttempt(parameters: ToAttempt): Promise<Attempt> {
  const { connection, body, file, path, campaign, change } = parameters;
  const checked = parseConnection(connection);
  // As it will be sent: the host and the ids in one spelling, so that the same account is seen to be the same.
  const { host, accountId, streamId, credential, name } = checked.valid ? checked.value : connection;
  const { text } = createRedactor(secretsOf(credential));
  return {
    host,
    accountId,
    streamId,
    connectionName: text(name),
    file: text(file),
    ...(path === undefined ? {} : { path: text(path) }),
    campaign: text(campaign),
    bodyHash: await bodyHash(body),
    ...(body.length <= MAX_BODY && !isTrigger(change) ? { body: text(body) } : {}),
    ...(change === undefined ? {} : { change }),
  };
}

/** UTF-16 units; a campaign has some 2,000. A longer body is known by its hash alone. */
const MAX_BODY = 32_768;

/** The body of a start or a stop is empty. */
function isTrigger(change: CampaignChange | undefined): boolean {
  return change?.action === "start" || change?.action === "stop";
}
