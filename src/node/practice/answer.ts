/** One response of the practice server; `body` is sent as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The vendor's error envelope. `code` is the vendor's own number, which is not always the HTTP status. */
export function refusal(status: number, code: number, ...messages: readonly string[]): Answer {
  return { status, body: { errors: messages.map((msg) => ({ msg, code })) } };
}

/** Sentences, codes and statuses below were observed on the vendor's public APIs. */
export const refusals = {
  credentials: refusal(401, 4002, "Invalid SDK credentials"),
  token: refusal(401, 4002, "Invalid JWT token"),
  longLived: refusal(401, 401, 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)'),
  replay: refusal(401, 401, "error verifying the jwt: possibly a replay"),
  scope: refusal(401, 4002, "Permission denied. Scope is incorrect!"),
  method: refusal(405, 405, "Method Not Allowed"),
  rateLimit: refusal(
    429,
    429,
    "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
  ),
} as const;

/** 412, the vendor's status for invalid arguments. Each text starts with the field's name. */
export function invalidArguments(...problems: readonly string[]): Answer {
  return refusal(412, 412, ...problems.map((problem) => `Validation errors/ Invalid arguments: ${problem}`));
}
