import type { Command } from "commander";
import {
  isFamiliarHost,
  parseClientId,
  parseClientSecret,
  parseConnection,
  parseHost,
  parseToken,
  type Connection,
  type Credential,
} from "../core/connection/connection";
import { refuse, type Parsed } from "../core/text/parsed";

/** The destination of a submission, from the command line. Missing values come from the environment. */
export interface ConnectionOptions {
  readonly host?: string;
  readonly accountId?: string;
  readonly streamId?: string;
}

/** Adds the options that name the account. */
export function addConnectionOptions(command: Command): Command {
  return command
    .option("--host <host>", "environment, for example https://platform.kore.ai (or CAMPAIGN_JSON_HOST)")
    .option("--account-id <id>", "account (or CAMPAIGN_JSON_ACCOUNT_ID)")
    .option("--stream-id <id>", "bot or stream (or CAMPAIGN_JSON_STREAM_ID)");
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The practice server has its own address. Undefined when the options can be combined. */
export function refusalOfPractice(
  options: ConnectionOptions & { readonly practice?: true },
): string | undefined {
  const isNamed = (options.host ?? options.accountId ?? options.streamId) !== undefined;
  return options.practice && isNamed
    ? "--practice can't be combined with --host, --account-id or --stream-id."
    : undefined;
}

/**
 * Why a credential is not sent to a host before a question is asked. The environment may have been changed unnoticed, for
 * example by a workspace's terminal settings.
 * @param named the host of the command line
 */
export function refusalOfHost(host: string, named: string | undefined): string | undefined {
  return named === undefined && !isFamiliarHost(host)
    ? `Not sent: CAMPAIGN_JSON_HOST is ${host}, which is outside the domain kore.ai. Pass --host to confirm it.`
    : undefined;
}

/** Reads `CAMPAIGN_JSON_…`. Secrets come only from there: every process can see a command line. */
export function connectionFrom(
  options: ConnectionOptions,
  env: Environment,
  /** A dry run sends nothing, so it needs no credential. */
  needsCredential: boolean,
): Parsed<Connection> {
  const host = options.host ?? env["CAMPAIGN_JSON_HOST"];
  const accountId = options.accountId ?? env["CAMPAIGN_JSON_ACCOUNT_ID"];
  const streamId = options.streamId ?? env["CAMPAIGN_JSON_STREAM_ID"];
  const gaps = [
    ...(host ? [] : [["host", "--host or CAMPAIGN_JSON_HOST"] as const]),
    ...(accountId ? [] : [["account id", "--account-id or CAMPAIGN_JSON_ACCOUNT_ID"] as const]),
    ...(streamId ? [] : [["stream id", "--stream-id or CAMPAIGN_JSON_STREAM_ID"] as const]),
    ...credentialGaps(env, needsCredential),
  ];
  if (!host || !accountId || !streamId || gaps.length > 0) return refuse(missingText(gaps));
  const credential = credentialFrom(env);
  if (!credential.valid) return credential;
  const parsedHost = parseHost(host);
  return parseConnection({
    id: "command-line",
    name: "Command line",
    host,
    accountId,
    streamId,
    // A host that may call real people must not be treated as practice; only loopback is certain to call nobody.
    production: !(parsedHost.valid && parsedHost.loopback),
    credential: credential.value,
  });
}

/** A missing value, and where to set it. */
type Gap = readonly [what: string, where: string];

/** All gaps at once, so that a person does not find them one by one. */
function missingText(gaps: readonly Gap[]): string {
  const [[what, where] = ["", ""], ...more] = gaps;
  return more.length === 0
    ? `The ${what} is missing: set ${where}.`
    : `Values are missing. Set ${gaps.map(([each, place]) => `the ${each} (${place})`).join(", ")}.`;
}

function credentialGaps(env: Environment, needed: boolean): readonly Gap[] {
  const client = [env["CAMPAIGN_JSON_CLIENT_ID"], env["CAMPAIGN_JSON_CLIENT_SECRET"]] as const;
  if (env["CAMPAIGN_JSON_TOKEN"]) return [];
  if (client[0] && !client[1]) return [["client secret", "CAMPAIGN_JSON_CLIENT_SECRET"]];
  if (client[1] && !client[0]) return [["client id", "CAMPAIGN_JSON_CLIENT_ID"]];
  return client[0] || !needed
    ? []
    : [["credential", "CAMPAIGN_JSON_TOKEN, or CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET"]];
}

/** Either a token or a client. If both are set, the choice is not guessed. */
function credentialFrom(env: Environment): Parsed<Credential> {
  const token = env["CAMPAIGN_JSON_TOKEN"];
  const clientId = env["CAMPAIGN_JSON_CLIENT_ID"];
  const clientSecret = env["CAMPAIGN_JSON_CLIENT_SECRET"];
  if (token && (clientId || clientSecret))
    return refuse(
      "Two credentials are set. Unset CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET to use the ready " +
        "token, or unset CAMPAIGN_JSON_TOKEN to mint one for each request.",
    );
  if (token) return tokenFrom(token);
  if (clientId && clientSecret) return clientFrom(clientId, clientSecret);
  // A dry run may have none.
  return { valid: true, value: { kind: "token", token: "no-token" } };
}

function tokenFrom(text: string): Parsed<Credential> {
  const parsed = parseToken(text);
  if (!parsed.valid) return refuse(`CAMPAIGN_JSON_TOKEN: ${parsed.reason}`);
  return { valid: true, value: { kind: "token", token: parsed.token } };
}

function clientFrom(id: string, secret: string): Parsed<Credential> {
  const clientId = parseClientId(id);
  if (!clientId.valid) return refuse(`CAMPAIGN_JSON_CLIENT_ID: ${clientId.reason}`);
  const clientSecret = parseClientSecret(secret);
  if (!clientSecret.valid) return refuse(`CAMPAIGN_JSON_CLIENT_SECRET: ${clientSecret.reason}`);
  return {
    valid: true,
    value: { kind: "client", clientId: clientId.value, clientSecret: clientSecret.value },
  };
}
