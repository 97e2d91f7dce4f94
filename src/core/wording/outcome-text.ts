import { nextStepAt, NOT_SENT, type NextStep } from "./not-sent-text";
import type { Place } from "./place";
import { DEEDS, type Deed, type DeedText } from "./deed-text";
import type { NotSent, Outcome, Redirected, Rejected, Unauthorized, Unknown } from "../platform/outcome";

/** Plain sentences, without Markdown. They quote the server, so what goes in has passed the redactor. */
export interface OutcomeText {
  /** What happened, in one line. */
  readonly headline: string;
  /** Why, and what it means for the campaign. */
  readonly explanation: string;
  /** What to do now. */
  readonly nextStep: string;
}

/** The editor follows a new campaign's state by itself; a command-line run has ended. */
const AFTER_CREATION: Readonly<Record<Place, string>> = {
  editor: "You'll be notified when it is ready to start.",
  terminal: "Check its state in a minute, then start it when you are ready.",
};

/** What an outcome means to the person who pressed the button. Every text says whether sending again is safe. */
export function describeOutcome(outcome: Outcome, place: Place = "editor"): OutcomeText {
  if (outcome.kind !== "accepted") return describeFailure(outcome, place, "create");
  return {
    headline:
      outcome.campaignId === undefined ? "Campaign accepted." : `Campaign accepted: ${outcome.campaignId}.`,
    explanation: sentences(outcome.message, stateMeaning(outcome.state)),
    nextStep:
      outcome.campaignId === undefined
        ? "The response contains no id. Look the campaign up by name; do not send it again."
        : `Do not send it again. ${AFTER_CREATION[place]}`,
  };
}

/** Every outcome of a request, apart from success. `deed` is what the request was to do. */
export function describeFailure(
  outcome: Exclude<Outcome, { readonly kind: "accepted" }>,
  place: Place,
  deed: Deed,
): OutcomeText {
  const words = DEEDS[deed];
  switch (outcome.kind) {
    case "rejected":
      return describeRejected(outcome, words);
    case "unauthorized":
      return describeUnauthorized(outcome, place, words);
    case "rate-limited":
      return {
        headline: `Rate limit reached: ${words.none}.`,
        explanation:
          "An account is limited to 60 campaign API calls a minute, shared by all its users and tools.",
        nextStep: `Wait ${duration(outcome.retryAfterSeconds ?? 60)}, then send it again.`,
      };
    case "redirected":
      return describeRedirected(outcome, words);
    case "not-sent":
      return describeNotSent(outcome, place, words);
    case "unknown":
      return describeUnknown(outcome, words);
    case "cancelled":
      return {
        headline: "Canceled: nothing was sent.",
        explanation: "It was canceled before anything left this computer.",
        nextStep: "Send it when you are ready.",
      };
  }
}

function stateMeaning(state: string | undefined): string {
  if (state === "Preparing")
    return 'Its state is "Preparing": accepted but not running, so no calls are made yet.';
  return state === undefined ? "" : `Its state is "${state}".`;
}

function describeRejected({ httpStatus, messages }: Rejected, words: DeedText): OutcomeText {
  const said = messages.length === 0 ? "The server gave no readable reason." : quoteServer(messages);
  return {
    headline: `Rejected (${httpStatus}): ${words.none}.`,
    explanation: sentences(said),
    nextStep: words.afterRejection(httpStatus),
  };
}

function describeRedirected({ httpStatus, location }: Redirected, words: DeedText): OutcomeText {
  return {
    headline: `Redirected (${httpStatus}): the redirect was not followed.`,
    explanation: sentences(
      location === undefined ? "The response names no target." : `The target was ${location}.`,
      `The credential was saved for this host only, so nothing was sent to the target. The server did not report a campaign that was ${words.done}.`,
    ),
    nextStep:
      httpStatus === 303
        ? `Some servers respond with 303 after doing something: ${words.look}`
        : "Check the host of the connection. If the environment has moved, add a connection for its new address.",
  };
}

function describeUnauthorized(
  { httpStatus, why, messages }: Unauthorized,
  place: Place,
  words: DeedText,
): OutcomeText {
  const said = quoteServer(messages);
  const [cause, nextStep] = UNAUTHORIZED[why];
  return {
    headline: `Not authorized (${httpStatus}): ${words.none}.`,
    explanation: sentences(cause, said),
    nextStep: nextStepAt(nextStep, place),
  };
}

const UNAUTHORIZED: Readonly<Record<Unauthorized["why"], readonly [cause: string, nextStep: NextStep]>> = {
  expired: [
    "The token has expired.",
    {
      editor: "Create a new token, save it in the connection, and send again.",
      terminal: "Create a new token, set CAMPAIGN_JSON_TOKEN to it, and send again.",
    },
  ],
  token: [
    "The token was rejected: it may have expired, or it is not signed with the app's secret and HS256.",
    {
      editor:
        "Create a new token from the app's client id and secret, save it in the connection, and send again.",
      terminal:
        "Create a new token from the app's client id and secret, set CAMPAIGN_JSON_TOKEN to it, and send again.",
    },
  ],
  client: [
    "The token minted for this request was rejected: the client id or secret is wrong, the app does not accept HS256, or this computer's clock is wrong.",
    {
      editor:
        "Compare the client id and secret with those of the app, update the credentials of the connection, and send again.",
      terminal:
        "Compare CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET with those of the app, and send again.",
    },
  ],
  replay: [
    "The token contains an id (jti) and was already used: the app accepts each token only once.",
    {
      editor:
        "Create a new token, or save the client id and secret so that each request gets a new one. Then send again.",
      terminal:
        "Create a new token, or set CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET so that each request gets a new one. Then send again.",
    },
  ],
  scope: [
    'The app of this token may not manage campaigns: the API scope "Campaign Management" is missing or not published.',
    'Request the scope "Campaign Management" under Dev Tools > API Scope, publish it, and send again.',
  ],
  credentials: [
    "The account id, the stream id and the token do not match.",
    "Compare the account id and the stream id with the app's settings, and send again.",
  ],
  gateway: [
    "A gateway refused the request, not the platform: the response is a web page, as from a firewall, a proxy or a VPN.",
    "Check the network (VPN, proxy, allowed addresses) or ask the gateway's administrator, and send again.",
  ],
  other: [
    "The server did not accept the token for this account and stream.",
    "Check the token, its scope, the account id and the stream id, and send again.",
  ],
};

function describeNotSent({ reason, detail }: NotSent, place: Place, words: DeedText): OutcomeText {
  const [cause, nextStep] = NOT_SENT[reason];
  const why = ["other", "invalid-connection", "tls", "proxy"].includes(reason) ? detail : "";
  return {
    headline: `Not sent: ${words.none}.`,
    explanation: sentences(cause, why),
    nextStep: `${nextStepAt(nextStep, place)} It is safe to send again.`,
  };
}

function describeUnknown({ reason, httpStatus, messages = [] }: Unknown, words: DeedText): OutcomeText {
  const cause = UNKNOWN[reason] ?? `The response does not show whether it was ${words.done}.`;
  return {
    headline: `Unknown: the campaign may have been ${words.done}.`,
    explanation: sentences(
      httpStatus === undefined ? cause : `${cause} (HTTP ${httpStatus}.)`,
      quoteServer(messages),
      words.risk,
    ),
    nextStep: words.lookFirst,
  };
}

/** Undefined: the response leaves open what was done. */
const UNKNOWN: Readonly<Record<Unknown["reason"], string | undefined>> = {
  gateway: "A server in between responded instead of the platform.",
  "not-json": "The response could not be read.",
  unexpected: undefined,
  timeout: "There was no response in time.",
  reset: "The connection broke before the response was complete.",
  cancelled: "It was canceled when it may already have been sent.",
  "too-large": "The response was larger than any from the platform.",
  unreadable: "The response could not be decoded.",
  refused: "The connection failed during the request.",
  dns: "The connection failed during the request.",
  tls: "The encrypted connection failed during the request.",
  unreachable: "The network failed during the request.",
  proxy: "A proxy failed during the request.",
  other: "The request failed for an unknown reason.",
};

/** The first of its sentences; all of them are in the response. */
function quoteServer(messages: readonly string[]): string {
  if (messages.length === 0) return "";
  const more = messages.length > MAX_MESSAGES ? `; and ${messages.length - MAX_MESSAGES} more` : "";
  return `The server said: ${messages.slice(0, MAX_MESSAGES).join("; ")}${more}`;
}

const MAX_MESSAGES = 10;

/** In words, for a wait. */
export function duration(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

/** Joins what there is, each with a full stop. */
function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.!?)]$/.test(part) ? part : `${part}.`))
    .join(" ");
}
