import type {
  ClockCheck,
  DoctorCheck,
  HostCheck,
  ProxyCheck,
  ScopeCheck,
  TokenCheck,
} from "../../account/doctor";
import type { Outcome } from "../../platform/outcome";
import { minuteOf } from "../../text/local-time";
import { visibleLine } from "../../text/visible";
import { nextStepAt, NOT_SENT } from "../not-sent-text";
import type { Place } from "../place";
import { readFailure } from "../read-failure";
import { GRANTED, SCOPES } from "./unavailable-part";

export interface DoctorTextOptions {
  readonly place: Place;
  /** The environment variable that names a proxy which the command line does not use. */
  readonly ignoredProxy?: string;
}

export interface CheckText {
  /** `unchecked`: an earlier failure left the check without a result. */
  readonly result: "ok" | "failed" | "unchecked";
  /** What the check found and, where it failed, what to do. One line; quotes no server. */
  readonly text: string;
}

export function describeCheck(check: DoctorCheck, options: DoctorTextOptions): CheckText {
  const said = findingOf(check, options);
  return typeof said === "string"
    ? { result: check.ok ? "ok" : "failed", text: said }
    : { result: "unchecked", text: `Not checked: ${said.uncheckedBecause}` };
}

/** A sentence about a result, or the reason why there is none. */
type CheckFinding = string | { readonly uncheckedBecause: string };

function findingOf(check: DoctorCheck, options: DoctorTextOptions): CheckFinding {
  switch (check.name) {
    case "proxy":
      return proxyText(check, options);
    case "host":
      return hostText(check, options);
    case "clock":
      return clockText(check);
    case "token":
      return tokenText(check, options);
    case "campaign-management":
    case "configuration":
      return scopeText(check);
  }
}

function proxyText({ ok, reached }: ProxyCheck, { place, ignoredProxy }: DoctorTextOptions): CheckFinding {
  if (!ok) return withNextStep("proxy", place);
  if (place === "editor")
    return reached
      ? "No proxy refused the request."
      : {
          uncheckedBecause: `no request reached a proxy or the host. Behind a company proxy, check the setting http.proxy.`,
        };
  const ignored = ignoredProxy === undefined ? "" : ` It ignores ${ignoredProxy}, which is set.`;
  return `The command line connects directly to the host, without a proxy.${ignored}`;
}

function hostText({ ok, host, outcome }: HostCheck, { place }: DoctorTextOptions): string {
  const shown = visibleLine(host, 200);
  if (ok || outcome === undefined) return `${shown} responded.`;
  if (outcome.kind === "not-sent") return `${shown} was not reached. ${withNextStep(outcome.reason, place)}`;
  if (outcome.kind === "redirected") {
    const where = outcome.location === undefined ? "" : ` to ${visibleLine(outcome.location, 200)}`;
    return `${shown} redirects${where}. Redirects are not followed. Add a connection to the right host.`;
  }
  const detail = "detail" in outcome ? ` ${visibleLine(outcome.detail, 240)}` : "";
  return `${shown} did not respond.${detail} Check your network, or try again later.`;
}

function withNextStep(reason: keyof typeof NOT_SENT, place: Place): string {
  const [cause, nextStep] = NOT_SENT[reason];
  return `${cause} ${nextStepAt(nextStep, place)}`;
}

function clockText({ ok, aheadMs, reached }: ClockCheck): CheckFinding {
  if (!reached) return { uncheckedBecause: `the server did not respond.` };
  if (aheadMs === undefined) return { uncheckedBecause: `the server's response contains no time.` };
  if (ok) return "This computer's clock agrees with the server's within a minute.";
  const direction = aheadMs > 0 ? "ahead of" : "behind";
  return `This computer's clock is ${duration(Math.abs(aheadMs))} ${direction} the server's, so tokens may be rejected. Set the clock.`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Rounded down. */
function duration(ms: number): string {
  if (ms < 2 * HOUR) return counted(ms / MINUTE, "minute");
  return ms < 2 * DAY ? counted(ms / HOUR, "hour") : counted(ms / DAY, "day");
}

function counted(amount: number, unit: string): string {
  const count = Math.floor(amount);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const NEW_CREDENTIALS: Readonly<Record<Place, string>> = {
  editor: "Update the credentials of the connection.",
  terminal:
    "Set CAMPAIGN_JSON_TOKEN, or CAMPAIGN_JSON_CLIENT_ID and CAMPAIGN_JSON_CLIENT_SECRET, to valid credentials.",
};
const OTHER_IDS: Readonly<Record<Place, string>> = {
  editor: "Edit the connection.",
  terminal: "Check --account-id, --stream-id and the credentials.",
};

function tokenText(
  { ok, credential, expiresAt, outcome }: TokenCheck,
  { place }: DoctorTextOptions,
): CheckFinding {
  if (ok) {
    if (credential === "client") return "A token minted from the client ID and secret was accepted.";
    return expiresAt === undefined
      ? "The token was accepted. It has no expiry date."
      : `The token was accepted. It expires on ${minuteOf(expiresAt)}.`;
  }
  if (outcome === undefined) {
    const when = expiresAt === undefined ? "" : ` on ${minuteOf(expiresAt)}`;
    return `The token expired${when}, so it was not sent. ${NEW_CREDENTIALS[place]}`;
  }
  if (outcome.kind !== "unauthorized") return notChecked(outcome);
  switch (outcome.why) {
    case "credentials":
      return `${sentence(readFailure(outcome))} ${OTHER_IDS[place]}`;
    case "gateway":
      return `${sentence(readFailure(outcome))} Check the host and your network.`;
    case "expired":
    case "token":
    case "client":
    case "replay":
    case "scope":
    case "other":
      return `${sentence(readFailure(outcome))} ${NEW_CREDENTIALS[place]}`;
  }
}

function scopeText({ name, ok, outcome }: ScopeCheck): CheckFinding {
  const scope = `the API scope “${SCOPES[PARTS[name]]}”`;
  if (ok) return `The token's app has ${scope}: a read that requires it succeeded.`;
  if (outcome === undefined) return { uncheckedBecause: `the token has expired.` };
  if (outcome.kind !== "unauthorized") return notChecked(outcome);
  if (outcome.why === "scope") return `The token's app lacks ${scope}. ${GRANTED}`;
  return outcome.why === "other"
    ? { uncheckedBecause: `${readFailure(outcome)}. It requires ${scope}. ${GRANTED}` }
    : notChecked(outcome);
}

const PARTS = { "campaign-management": "contact-lists", configuration: "queues" } as const;

function notChecked(outcome: Outcome): CheckFinding {
  return { uncheckedBecause: `${readFailure(outcome)}.` };
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
