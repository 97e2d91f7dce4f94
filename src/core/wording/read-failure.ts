import type { Outcome } from "../platform/outcome";

/** Why something could not be read from the account, as a clause without a full stop. Quotes no server. */
export function readFailure(outcome: Outcome): string {
  switch (outcome.kind) {
    case "rate-limited":
      return "the account has used up its 60 calls of this minute";
    case "unauthorized":
      return outcome.why === "expired" ? "the token has expired" : UNAUTHORIZED[outcome.why];
    case "redirected":
      return "the server pointed to another address, which was not followed";
    case "rejected":
      return `the server answered ${outcome.httpStatus}`;
    case "not-sent":
      return outcome.reason === "token-expired" ? "the token has expired" : "the server was not reached";
    case "cancelled":
      return "it was stopped";
    case "unknown":
      return outcome.reason === "cancelled" ? "it was stopped" : "no answer came that could be read";
    // Success, without what was asked for.
    case "accepted":
      return "the answer did not hold it";
  }
}

const UNAUTHORIZED = {
  token: "the token was not accepted",
  client: "the token minted for the call was not accepted",
  replay: "the token can be used once only, and has been",
  scope: "the app behind the token lacks the API scope for it",
  credentials: "the account id, the stream id and the token do not belong together",
  gateway: "a gateway refused the request, not the platform",
  other: "the server did not take the token",
} as const;
