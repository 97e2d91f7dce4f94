import { parseJson, readEnvelope, type Envelope } from "./envelope";
import type { NotSent, Outcome, RateLimited, UnauthorizedWhy, Unknown, UnknownReason } from "./outcome";
import { readRetryAfter } from "./retry-after";
import type { HttpAnswer, HttpFailure, HttpResult } from "./transport";

/**
 * What a result of the transport means. The order of the questions is the order of certainty: a redirect and the
 * rate limit first, then the refusals a status line alone decides, then what the body says. Wherever the body
 * contradicts itself or the status line, the answer is `unknown`: being asked to look first costs a minute,
 * a second campaign rings people twice. `now`, in milliseconds since 1970, is for a date to wait until.
 */
export function toOutcome(result: HttpResult, now: number): Outcome {
  return result.kind === "failed" ? fromFailure(result) : fromAnswer(result, now);
}

function fromFailure({ left, reason, detail }: HttpFailure): Outcome {
  if (left) return { kind: "unknown", reason, detail };
  return reason === "cancelled" ? { kind: "cancelled" } : { kind: "not-sent", reason, detail };
}

function fromAnswer(answer: HttpAnswer, now: number): Outcome {
  const { status: httpStatus } = answer;
  if (httpStatus >= 300 && httpStatus < 400) return redirected(answer);
  if (httpStatus === 407) return proxyRefused();
  // A body that was cut may still parse by chance; only a whole one is believed.
  const parsed = answer.cut === undefined ? parseJson(answer.text) : undefined;
  const envelope = readEnvelope(parsed?.json);
  const response = parsed === undefined ? answer.text : parsed.json;
  const messages = envelope?.messages ?? [];
  const unknown = (reason: UnknownReason, detail: string): Unknown => {
    return { kind: "unknown", reason: answer.cut ?? reason, httpStatus, detail, response };
  };
  if (isRateLimit(answer, envelope)) return { ...rateLimited(answer, now), messages, response };
  if (httpStatus >= 400 && httpStatus < 500 && saysSuccess(envelope))
    return unknown("unexpected", `The answer was ${httpStatus}, and says success.`);
  if (httpStatus === 401 || httpStatus === 403)
    return { kind: "unauthorized", httpStatus, why: toWhy(messages), messages, response };
  const code = envelope?.code === undefined ? {} : { code: envelope.code };
  const rejected: Outcome = { kind: "rejected", httpStatus, messages, ...code, response };
  if (httpStatus >= 400 && httpStatus < 500) return rejected;
  if (httpStatus >= 500)
    return isVendorRefusal(httpStatus, envelope)
      ? rejected
      : unknown("gateway", `The answer was ${httpStatus} without a clear no of the platform itself.`);
  if (httpStatus < 200) return unknown("unexpected", `The answer was ${httpStatus}.`);
  if (parsed === undefined) return unknown("not-json", "The answer is not whole JSON.");
  if (saysSuccess(envelope)) return accepted(httpStatus, envelope, response);
  if (isFailure(envelope)) return rejected;
  return unknown("unexpected", "The answer says neither success nor failure.");
}

function saysSuccess(envelope: Envelope | undefined): envelope is Envelope {
  return envelope?.status === "success" && !envelope.mentionsErrors;
}

function accepted(httpStatus: number, envelope: Envelope, response: unknown): Outcome {
  return {
    kind: "accepted",
    httpStatus,
    ...(envelope.campaignId === undefined ? {} : { campaignId: envelope.campaignId }),
    ...(envelope.campaignState === undefined ? {} : { state: envelope.campaignState }),
    message: envelope.messages[0] ?? "",
    response,
  };
}

/** An error envelope on a 2xx. One that also names a campaign, or says success as well, is no clear no. */
function isFailure(envelope: Envelope | undefined): boolean {
  if (envelope === undefined || envelope.campaignId !== undefined) return false;
  if (envelope.hasErrors) return envelope.status === undefined || !isSuccessWord(envelope.status);
  // Errors in a form that is not the vendor's are a no only beside a word that is.
  return envelope.status !== undefined && !isSuccessWord(envelope.status);
}

/**
 * On a 5xx only the vendor's own words count: a gateway's page or JSON says nothing of what the server did. 502, 503
 * and 504 are what a gateway says when the server behind it gave no answer, perhaps after doing the work, and the
 * vendor's own gateway may put that into the vendor's envelope. So with these three the envelope has to carry the
 * code of a refusal: a gateway would not make one up.
 */
function isVendorRefusal(httpStatus: number, envelope: Envelope | undefined): boolean {
  if (!isVendorFailure(envelope)) return false;
  return ![502, 503, 504].includes(httpStatus) || isRefusalCode(envelope?.code);
}

/** 4xx as in HTTP, or the vendor's own 4002 and its neighbours. */
function isRefusalCode(code: number | undefined): boolean {
  return code !== undefined && ((code >= 400 && code < 500) || (code >= 4000 && code < 5000));
}

function isVendorFailure(envelope: Envelope | undefined): boolean {
  if (envelope === undefined || envelope.campaignId !== undefined) return false;
  if (envelope.status !== undefined && isSuccessWord(envelope.status)) return false;
  return (
    envelope.hasErrors ||
    (envelope.status !== undefined && /^(failure|failed|fail|error)$/i.test(envelope.status))
  );
}

/** Beside "success", the states a campaign can be in: some answers put the state where the verdict belongs. */
function isSuccessWord(status: string): boolean {
  return /^(success|ok|active|completed|ready|paused|preparing|stopped|scheduled|rescheduled)$/i.test(status);
}

/** The documented sentence counts under any status, as long as it is the error and not, say, a campaign's name. */
function isRateLimit(answer: HttpAnswer, envelope: Envelope | undefined): boolean {
  if (answer.status === 429) return !saysSuccess(envelope);
  if (envelope?.status === "success" || envelope?.campaignId !== undefined) return false;
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

/** 407 comes from a proxy by definition (RFC 9110 §15.5.8): the request went no further. */
function proxyRefused(): NotSent {
  return { kind: "not-sent", reason: "proxy", detail: "The proxy asks for a sign-in (407)." };
}

/** The sentences are those of the vendor's public APIs. */
function toWhy(messages: readonly string[]): UnauthorizedWhy {
  const text = messages.join("\n");
  if (/expired/i.test(text)) return "expired";
  if (/scope|permission denied/i.test(text)) return "scope";
  if (/replay/i.test(text)) return "replay";
  if (/jwt|token/i.test(text)) return "token";
  if (/credentials/i.test(text)) return "credentials";
  return "other";
}
