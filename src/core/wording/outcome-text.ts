import { nextStepAt, NOT_SENT, type NextStep } from "./not-sent-text";
import type { Place } from "./place";
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
  editor: "A message appears here when it is ready to be started.",
  terminal: "Refresh its state in a minute, then start it when you are ready.",
};

/** What an outcome means to the person who pressed the button. Every text says whether sending again is safe. */
export function describeOutcome(outcome: Outcome, place: Place = "editor"): OutcomeText {
  switch (outcome.kind) {
    case "accepted":
      return {
        headline:
          outcome.campaignId === undefined
            ? "Campaign accepted."
            : `Campaign accepted: ${outcome.campaignId}.`,
        explanation: sentences(outcome.message, stateMeaning(outcome.state)),
        nextStep:
          outcome.campaignId === undefined
            ? "The answer named no id. Look the campaign up by its name; do not send it again."
            : `Do not send it again. ${AFTER_CREATION[place]}`,
      };
    case "rejected":
      return describeRejected(outcome);
    case "unauthorized":
      return describeUnauthorized(outcome, place);
    case "rate-limited":
      return {
        headline: "Too many calls: nothing was created.",
        explanation:
          "An account may call the campaign API 60 times a minute, all its users and tools together.",
        nextStep: `Wait ${duration(outcome.retryAfterSeconds ?? 60)}, then send it again.`,
      };
    case "redirected":
      return describeRedirected(outcome);
    case "not-sent":
      return describeNotSent(outcome, place);
    case "unknown":
      return describeUnknown(outcome);
    case "cancelled":
      return {
        headline: "Cancelled: nothing was sent.",
        explanation: "It was stopped before anything left this computer.",
        nextStep: "Send it when you are ready.",
      };
  }
}

function stateMeaning(state: string | undefined): string {
  if (state === "Preparing")
    return 'Its state is "Preparing": accepted, not yet running; nobody is called yet.';
  return state === undefined ? "" : `Its state is "${state}".`;
}

function describeRejected({ httpStatus, messages }: Rejected): OutcomeText {
  const said =
    messages.length === 0 ? "The server gave no reason in a form that can be read." : saidBy(messages);
  return {
    headline: `Rejected (${httpStatus}): nothing was created.`,
    explanation: sentences(said),
    nextStep: nextAfterRejection(httpStatus),
  };
}

function nextAfterRejection(httpStatus: number): string {
  if (httpStatus === 404 || httpStatus === 405)
    return "Check the host and the stream id of the connection: this address does not take campaigns.";
  if (httpStatus === 409)
    return "Look the campaign up by its name: there may be one already. Else correct the campaign, then send it again.";
  return httpStatus >= 500
    ? "The fault is the platform's: look the campaign up by its name to be sure, then send it again."
    : "Correct the campaign, then send it again.";
}

function describeRedirected({ httpStatus, location }: Redirected): OutcomeText {
  return {
    headline: `The server pointed elsewhere (${httpStatus}): nothing was followed.`,
    explanation: sentences(
      location === undefined ? "It did not say where." : `It pointed to ${location}.`,
      "The credential was saved for this host alone, so nothing went there, and no campaign was reported as created.",
    ),
    nextStep:
      httpStatus === 303
        ? "Some servers answer 303 when the work is done: look the campaign up by its name before you send it again."
        : "Check the host of the connection. If the environment has moved, add a connection for its new address.",
  };
}

function describeUnauthorized({ httpStatus, why, messages }: Unauthorized, place: Place): OutcomeText {
  const said = saidBy(messages);
  const [cause, nextStep] = UNAUTHORIZED[why];
  return {
    headline: `Not authorized (${httpStatus}): nothing was created.`,
    explanation: sentences(cause, said),
    nextStep: nextStepAt(nextStep, place),
  };
}

const UNAUTHORIZED: Readonly<Record<Unauthorized["why"], readonly [cause: string, nextStep: NextStep]>> = {
  expired: [
    "The token has expired.",
    {
      editor: "Make a new token, save it in the connection, and send again.",
      terminal: "Make a new token, put it into CAMPAIGN_JSON_TOKEN, and send again.",
    },
  ],
  token: [
    "The token was not accepted: it may have expired, or be signed with another secret or algorithm than HS256.",
    {
      editor:
        "Make a new token from the app's client id and secret, save it in the connection, and send again.",
      terminal:
        "Make a new token from the app's client id and secret, put it into CAMPAIGN_JSON_TOKEN, and send again.",
    },
  ],
  client: [
    "The token minted for this request was not accepted: the client id or secret is wrong, the app takes another algorithm than HS256, or this computer's clock is off.",
    {
      editor:
        "Compare the client id and secret with those of the app, update the credentials of the connection, and send again.",
      terminal:
        "Compare CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET with those of the app, and send again.",
    },
  ],
  replay: [
    "The token carries an id (jti) and has been used before: the app takes each token once.",
    {
      editor:
        "Make a new token, or save the client id and secret, from which a new token is minted each time. Then send again.",
      terminal:
        "Make a new token, or set CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET, from which a new token is minted each time. Then send again.",
    },
  ],
  scope: [
    'The app behind the token may not create campaigns: the API scope "Campaign Management" is missing or not published.',
    'Ask for the scope "Campaign Management" under Dev Tools > API Scope, publish it, and send again.',
  ],
  credentials: [
    "The account id, the stream id and the token do not belong together.",
    "Compare the account id and the stream id with the app's settings, and send again.",
  ],
  gateway: [
    "A gateway refused the request, not the platform: the answer is a page, as a firewall, a proxy or a VPN gives it.",
    "Check the network (VPN, proxy, allowed addresses) or ask who runs the gateway, and send again.",
  ],
  other: [
    "The server did not take the token for this account and stream.",
    "Check the token, its scope, the account id and the stream id, and send again.",
  ],
};

function describeNotSent({ reason, detail }: NotSent, place: Place): OutcomeText {
  const [cause, nextStep] = NOT_SENT[reason];
  const why = ["other", "invalid-connection", "tls", "proxy"].includes(reason) ? detail : "";
  return {
    headline: "Not sent: nothing was created.",
    explanation: sentences(cause, why),
    nextStep: `${nextStepAt(nextStep, place)} It is safe to send again.`,
  };
}

function describeUnknown({ reason, httpStatus, messages = [] }: Unknown): OutcomeText {
  return {
    headline: "Unknown: the campaign may have been created.",
    explanation: sentences(
      httpStatus === undefined ? UNKNOWN[reason] : `${UNKNOWN[reason]} (HTTP ${httpStatus}.)`,
      saidBy(messages),
      "Sending it again could create it twice, and the people on its lists would be called twice.",
    ),
    nextStep: "Look the campaign up by its name in the account before you send it again.",
  };
}

const UNKNOWN: Readonly<Record<Unknown["reason"], string>> = {
  gateway: "A server on the way answered in place of the platform.",
  "not-json": "The answer could not be read.",
  unexpected: "The answer says neither that it was created nor that it was not.",
  timeout: "No answer came in time.",
  reset: "The connection broke before the answer was whole.",
  cancelled: "It was stopped after it may have left.",
  "too-large": "The answer was larger than any the platform gives.",
  unreadable: "The answer could not be decoded.",
  refused: "The connection failed on the way.",
  dns: "The connection failed on the way.",
  tls: "The encrypted connection failed on the way.",
  unreachable: "The network failed on the way.",
  proxy: "A proxy failed on the way.",
  other: "Something failed on the way.",
};

/** The first of its sentences; all of them are in the response. */
function saidBy(messages: readonly string[]): string {
  if (messages.length === 0) return "";
  const more = messages.length > MOST_MESSAGES ? `; and ${messages.length - MOST_MESSAGES} more` : "";
  return `The server said: ${messages.slice(0, MOST_MESSAGES).join("; ")}${more}`;
}

const MOST_MESSAGES = 10;

function duration(seconds: number): string {
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
