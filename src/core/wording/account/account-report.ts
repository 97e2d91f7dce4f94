import { connectionLines } from "../labeled-lines";
import { createRedactor } from "../../text/redaction/redact";
import { secretsOf, type Connection } from "../../connection/connection";
import type { AccountCheck, AccountFinding } from "../../account/check";
import { visibleLine } from "../../text/visible";
import { unavailableText } from "./unavailable-part";

export interface ToAccountReport {
  /** When the account was looked into, as the reader's clock shows it. */
  readonly time: string;
  /** As the reader names the file: relative to the folder. */
  readonly file: string;
  readonly connection: Connection;
  readonly check: AccountCheck;
  /** The line a finding is about, from 1; undefined when it cannot be said. */
  readonly lineOf: (finding: AccountFinding) => number | undefined;
}

/**
 * What the account says of a campaign, as plain text that ends with a line end; what a person asks comes last, because
 * an output channel shows its end. Free of the connection's secret in every form, and of characters that hide others.
 */
export function accountReportOf({ time, file, connection, check, lineOf }: ToAccountReport): string {
  const facts: readonly (readonly [label: string, text: string])[] = [
    ["Time", time],
    ["File", file],
    ...connectionLines(connection),
    ...(check.kind === "checked" ? check.unavailable : []).map(
      (part) => ["Not checked", unavailableText(part)] as const,
    ),
    ...(check.kind === "checked" ? check.findings : []).map(
      (finding) => [label(lineOf(finding)), `${finding.message} (${finding.code})`] as const,
    ),
    ["Result", resultOf(check)],
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  const lines = facts.map(([name, text]) => `${name.padEnd(width)}  ${visibleLine(text, 1_000)}`);
  const head = `━━━ ${visibleLine(`${file} in the account of ${connection.name}`)} ━━━`;
  const report = `${head}\n\n${lines.join("\n")}\n\n`;
  return createRedactor(secretsOf(connection.credential)).text(report);
}

function label(line: number | undefined): string {
  return line === undefined ? "Finding" : `Line ${line}`;
}

/** The same in a few sentences on one line, for a notification. */
export function accountCheckInShort(check: AccountCheck): string {
  if (check.kind !== "checked") return resultOf(check);
  const said = [...check.findings.map(({ message }) => message), ...check.unavailable.map(unavailableText)];
  return [check.findings.length > 0 ? `${count(check.findings)}:` : resultOf(check), ...said]
    .map((part) => visibleLine(part))
    .join(" ");
}

function resultOf(check: AccountCheck): string {
  switch (check.kind) {
    case "cancelled":
      return "Canceled: nothing was checked.";
    case "offline": {
      const detail = "detail" in check.outcome ? check.outcome.detail : "";
      return `Couldn't reach the account, so nothing was checked. ${visibleLine(detail, 240)}`.trimEnd();
    }
    case "checked":
      if (check.findings.length > 0) return `${count(check.findings)}.`;
      if (check.unavailable.length > 0) return "No issues in the parts that could be checked.";
      return "No issues: contact lists, queue and name are fine.";
  }
}

function count({ length }: readonly AccountFinding[]): string {
  return length === 1 ? "1 issue" : `${length} issues`;
}
