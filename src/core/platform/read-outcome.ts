import { parseJson, readEnvelope, type Envelope } from "./envelope";
import type { NotSent, Outcome, RateLimited, UnauthorizedWhy, Unknown, UnknownReason } from "./outcome";
import { readRetryAfter } from "./retry-after";
import type { HttpAnswer, HttpFailure, HttpResult } from "./transport";

/**
 * Turns a transport result into an outcome. The checks are ordered by certainty: redirect and rate limit first, then
 * refusals decided by the status line, then the body. If the body contradicts itself or the status line, the outcome is
 * `unknown`: checking first costs a minute, a duplicate campaign calls people twice. `now`, in milliseconds since 1970,
 * is for a date in `Retry-After`. `success` is the only `status` in the envelope that means accepted.
 */
export function toOutcome(result: HttpResult, now: number, success: SuccessWord = "success"): Outcome {
  return result.kind === "failed" ? fromFailure(result) : fromAnswer(result, now, success);
}

/** The documented `status` of a response. Start and stop have the campaign's state in its place. */
export type SuccessWord = "success" | "Active" | "Stopped";

function fromFailure({ left, reason, detail }: HttpFailure): Outcome {
  if (left) return { kind: "unknown", reason, detail };
  return reason === "cancelled" ? { kind: "cancelled" } : { kind: "not-sent", reason, detail };
}

function fromAnswer(answer: HttpAnswer, now: number, success: SuccessWord): Outcome {
  const { status: httpStatus } = answer;
  if (httpStatus >= 300 && httpStatus < 400) return redirected(answer);
  if (httpStatus === 407) return proxyRefused();
  // A truncated body may parse by chance, so only a complete one is trusted.
  const parsed = answer.cut === undefined ? parseJson(answer.text) : undefined;
  const envelope = readEnvelope(parsed?.json);
  const response = parsed === undefined ? answer.text : parsed.json;
  const messages = envelope?.messages ?? [];
  const unknown = (reason: UnknownReason, detail: string): Unknown => {
    const serverMessages = messages.length === 0 ? {} : { messages };
    return { kind: "unknown", reason: answer.cut ?? reason, httpStatus, detail, ...serverMessages, response };
  };
  if (isRateLimit(answer, envelope, success)) return { ...rateLimited(answer, now), messages, response };
  const isRequestError = httpStatus >= 400 && httpStatus < 500 && !isOfTheWay(httpStatus);
  if (isRequestError && claimsSuccess(envelope, success))
    return unknown("unexpected", `The answer was ${httpStatus}, and says success.`);
  if (httpStatus === 401 || httpStatus === 403) {
    const why = isPage(answer.text) ? "gateway" : toWhy(messages);
    return { kind: "unauthorized", httpStatus, why, messages, response };
  }
  const code = envelope?.code === undefined ? {} : { code: envelope.code };
  const rejected: Outcome = { kind: "rejected", httpStatus, messages, ...code, response };
  if (isOfTheWay(envelope?.code))
    return unknown("gateway", `The answer was ${httpStatus}, and names the code ${envelope?.code ?? ""}.`);
  if (isRequestError) return rejected;
  if (httpStatus >= 400)
    return isVendorRefusal(httpStatus, envelope)
      ? rejected
      : unknown("gateway", `The answer was ${httpStatus} without a clear no of the platform itself.`);
  if (httpStatus < 200) return unknown("unexpected", `The answer was ${httpStatus}.`);
  if (parsed === undefined) return unknown("not-json", "The answer is not whole JSON.");
  if (saysSuccess(envelope, success)) return accepted(httpStatus, envelope, success, response);
  if (isVendorFailure(envelope)) return rejected;
  return unknown("unexpected", "The answer says neither success nor failure.");
}

/**
 * Statuses of a server in between whose upstream did not respond, perhaps after doing the work: Request Timeout, Too
 * Early, 460 of AWS's load balancer, 499 of nginx, and the three gateway statuses.
 */
function isOfTheWay(code: number | undefined): boolean {
  return code !== undefined && [408, 425, 460, 499, 502, 503, 504].includes(code);
}

/** The platform responds with JSON; a web page comes from a firewall, proxy or gateway. */
function isPage(text: string): boolean {
  return /^\ufeff?\s{0,100}<(?:!doctype|html|head|body|title|h1|p|center|\?xml)\b/i.test(text.slice(0, 200));
}

function saysSuccess(envelope: Envelope | undefined, success: SuccessWord): envelope is Envelope {
  return envelope?.status === success && !envelope.mentionsErrors;
}

/** Whether the body contradicts a status that says no: a success, or the campaign that it names, may exist. */
function claimsSuccess(envelope: Envelope | undefined, success: SuccessWord): boolean {
  if (envelope?.status !== success) return false;
  return envelope.campaignId !== undefined || !envelope.mentionsErrors;
}

function accepted(httpStatus: number, envelope: Envelope, success: SuccessWord, response: unknown): Outcome {
  const state = success === "success" ? envelope.campaignState : success;
  return {
    kind: "accepted",
    httpStatus,
    ...(envelope.campaignId === undefined ? {} : { campaignId: envelope.campaignId }),
    ...(state === undefined ? {} : { state }),
    message: envelope.message ?? "",
    response,
  };
}

/**
 * For 5xx and the statuses above, only the vendor's own words count: a gateway's page or JSON does not show what the
 * server did. The vendor's own gateway may use such a status in the vendor's envelope; then the envelope must have a
 * refusal code, which a gateway would not invent.
 */
function isVendorRefusal(httpStatus: number, envelope: Envelope | undefined): boolean {
  return isVendorFailure(envelope) && (!isOfTheWay(httpStatus) || isRefusalCode(envelope?.code));
}

/** 4xx as in HTTP, or the vendor's own 4002 and similar. */
function isRefusalCode(code: number | undefined): boolean {
  return code !== undefined && ((code >= 400 && code < 500) || (code >= 4000 && code < 5000));
}

/**
 * The vendor's error envelope, or a word for failure. If it also names a campaign, or has another status word, it is
 * not a clear refusal.
 */
function isVendorFailure(envelope: Envelope | undefined): boolean {
  if (envelope === undefined || envelope.campaignId !== undefined) return false;
  const { status } = envelope;
  return status === undefined ? envelope.hasErrors : isFailureWord(status);
}

function isFailureWord(status: string): boolean {
  return /^(failure|failed|fail|error)$/i.test(status);
}

/** The documented sentence counts with any status, if it is the error and not, for example, a campaign's name. */
function isRateLimit(answer: HttpAnswer, envelope: Envelope | undefined, success: SuccessWord): boolean {
  if (answer.status === 429) return !claimsSuccess(envelope, success);
  if (envelope?.status === success || envelope?.campaignId !== undefined) return false;
  const spoken = envelope === undefined ? [answer.text.trim()] : envelope.messages;
  return spoken.some((text) => /^you['’]ve exceeded the per-minute rate limit/i.test(text));
}

function rateLimited(
  answer: HttpAnswer,
  now: number,
): Pick<RateLimited, "kind" | "httpStatus" | "retryAfterSeconds"> {
  const seconds = readRetryAfter(answer.headers["retry-after"], now);
  const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  return { kind: "rate-limited", httpStatus: answer.status, ...wait };
}

function redirected(answer: HttpAnswer): Outcome {
  const location = answer.headers["location"];
  return { kind: "redirected", httpStatus: answer.status, ...(location === undefined ? {} : { location }) };
}

/** By definition, 407 comes from a proxy (RFC 9110 §15.5.8): the request went no further. */
function proxyRefused(): NotSent {
  return { kind: "not-sent", reason: "proxy", detail: "The proxy requires authentication (407)." };
}

/** Sentences of the vendor's public APIs. */
function toWhy(messages: readonly string[]): UnauthorizedWhy {
  const text = messages.join("\n");
  if (/expired/i.test(text)) return "expired";
  if (/scope|permission denied/i.test(text)) return "scope";
  if (/replay/i.test(text)) return "replay";
  if (/jwt|token/i.test(text)) return "token";
  if (/credentials/i.test(text)) return "credentials";
  return "other";
}
