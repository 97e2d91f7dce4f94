import type { Connection } from "../connection/connection";
import { environmentLabels, environmentOf } from "../connection/environment";
import { visibleLine } from "../text/visible";

export type LabeledLine = readonly [label: string, text: string];

/** A dialog has no columns to align, so each part is a line of its own. */
export function labeledLines(parts: readonly LabeledLine[]): string {
  return parts.map(([label, text]) => `${label}: ${visibleLine(text, 500)}`).join("\n");
}

/** Where something goes, for a confirmation or a report. */
export function connectionLines(
  connection: Pick<Connection, "id" | "name" | "host" | "accountId" | "streamId" | "production">,
): readonly LabeledLine[] {
  return [
    ["Connection", `${connection.name}, ${environmentLabels[environmentOf(connection)]}`],
    ["Host", connection.host],
    ["Account", `${connection.accountId}, stream ${connection.streamId}`],
  ];
}
