import { credentialExpiry, parseConnection, secretsOf, type Connection } from "../connection/connection";
import { tokenFor } from "../connection/mint";
import { toOutcome, type SuccessWord } from "./read-outcome";
import type { Outcome } from "./outcome";
import { createRedactor, REDACTED } from "../text/redaction/redact";
import { redactOutcome } from "./redact-outcome";
import { DEFAULT_MAX_BYTES, type HttpRequest, type Transport } from "./transport";

export interface ExchangeParameters {
  readonly connection: Connection;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly now: () => number;
  /** For the `jti` of a minted token; a random UUID by default. */
  readonly randomId?: () => string;
}

export interface Exchange {
  readonly outcome: Outcome;
  /** For display: secrets removed from headers, address and body. */
  readonly request: HttpRequest;
}

type ToRequest = (connection: Connection, token: string) => HttpRequest;

/**
 * Sends one request and reads its outcome. Makes one transport call, or none if the connection is invalid or its token
 * has expired. A client's token is minted for this request only. Every result has passed the redactor, which knows the
 * secret and the token. `toRequest` receives the checked connection. `success` is the response's `status` that means
 * accepted.
 */
export async function exchange(
  parameters: ExchangeParameters,
  toRequest: ToRequest,
  success: SuccessWord = "success",
): Promise<Exchange> {
  const checked = parseConnection(parameters.connection);
  const connection = checked.valid ? checked.value : parameters.connection;
  const { credential } = connection;
  const refused: Outcome | undefined = checked.valid
    ? refusalOf(connection, parameters.now())
    : { kind: "not-sent", reason: "invalid-connection", detail: checked.reason };
  if (refused !== undefined) {
    const redactor = createRedactor(secretsOf(credential));
    return {
      outcome: redactOutcome(refused, redactor),
      request: redactor.request(toRequest(connection, REDACTED)),
    };
  }
  const { now, randomId = () => crypto.randomUUID() } = parameters;
  const token = await tokenFor(credential, now(), randomId);
  const redactor = createRedactor([...secretsOf(credential), token]);
  const request = toRequest(connection, token);
  const outcome = await send(parameters, request, success);
  return { outcome: redactOutcome(outcome, redactor), request: redactor.request(request) };
}

/** A request that would certainly fail is not sent. */
function refusalOf({ credential }: Connection, now: number): Outcome | undefined {
  const expiresAt = credentialExpiry(credential);
  if (expiresAt === undefined || expiresAt > now) return undefined;
  const detail = `The token expired at ${new Date(expiresAt).toISOString()}.`;
  return { kind: "not-sent", reason: "token-expired", detail };
}

async function send(
  parameters: ExchangeParameters,
  request: HttpRequest,
  success: SuccessWord,
): Promise<Outcome> {
  const { connection, transport, signal, timeoutMs, now } = parameters;
  if (signal.aborted) return { kind: "cancelled" };
  const result = await transport(request, { signal, timeoutMs, maxBytes: DEFAULT_MAX_BYTES });
  const outcome = toOutcome(result, now(), success);
  if (outcome.kind !== "unauthorized" || outcome.why !== "token") return outcome;
  // A token minted just now can't have expired, so its source (client or clock) is wrong.
  if (connection.credential.kind === "client") return { ...outcome, why: "client" };
  // The platform reports expired tokens as "invalid" too; a token that expired during the call explains it.
  const ranOut = refusalOf(connection, now()) !== undefined;
  return ranOut ? { ...outcome, why: "expired" } : outcome;
}
