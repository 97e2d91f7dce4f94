import type { Connection } from "../../core/connection/connection";
import type { Environment } from "../../core/connection/environment";
import { visibleLine } from "../../core/text/visible";

/** Names of VS Code's product icons. */
export const environmentIcons: Readonly<Record<Environment, string>> = {
  practice: "beaker",
  test: "plug",
  production: "call-outgoing",
};

/** The target of a connection, without its credential. */
export function addressLines({ host, accountId, streamId }: Connection): string[] {
  return [
    `Host: ${host}`,
    `Account: ${visibleLine(accountId, 100)}`,
    `Stream: ${visibleLine(streamId, 100)}`,
  ];
}
