import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ClientCredential, Connection, ReadyToken } from "../../core/connection/connection";
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
  /** Milliseconds until a new campaign turns from "Preparing" to "Ready"; 2000 by default. */
  readonly settleMs?: number;
  /** Milliseconds since 1970; `Date.now` by default. */
  readonly now?: () => number;
  /** Told after each answer. */
  readonly onAnswer?: (received: ReceivedCall) => void;
}

/** One call that arrived, secrets removed. */
export interface ReceivedCall {
  readonly at: number;
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its first 16,384 characters. */
  readonly body: string;
  /** HTTP status of the answer. */
  readonly status: number;
}

export interface PracticeServer {
  /** For example "http://127.0.0.1:40123". */
  readonly origin: string;
  readonly port: number;
  /** Ready to use; its token opens nothing but a practice server. */
  readonly connection: Connection & { readonly credential: ReadyToken };
  /** For the same connection with tokens that are minted, whose signature is then looked at. */
  readonly client: ClientCredential;
  /** The last 500 calls, fewer when their bodies are large; the latest at the end. */
  readonly requests: readonly ReceivedCall[];
  close(): Promise<void>;
}

/**
 * A stand-in for the platform on this computer: it answers the campaign calls as the vendor's pages describe them,
 * keeps everything in memory and calls no one. Any account and stream id opens an account of its own, as long as
 * path, query and headers agree. Rejects when the port is taken.
 */
export async function startPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const { port = 0, settleMs = 2000, now = Date.now, onAnswer } = options;
  const accounts = new Map<string, PracticeAccount>();
  const requests: ReceivedCall[] = [];
  /** Of their bodies together, in UTF-16 units. */
  let keptLength = 0;
  const account = (id: string): PracticeAccount => {
    const known = accounts.get(id) ?? new PracticeAccount(now, settleMs, doNotCallLists);
    if (accounts.size >= MOST_ACCOUNTS && !accounts.has(id)) accounts.clear();
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
        while (requests.length > MOST_REQUESTS || keptLength > MOST_KEPT_LENGTH)
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

const MOST_ACCOUNTS = 100;
const MOST_REQUESTS = 500;
/** Several of the largest bodies, and all 500 of usual ones. */
const MOST_KEPT_LENGTH = 4 * 1_048_576;
/** 1 MiB; a campaign is some 2 KiB. */
const MOST_BODY_BYTES = 1_048_576;
/** UTF-16 units of a body that are kept of a call. */
const MOST_KEPT = 16_384;
/** UTF-16 units that are cleaned for it: a token that is cut at the end of the kept part is still found whole. */
const MOST_CLEANED = 4 * MOST_KEPT;
/** UTF-16 units of all campaigns of all accounts, as JSON. */
const MOST_STORED = 33_554_432;
/** Milliseconds, and bytes. A caller that dawdles is let go; a token of 8 KiB fits in. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32_768,
};

/** Forgets the other accounts, the oldest first, where all together hold too much. */
function keepWithin(accounts: Map<string, PracticeAccount>, latest: PracticeAccount): void {
  let size = 0;
  for (const account of accounts.values()) size += account.size;
  for (const [id, account] of accounts) {
    if (size <= MOST_STORED) return;
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
  const received = await receive(request, MOST_BODY_BYTES);
  if (received.kind === "broken") return { body: "" };
  if (received.kind === "too-large")
    return { answer: refusal(413, 413, "The body is larger than 1 MiB"), body: "" };
  const { method = "", url: target = "" } = request;
  const body = received.text;
  try {
    return { answer: answerWith({ method, target, headers: plainHeaders(request), body }), body };
  } catch {
    // A bug of this server. Its message may quote the request, so the caller does not see it.
    return { answer: refusal(500, 500, "Internal error"), body };
  }
}

/** A page in a browser can reach loopback under a name of its own; its Host header then tells. */
function isOwnHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(
    (request.headers.host ?? "").toLowerCase(),
  );
}

function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  // What is left of a body that was refused is read and dropped for a moment, so that the answer gets through.
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
    body: redactor.text(body.slice(0, MOST_CLEANED)).slice(0, MOST_KEPT),
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
