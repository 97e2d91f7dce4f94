import { parseConnection, secretsOf, type Connection } from "../connection/connection";
import { createRedactor } from "../text/redaction/redact";
import { bodyHash } from "../ledger/body-hash";
import type { Attempt } from "../ledger/entry";

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
}

/** What the ledger keeps of a submission, free of the connection's secret. */
export async function toAttempt(parameters: ToAttempt): Promise<Attempt> {
  const { connection, body, file, path, campaign } = parameters;
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
    ...(body.length <= MAX_BODY ? { body: text(body) } : {}),
  };
}

/** UTF-16 units; a campaign has some 2,000. A longer body is known by its hash alone. */
const MAX_BODY = 32_768;
