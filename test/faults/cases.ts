import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Outcome } from "../../src/core/platform/outcome";
import * as a from "./answers";
import type { Misbehaviour } from "./server";

/** One way in which a submission can fail or succeed, and its expected outcome. */
export interface FaultCase {
  readonly what: string;
  /** "nobody": the port is closed. */
  readonly server: Misbehaviour | "nobody";
  /** The expected properties of the outcome besides its kind. */
  readonly is?: Readonly<Record<string, unknown>>;
  /** The number of requests that begin to arrive: 1 if omitted, and never more. */
  readonly requests?: 0 | 1;
  /** The timeout; long if omitted, so that only the timeout cases wait for it. */
  readonly seconds?: number;
  /** The host in the connection; the server's address if omitted. */
  readonly host?: (port: number) => string;
  /** This computer trusts the server's certificate. */
  readonly trusted?: true;
  /** The campaign has half a MiB, so it is sent in several packets. */
  readonly large?: true;
  /** The stage of the server at which the person cancels the submission. */
  readonly stopAt?: Misbehaviour["at"];
}

/** The documented exit codes. */
export const EXIT: Readonly<Record<Outcome["kind"], number>> = {
  accepted: 0,
  rejected: 3,
  unauthorized: 3,
  "rate-limited": 3,
  redirected: 3,
  "not-sent": 4,
  unknown: 5,
  cancelled: 130,
};

const errors = (msg: string, code: number): object => ({ errors: [{ msg, code }] });
const RATE_LIMIT = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
const VALIDATION = "Validation errors/ Invalid arguments";
const GZIP = { "content-encoding": "gzip" };
/** 64 KiB that unpack to 64 MiB. */
const BOMB = gzipSync(Buffer.alloc(2 ** 26, " "));
/** 100 MiB. */
const HUGE = 104_857_600;

const https = (port: number): string => `https://127.0.0.1:${port}`;
const REDIRECTS = [301, 302, 303, 307, 308];

export type FaultCases = Readonly<Record<Outcome["kind"], readonly FaultCase[]>>;

/**
 * Each row of the table of outcomes with its cases, one on each line so that they read as a table. `status` is the one
 * that means accepted, and `state` is that of the campaign then.
 */
// prettier-ignore
function casesFor(status: string, state: string): FaultCases {
  const SUCCESS = { status, message: "ok", data: { id: "cd-1", status: "Preparing" } };
  const TEXT = JSON.stringify(SUCCESS);
  const LENGTH = { "content-length": String(TEXT.length) };
  return {
  accepted: [
    { what: "200", server: a.json(200, SUCCESS), is: { campaignId: "cd-1", state } },
    { what: "201", server: a.json(201, SUCCESS), is: { httpStatus: 201 } },
    { what: "without an id", server: a.json(200, { status }), is: { campaignId: undefined } },
    { what: "gzip", server: a.answer(200, gzipSync(TEXT), GZIP) },
    { what: "deflate", server: a.answer(200, deflateSync(TEXT), { "content-encoding": "deflate" }) },
    { what: "deflate without a header", server: a.answer(200, deflateRawSync(TEXT), { "content-encoding": "deflate" }) },
    { what: "brotli", server: a.answer(200, brotliCompressSync(TEXT), { "content-encoding": "br" }) },
    { what: "a certificate that is trusted", server: a.encrypted(a.json(200, SUCCESS)), host: https, trusted: true },
    { what: "100 Continue, then 200", server: a.says(a.head(100), a.head(200, LENGTH), TEXT) },
    { what: "103 Early Hints, then 200", server: a.says(a.head(103), a.head(200, LENGTH), TEXT) },
    { what: "HTTP/1.0 without a length", server: a.says("HTTP/1.0 200 OK\r\n\r\n", TEXT) },
    { what: "a trickle that ends in time", server: a.saysThen([a.head(200, { "content-length": String(TEXT.length + 5) }), TEXT], a.every(20, " ", 5)) },
    { what: "UTF-8 with a byte order mark", server: a.answer(200, `\ufeff${TEXT}`) },
    { what: "a message that is not UTF-8", server: a.answer(200, Buffer.from(TEXT.replace("ok", "g\xfcltig"), "latin1")), is: { campaignId: "cd-1", message: "g\ufffdltig" } },
    { what: "two responses on one socket, the second an error", server: a.says(a.head(200, LENGTH), TEXT, a.head(500, { "content-length": "0" })), is: { httpStatus: 200 } },
    { what: "an error under __proto__", server: a.answer(200, `{"__proto__":{"status":"failure","errors":[{"msg":"no"}]},${TEXT.slice(1)}`), is: { campaignId: "cd-1" } },
  ],
  rejected: [
    { what: "200 with the envelope of errors", server: a.json(200, errors(VALIDATION, 412)), is: { httpStatus: 200, code: 412, messages: [VALIDATION] } },
    { what: "200 with the envelope of errors about credentials", server: a.json(200, errors("Invalid SDK credentials", 4002)), is: { code: 4002 } },
    { what: "200 with status failure", server: a.json(200, { status: "failure", message: "…" }), is: { messages: ["…"] } },
    { what: "200 with status error", server: a.json(200, { status: "error", message: "no" }), is: { messages: ["no"] } },
    { what: "400", server: a.json(400, errors("Bad request", 400)) },
    { what: "408 with the code of a refusal", server: a.json(408, errors(VALIDATION, 412)), is: { httpStatus: 408 } },
    ...["failure", "failed", "fail", "ERROR"].map((status): FaultCase => ({ what: `202 with status ${status}`, server: a.json(202, { status, message: "no" }), is: { messages: ["no"] } })),
    { what: "400 whose error names its field with an object", server: a.json(400, { errors: [{ msg: "name is wrong", path: [{ toString: 1, valueOf: 1 }] }] }), is: { messages: ["name is wrong"] } },
    { what: "400 whose error names its field with 20,000 wrappers", server: a.json(400, { errors: [{ msg: "x", field: `${"data.".repeat(20_000)}name` }] }) },
    { what: "400 with 60,000 errors", server: a.json(400, { errors: Array.from({ length: 60_000 }, (_, index) => ({ msg: `e${index}` })) }) },
    { what: "400 that is not UTF-8", server: a.answer(400, Buffer.from('{"errors":[{"msg":"ung\xfcltig"}]}', "latin1")), is: { messages: ["ung\ufffdltig"] } },
    { what: "404 with a page", server: a.page(404, "Not found"), is: { httpStatus: 404, messages: [] } },
    { what: "405", server: a.json(405, errors("Method Not Allowed", 405)) },
    { what: "409", server: a.json(409, errors("Campaign name already exists", 409)), is: { httpStatus: 409 } },
    { what: "412", server: a.json(412, errors(VALIDATION, 412)), is: { httpStatus: 412, code: 412 } },
    { what: "413 from a gateway", server: a.page(413, "Request Entity Too Large") },
    { what: "422 cut in the middle", server: a.saysThen([a.head(422, { "content-length": "500" }), '{"err'], a.breaks) },
    { what: "500 in the vendor's envelope", server: a.json(500, errors("Boom", 500)), is: { httpStatus: 500, messages: ["Boom"] } },
    { what: "500 with status error", server: a.json(500, { status: "error", message: "Boom" }) },
    { what: "502 with the code of a refusal", server: a.json(502, errors(VALIDATION, 412)), is: { httpStatus: 502 } },
  ],
  unauthorized: [
    { what: "401, an expired token", server: a.json(401, errors("jwt expired", 401)), is: { why: "expired" } },
    { what: "401, an invalid token", server: a.json(401, errors("Invalid JWT token", 4002)), is: { why: "token" } },
    { what: "401, a wrong scope", server: a.json(401, errors("Permission denied. Scope is incorrect!", 4002)), is: { why: "scope" } },
    { what: "401, a wrong account or stream", server: a.json(401, errors("Invalid SDK credentials", 4002)), is: { why: "credentials" } },
    { what: "401, a token that was used before", server: a.json(401, errors("error verifying the jwt: possibly a replay", 401)), is: { why: "replay" } },
    { what: "401 with a page", server: a.page(401, "Sign in"), is: { why: "gateway" } },
    { what: "401 that is larger than allowed", server: a.saysThen(a.head(401), a.pours(2 ** 21)), is: { why: "other" } },
    { what: "403", server: a.json(403, errors("Forbidden", 403)), is: { httpStatus: 403, why: "other" } },
    { what: "403 with a firewall's page", server: a.page(403, "Blocked"), is: { httpStatus: 403, why: "gateway" } },
  ],
  "rate-limited": [
    { what: "429 without Retry-After", server: a.json(429, errors(RATE_LIMIT, 429)), is: { retryAfterSeconds: undefined, messages: [RATE_LIMIT] } },
    { what: "429 with seconds", server: a.answer(429, "", { "retry-after": "17" }), is: { retryAfterSeconds: 17 } },
    { what: "429 with a date far ahead", server: a.answer(429, "", { "retry-after": "Fri, 31 Dec 2999 23:59:59 GMT" }), is: { retryAfterSeconds: 86_400 } },
    { what: "429 with a date that has passed", server: a.answer(429, "", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }), is: { retryAfterSeconds: undefined } },
    { what: "429 with a page", server: a.page(429, "Slow down") },
    { what: "200 with the documented sentence", server: a.json(200, errors(RATE_LIMIT, 429)), is: { httpStatus: 200 } },
    { what: "503 with the documented sentence", server: a.answer(503, RATE_LIMIT, { "retry-after": "5" }), is: { retryAfterSeconds: 5 } },
  ],
  redirected: [
    ...REDIRECTS.flatMap((status): FaultCase[] => [
      { what: `${status} to another host`, server: a.redirect(status, ({ otherHost }) => `${otherHost}/campaign`), is: { httpStatus: status } },
      { what: `${status} to another port`, server: a.redirect(status, ({ otherPort }) => `${otherPort}/campaign`), is: { httpStatus: status } },
    ]),
    { what: "307 to another path of the same server", server: a.redirect(307, () => "/campaign"), is: { location: "/campaign" } },
    { what: "302 to a host without a scheme", server: a.redirect(302, ({ otherHost }) => otherHost.slice(5)) },
    { what: "302 to an invalid address", server: a.redirect(302, () => "http://["), is: { location: "http://[" } },
    { what: "302 to nowhere", server: a.answer(302), is: { location: undefined } },
    { what: "302 whose body never ends", server: a.saysThen(a.head(302, { location: "/x" }), a.every(5, "x")) },
    { what: "304", server: a.says(a.head(304)), is: { httpStatus: 304 } },
  ],
  "not-sent": [
    { what: "refused", server: "nobody", requests: 0, is: { reason: "refused" } },
    { what: "a name without an address", server: "nobody", requests: 0, host: () => "https://campaign.invalid", is: { reason: "dns" } },
    { what: "an untrusted certificate", server: a.encrypted(a.json(200, SUCCESS)), requests: 0, host: https, is: { reason: "tls" } },
    { what: "a certificate of another host", server: a.encrypted(a.json(200, SUCCESS)), requests: 0, host: (port) => `https://localhost:${port}`, trusted: true, is: { reason: "tls" } },
    { what: "plain text instead of TLS", server: { at: "first-byte", does: (socket) => void socket.end(a.head(400)) }, requests: 0, host: https, is: { reason: "tls" } },
    { what: "a reset during the TLS handshake", server: { at: "first-byte", does: a.breaks }, requests: 0, host: https },
    { what: "silence during the TLS handshake", server: { at: "connection", does: a.silent }, requests: 0, host: https, seconds: 0.5, is: { reason: "timeout" } },
    { what: "407 from a proxy", server: a.page(407, "Proxy Authentication Required"), is: { reason: "proxy" } },
  ],
  unknown: [
    { what: "a reset before the request is read", server: { at: "connection", does: a.ignoresAndBreaks }, requests: 0, is: { reason: "reset" } },
    { what: "a reset during the request", server: { at: "first-byte", does: a.breaks }, large: true, is: { reason: "reset" } },
    { what: "a reset after the request", server: { at: "request", does: a.breaks }, is: { reason: "reset" } },
    { what: "an end without a response", server: a.says(), is: { reason: "reset" } },
    { what: "an end in the middle of the headers", server: a.says("HTTP/1.1 200 OK\r\ncontent-"), is: { reason: "reset" } },
    { what: "silence", server: { at: "request", does: a.silent }, seconds: 0.5, is: { reason: "timeout" } },
    { what: "100 Continue, then silence", server: a.saysThen(a.head(100), a.silent), seconds: 0.5, is: { reason: "timeout" } },
    { what: "headers, then silence", server: a.saysThen(a.head(200, LENGTH), a.silent), seconds: 0.8, is: { reason: "timeout", httpStatus: 200 } },
    { what: "half a response, then silence", server: a.saysThen([a.head(200, LENGTH), TEXT.slice(0, 30)], a.silent), seconds: 0.5, is: { reason: "timeout" } },
    { what: "a trickle of headers", server: a.saysThen("HTTP/1.1 200 OK\r\n", a.every(10, "x: y\r\n")), seconds: 0.5, is: { reason: "timeout" } },
    { what: "a trickle of body", server: a.saysThen(a.head(200), a.every(10, " ")), seconds: 0.5, is: { reason: "timeout" } },
    { what: "an empty response", server: a.answer(200), is: { reason: "not-json", httpStatus: 200 } },
    { what: "204", server: a.says(a.head(204)), is: { reason: "not-json", httpStatus: 204 } },
    { what: "truncated JSON", server: a.answer(200, TEXT.slice(0, 30)), is: { reason: "not-json" } },
    { what: "a length longer than the body, then an end", server: a.says(a.head(200, { "content-length": "5000" }), TEXT), is: { reason: "reset" } },
    { what: "a length longer than the body, then a reset", server: a.saysThen([a.head(200, { "content-length": "5000" }), TEXT], a.breaks), is: { reason: "reset" } },
    { what: "a length shorter than the body", server: a.says(a.head(200, { "content-length": "30" }), TEXT), is: { reason: "not-json" } },
    { what: "more bytes than its length, after the JSON", server: a.says(a.head(200, LENGTH), TEXT, "and more") },
    { what: "an invalid length", server: a.says(a.head(200, { "content-length": "-1" }), TEXT), is: { reason: "unreadable" } },
    { what: "two lengths", server: a.says(a.head(200, { "content-length": "3", "Content-Length": "5" }), TEXT), is: { reason: "unreadable" } },
    { what: "chunks without an end", server: a.says(a.head(200, { "transfer-encoding": "chunked" }), `${TEXT.length.toString(16)}\r\n${TEXT}\r\n`), is: { reason: "reset" } },
    { what: "invalid chunks", server: a.says(a.head(200, { "transfer-encoding": "chunked" }), TEXT), is: { reason: "reset" } },
    { what: "a page", server: a.page(200, "Sign in"), is: { reason: "not-json" } },
    { what: "a page with 500", server: a.page(500, "Internal Server Error"), is: { reason: "gateway" } },
    ...[502, 503, 504].flatMap((httpStatus): FaultCase[] => [
      { what: `${httpStatus} with a page`, server: a.page(httpStatus, "Gateway"), is: { reason: "gateway", httpStatus } },
      { what: `${httpStatus} in the vendor's envelope`, server: a.json(httpStatus, errors("Gateway", httpStatus)), is: { reason: "gateway", httpStatus } },
    ]),
    { what: "500 with a success", server: a.json(500, SUCCESS), is: { reason: "gateway" } },
    { what: "400 with a success", server: a.json(400, SUCCESS), is: { reason: "unexpected" } },
    { what: "success and an error at once", server: a.json(200, { ...SUCCESS, ...errors("no", 412) }), is: { reason: "unexpected" } },
    { what: "a failure that names a campaign", server: a.json(200, { ...SUCCESS, status: "failure" }), is: { reason: "unexpected" } },
    { what: "success under __proto__ alone", server: a.answer(200, `{"__proto__":${TEXT},"constructor":{"prototype":${TEXT}}}`), is: { reason: "unexpected" } },
    { what: "JSON that is 100,000 levels deep", server: a.answer(200, "[".repeat(100_000) + "]".repeat(100_000)), is: { reason: "unexpected" } },
    { what: "101 Switching Protocols", server: a.says(a.head(101, { upgrade: "websocket", connection: "upgrade" })), seconds: 0.5, is: { reason: "timeout" } },
    { what: "a body of 100 MiB", server: a.saysThen(a.head(200, { "content-length": String(HUGE) }), a.pours(HUGE)), is: { reason: "too-large" } },
    { what: "a body that never ends", server: a.saysThen(a.head(200), a.pours(Infinity)), is: { reason: "too-large" } },
    { what: "a gzip bomb", server: a.answer(200, BOMB, GZIP), is: { reason: "too-large" } },
    { what: "headers without end", server: a.saysThen("HTTP/1.1 200 OK\r\n", a.every(1, `x: ${"y".repeat(4096)}\r\n`)), is: { reason: "too-large" } },
    { what: "broken gzip", server: a.answer(200, "this is not gzip", GZIP), is: { reason: "unreadable" } },
    { what: "truncated gzip", server: a.answer(200, gzipSync(TEXT).subarray(0, 40), GZIP), is: { httpStatus: 200 } },
    { what: "gzip without its last 9 bytes, whose JSON is whole", server: a.answer(200, gzipSync(TEXT).subarray(0, -9), GZIP), is: { reason: "unreadable", httpStatus: 200 } },
    { what: "gzip without its check sum", server: a.answer(200, gzipSync(TEXT).subarray(0, -8), GZIP), is: { reason: "unreadable" } },
    { what: "gzip without its last byte", server: a.answer(200, gzipSync(TEXT).subarray(0, -1), GZIP), is: { reason: "unreadable" } },
    { what: "deflate without its last byte", server: a.answer(200, deflateSync(TEXT).subarray(0, -1), { "content-encoding": "deflate" }), is: { reason: "unreadable" } },
    { what: "brotli without its last byte", server: a.answer(200, brotliCompressSync(TEXT).subarray(0, -1), { "content-encoding": "br" }), is: { reason: "unreadable" } },
    ...[408, 425, 460, 499].flatMap((httpStatus): FaultCase[] => [
      { what: `${httpStatus}`, server: a.answer(httpStatus), is: { reason: "gateway", httpStatus } },
      { what: `${httpStatus} in words`, server: a.json(httpStatus, { error: "Request timed out while waiting for upstream" }), is: { reason: "gateway", messages: ["Request timed out while waiting for upstream"] } },
    ]),
    ...["accepted", "pending", "created", "queued", "partial", "successful", "succeeded", "done", "200", "in progress"].flatMap((status): FaultCase[] => [
      { what: `200 with status ${status}`, server: a.json(200, { status, message: "Campaign queued" }), is: { reason: "unexpected", messages: ["Campaign queued"] } },
      { what: `202 with status ${status}`, server: a.json(202, { status, jobId: "r-1" }), is: { reason: "unexpected", httpStatus: 202 } },
    ]),
    { what: "207 with some errors", server: a.json(207, { status: "partial", errors: ["priority"] }), is: { reason: "unexpected" } },
    { what: "202 with an empty object", server: a.json(202, {}), is: { reason: "unexpected" } },
    { what: "200 with the envelope of errors of a time-out", server: a.json(200, errors("Upstream timed out", 504)), is: { reason: "gateway" } },
    { what: "504 with a message", server: a.json(504, { message: "Endpoint request timed out" }), is: { reason: "gateway", messages: ["Endpoint request timed out"] } },
    { what: "broken brotli", server: a.answer(200, "this is not brotli", { "content-encoding": "br" }), is: { reason: "unreadable" } },
    { what: "an unknown encoding", server: a.answer(200, gzipSync(TEXT), { "content-encoding": "x-own" }), is: { reason: "not-json" } },
    { what: "UTF-16", server: a.answer(200, Buffer.from(TEXT, "utf16le")), is: { reason: "not-json" } },
    { what: "another protocol", server: a.says("220 mail.example ESMTP\r\n"), is: { reason: "unreadable" } },
    { what: "noise", server: a.says(Buffer.from([0, 255, 1, 254, 13, 10, 13, 10])), is: { reason: "unreadable" } },
    { what: "stopped after the request arrived", server: { at: "request", does: a.silent }, stopAt: "request", is: { reason: "cancelled" } },
    { what: "stopped in the middle of the response", server: a.saysThen([a.head(200, LENGTH), TEXT.slice(0, 30)], a.silent), stopAt: "request" },
  ],
  cancelled: [
    { what: "stopped during the TLS handshake", server: { at: "connection", does: a.silent }, requests: 0, host: https, stopAt: "connection" },
  ],
};
}

/** Those of a submission, and of an update, which the platform answers in the same way. */
export const cases = casesFor("success", "Preparing");

/** Those of a start and a stop, whose responses have the state in place of "success". */
export const triggerCases = {
  start: casesFor("Active", "Active"),
  stop: casesFor("Stopped", "Stopped"),
} as const;
