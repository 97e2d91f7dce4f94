import { parseJson, readEnvelope, type Envelope } from "./envelope";
import type { NotSent, Outcome, RateLimited, UnauthorizedWhy, Unknown, UnknownReason } from "./outcome";
import type { HttpAnswer, HttpFailure, HttpResult } from "./transport";

/**
 * What a result of the transport means. The order of the questions is the order of certainty: a redirect and the
 * rate limit first, then the refusals a status line alone decides, then what the body says. Wherever the body
 * contradicts itself or the status line, the answer is `unknown`: being asked to look first costs a minute,
 * a second campaign rings people twice.
 */
export function toOutcome(result: HttpResult): Outcome {
  return result.kind === "failed" ? fromFailure(result) : fromAnswer(result);
}

function fromFailure({ left, reason, detail }: HttpFailure): Outcome {
  if (left) return { kind: "unknown", reason, detail };
  return reason === "cancelled" ? { kind: "cancelled" } : { kind: "not-sent", reason, detail };
}

function fromAnswer(answer: HttpAnswer): Outcome {
  const { status: httpStatus } = answer;
  if (httpStatus >= 300 && httpStatus < 400) return redirected(answer);
  if (httpStatus === 407) return proxyRefused();
  // A body that was cut may still parse by chance; only a whole one is believed.
  const parsed = answer.cut === undefined ? parseJson(answer.text) : undefined;
  const envelope = readEnvelope(parsed?.json);
  const response = parsed === undefined ? answer.text : parsed.json;
  const messages = envelope?.messages ?? [];
  if (isRateLimit(answer, envelope)) return { ...rateLimited(answer), messages, response };
  if (httpStatus === 401 || httpStatus === 403)
    return { kind: "unauthorized", httpStatus, why: toWhy(messages), messages, response };
  const code = envelope?.code === undefined ? {} : { code: envelope.code };
  const rejected: Outcome = { kind: "rejected", httpStatus, messages, ...code, response };
  if (httpStatus >= 400 && httpStatus < 500) return rejected;
  const unknown = (reason: UnknownReason, detail: string): Unknown => {
    return { kind: "unknown", reason: answer.cut ?? reason, httpStatus, detail, response };
  };
  if (httpStatus >= 500)
    return isVendorFailure(envelope)
      ? rejected
      : unknown("gateway", `The answer was ${httpStatus} without the platform's own message.`);
  if (httpStatus < 200) return unknown("unexpected", `The answer was ${httpStatus}.`);
  if (parsed === undefined) return unknown("not-json", "The answer is not whole JSON.");
  if (envelope?.status === "success" && !envelope.hasErrors) return accepted(httpStatus, envelope, response);
  if (isFailure(envelope)) return rejected;
  return unknown("unexpected", "The answer says neither success nor failure.");
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
  return envelope.status !== undefined && !isSuccessWord(envelope.status);
}

/** On a 5xx only the vendor's own words count: a gateway's page or JSON says nothing of what the server did. */
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
  if (answer.status === 429) return true;
  if (envelope?.status === "success" && !envelope.hasErrors) return false;
  const spoken = envelope === undefined ? [answer.text.trim()] : envelope.messages;
  return spoken.some((text) => /^you['’]ve exceeded the per-minute rate limit/i.test(text));
}

function rateLimited(answer: HttpAnswer): Pick<RateLimited, "kind" | "httpStatus" | "retryAfterSeconds"> {
  const retryAfter = answer.headers["retry-after"]?.trim() ?? "";
  // RFC 9110 §10.2.3 also allows a date; without a clock here it is left to the general advice.
  const seconds = /^\d{1,6}$/.test(retryAfter) ? { retryAfterSeconds: Number(retryAfter) } : {};
  return { kind: "rate-limited", httpStatus: answer.status, ...seconds };
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
