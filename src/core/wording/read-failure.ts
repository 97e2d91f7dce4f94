import type { Outcome } from "../platform/outcome";

/** Why something could not be read from the account, as a clause without a full stop. Quotes no server. */
export function readFailure(outcome: Outcome): string {
  switch (outcome.kind) {
    case "rate-limited":
      return "the account reached its limit of 60 calls a minute";
    case "unauthorized":
      return outcome.why === "expired" ? "the token has expired" : UNAUTHORIZED[outcome.why];
    case "redirected":
      return "the server redirected to another address, which was not followed";
    case "rejected":
      return `the server responded with ${outcome.httpStatus}`;
    case "not-sent":
      return outcome.reason === "token-expired" ? "the token has expired" : "the server could not be reached";
    case "cancelled":
      return "it was canceled";
    case "unknown":
      return outcome.reason === "cancelled" ? "it was canceled" : "there was no readable response";
    // Success, without what was asked for.
    case "accepted":
      return "the response did not contain it";
  }
}

const UNAUTHORIZED = {
  token: "the token was rejected",
  client: "the token minted for the call was rejected",
  replay: "the token can be used only once and was already used",
  scope: "the token's app lacks the required API scope",
  credentials: "the account id, the stream id and the token do not match",
  gateway: "a gateway refused the request, not the platform",
  other: "the server did not accept the token",
} as const;
