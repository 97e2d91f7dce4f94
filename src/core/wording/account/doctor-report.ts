import { firstFailure, type DoctorCheck } from "../../account/doctor";
import { secretsOf, type Connection } from "../../connection/connection";
import { environmentLabels, environmentOf } from "../../connection/environment";
import { createRedactor } from "../../text/redaction/redact";
import { visibleLine } from "../../text/visible";
import { describeCheck } from "./doctor-text";

export interface ToDoctorReport {
  /** When the connection was tested, as the reader's clock shows it. */
  readonly time: string;
  readonly connection: Connection;
  readonly checks: readonly DoctorCheck[];
}

/** The checks of a connection as plain text that ends with a line end, for an output channel. Free of its secret. */
export function doctorReportOf({ time, connection, checks }: ToDoctorReport): string {
  const facts: readonly (readonly [label: string, text: string])[] = [
    ["Time", time],
    ["Connection", `${connection.name}, ${environmentLabels[environmentOf(connection)]}`],
    ["Account", `${connection.accountId}, stream ${connection.streamId}`],
    ...checks.map((check) => [LABELS[check.name], lineOf(check)] as const),
  ];
  const width = Math.max(...facts.map(([label]) => label.length));
  const lines = facts.map(([label, text]) => `${label.padEnd(width)}  ${visibleLine(text, 1_000)}`);
  const report = `━━━ ${visibleLine(`Test of ${connection.name}`)} ━━━\n\n${lines.join("\n")}\n\n`;
  return createRedactor(secretsOf(connection.credential)).text(report);
}

const LABELS: Readonly<Record<DoctorCheck["name"], string>> = {
  proxy: "Proxy",
  host: "Host",
  clock: "Clock",
  token: "Token",
  "campaign-management": "Campaign Management",
  configuration: "Configuration",
};

const RESULTS = { ok: "OK: ", failed: "FAILED: ", unchecked: "" } as const;

function lineOf(check: DoctorCheck): string {
  const { result, text } = describeCheck(check, { place: "editor" });
  return `${RESULTS[result]}${text}`;
}

/** The result on one line for a notification: the first failed check with its next step. Free of the secret. */
export function doctorInShort({ name, credential }: Connection, checks: readonly DoctorCheck[]): string {
  const failure = firstFailure(checks);
  const shown = `“${visibleLine(name, 60)}”`;
  const text =
    failure === undefined
      ? `${shown} works: host, clock, token and both API scopes are fine.`
      : `${shown} failed the check of ${NOUNS[failure.check.name]}. ${describeCheck(failure.check, { place: "editor" }).text}`;
  return createRedactor(secretsOf(credential)).text(text);
}

const NOUNS: Readonly<Record<DoctorCheck["name"], string>> = {
  proxy: "the proxy",
  host: "the host",
  clock: "the clock",
  token: "the token",
  "campaign-management": "the API scope “Campaign Management”",
  configuration: "the API scope “Configuration”",
};
