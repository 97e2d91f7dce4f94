import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Campaign } from "../../core/campaign/generated/campaign";
import type { ClientCredential, Connection, TokenCredential } from "../../core/connection/connection";
import { practiceAccountId } from "../../core/connection/environment";
import { createRedactor } from "../../core/text/redaction/redact";
import { PracticeAccount } from "./account";
import { refusal, type Answer } from "./answer";
import { receive } from "./receive";
import { answerCall } from "./routes";
import { doNotCallLists } from "./seed";
import { mintPracticeToken, practiceClient, TokenGate } from "./token";

export { mintPracticeToken, practiceClient } from "./token";

export interface PracticeServerOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Milliseconds until a new campaign changes from "Preparing" to "Ready"; 2000 by default. */
  readonly settleMs?: number;
  /** Milliseconds until a started campaign changes from "Active" to "Completed"; five minutes by default. */
  readonly runMs?: number;
  /** Campaigns that every account has from the beginning, for example from `parseSeed`. */
  readonly seed?: readonly Campaign[];
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly now?: () => number;
  /** Called after each response. */
  readonly onAnswer?: (received: ReceivedCall) => void;
}

/** One received call, with secrets removed. */
export interface ReceivedCall {
  readonly at: number;
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The first 16,384 characters. */
  readonly body: string;
  /** HTTP status of the response. */
  readonly status: number;
}

export interface PracticeServer {
  /** For example "http://127.0.0.1:40123". */
  readonly origin: string;
  readonly port: number;
  /** Ready to use; its token is valid only on a practice server. */
  readonly connection: Connection & { readonly credential: TokenCredential };
  /** Credentials for minting tokens, whose signature is then checked. */
  readonly client: ClientCredential;
  /** The last 500 calls, fewer if their bodies are large; the latest is last. */
  readonly requests: readonly ReceivedCall[];
  close(): Promise<void>;
}

/**
 * A local substitute for the platform: it responds to the campaign calls as documented, keeps everything in memory and
 * calls nobody. Any account and stream id creates its own account, as long as path, query and headers agree. Rejects if
 * the port is in use.
 */
export async function startPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const { port = 0, settleMs = 2000, runMs = 300_000, seed = [], now = Date.now, onAnswer } = options;
  const accounts = new Map<string, PracticeAccount>();
  const requests: ReceivedCall[] = [];
  /** The length of their bodies, in UTF-16 units. */
  let keptLength = 0;
  const account = (id: string): PracticeAccount => {
    const known = accounts.get(id) ?? new PracticeAccount(now, { settleMs, runMs }, doNotCallLists, seed);
    if (accounts.size >= MAX_ACCOUNTS && !accounts.has(id)) accounts.clear();
    accounts.set(id, known);
    keepWithin(accounts, known);
    return known;
  };
  const tokens = new TokenGate();
  const server = createServer(LIMITS, (request, response) => {
    handle(request, (call) => answerCall(call, { now, account, tokens }))
      .then(({ answer, body }) => {
        if (answer === undefined) return;
        send(request, response, answer);
        const received = { at: now(), ...redacted(request, body), status: answer.status };
        requests.push(received);
        keptLength += received.body.length;
        while (requests.length > MAX_REQUESTS || keptLength > MAX_KEPT_LENGTH)
          keptLength -= requests.shift()?.body.length ?? keptLength;
        onAnswer?.(received);
      })
      // A bug of this server ends one call, and not the process.
      .catch(() => request.destroy());
  });
  server.maxConnections = 100;
  const boundPort = await listen(server, port);
  const origin = `http://127.0.0.1:${boundPort}`;
  return {
    origin,
    port: boundPort,
    requests,
    client: practiceClient,
    connection: {
      id: "practice",
      name: "Practice",
      host: origin,
      accountId: practiceAccountId,
      streamId: "st-practice",
      production: false,
      credential: { kind: "token", token: mintPracticeToken() },
    },
    close: () => close(server),
  };
}

const MAX_ACCOUNTS = 100;
const MAX_REQUESTS = 500;
/** Several bodies of maximum size, or all 500 of usual size. */
const MAX_KEPT_LENGTH = 4 * 1_048_576;
/** 1 MiB; a campaign is some 2 KiB. */
const MAX_BODY_BYTES = 1_048_576;
/** UTF-16 units of a body that are kept per call. */
const MAX_KEPT = 16_384;
/** UTF-16 units that are redacted before cutting, so that a token at the cut is still recognized. */
const MAX_REDACTED = 4 * MAX_KEPT;
/** UTF-16 units of all campaigns of all accounts, as JSON. */
const MAX_STORED = 33_554_432;
/** Milliseconds and bytes. Slow callers are disconnected; a token of 8 KiB fits. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32_768,
};

/** Removes other accounts, oldest first, while all together are too large. */
function keepWithin(accounts: Map<string, PracticeAccount>, latest: PracticeAccount): void {
  let size = 0;
  for (const account of accounts.values()) size += account.size;
  for (const [id, account] of accounts) {
    if (size <= MAX_STORED) return;
    if (account === latest) continue;
    accounts.delete(id);
    size -= account.size;
  }
}

async function handle(
  request: IncomingMessage,
  answerWith: (call: Parameters<typeof answerCall>[0]) => Answer,
): Promise<{ answer?: Answer; body: string }> {
  if (!isOwnHost(request))
    return { answer: refusal(421, 421, "This server answers to 127.0.0.1 and localhost only"), body: "" };
  const received = await receive(request, MAX_BODY_BYTES);
  if (received.kind === "broken") return { body: "" };
  if (received.kind === "too-large")
    return { answer: refusal(413, 413, "The body is larger than 1 MiB"), body: "" };
  const { method = "", url: target = "" } = request;
  const body = received.text;
  try {
    return { answer: answerWith({ method, target, headers: plainHeaders(request), body }), body };
  } catch {
    // A bug of this server. Its message may quote the request, so it is not sent to the caller.
    return { answer: refusal(500, 500, "Internal error"), body };
  }
}

/** A web page can reach loopback under its own host name; its Host header reveals that. */
function isOwnHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(
    (request.headers.host ?? "").toLowerCase(),
  );
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  // The rest of a refused body is read and dropped for a moment, so that the response arrives.
  if (!request.complete) setTimeout(() => request.destroy(), 1000).unref();
  request.resume();
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...(request.complete ? {} : { connection: "close" }),
  });
  response.end(text);
}

function redacted(
  request: IncomingMessage,
  body: string,
): Pick<ReceivedCall, "method" | "url" | "headers" | "body"> {
  const headers = plainHeaders(request);
  const redactor = createRedactor([headers["auth"] ?? ""]);
  return {
    method: request.method ?? "",
    url: redactor.text(request.url ?? ""),
    headers: redactor.headers(headers),
    body: redactor.text(body.slice(0, MAX_REDACTED)).slice(0, MAX_KEPT),
  };
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
