import { credentialExpiry, type Connection } from "../connection/connection";
import type { ExchangeParameters } from "../platform/exchange";
import { listContactLists } from "../platform/list-contact-lists";
import { listQueues } from "../platform/list-queues";
import type { Listed } from "../platform/list-page";
import type { Outcome, Unauthorized } from "../platform/outcome";
import { toOutcome } from "../platform/read-outcome";
import { queuesRequest } from "../platform/read-requests";
import { DEFAULT_MAX_BYTES } from "../platform/transport";
import { clockWatch } from "./server-clock";

/** One check of a connection. `ok` is false when something is wrong, and when it could not be checked. */
export type DoctorCheck = ProxyCheck | HostCheck | ClockCheck | TokenCheck | ScopeCheck;

export interface ProxyCheck {
  readonly name: "proxy";
  readonly ok: boolean;
  /** Set when the proxy refused. */
  readonly outcome?: Outcome;
  /** Whether the host was reached. */
  readonly reached: boolean;
}

export interface HostCheck {
  readonly name: "host";
  readonly ok: boolean;
  readonly host: string;
  /** Why it was not reached, or where it redirects. Absent when it answered. */
  readonly outcome?: Outcome;
}

export interface ClockCheck {
  readonly name: "clock";
  /** True too when the server names no time: then nothing is known to be wrong. */
  readonly ok: boolean;
  /** Milliseconds that this computer's clock is ahead of the server's; negative when it is behind. */
  readonly aheadMs?: number;
  /** Whether the server answered at all. */
  readonly reached: boolean;
}

export interface TokenCheck {
  readonly name: "token";
  readonly ok: boolean;
  readonly credential: Connection["credential"]["kind"];
  /** Milliseconds since 1970; absent for a client and for a token without an expiry. */
  readonly expiresAt?: number;
  /** Why it could not be used. Absent when a call accepted it, and when it has expired. */
  readonly outcome?: Outcome;
}

export type ScopeName = "campaign-management" | "configuration";

export interface ScopeCheck {
  readonly name: ScopeName;
  readonly ok: boolean;
  /** Why the read did not succeed. Absent when it did, and when it was not made because the token has expired. */
  readonly outcome?: Outcome;
}

export type Diagnosis =
  /** In the order in which one explains the next. */
  { readonly kind: "checked"; readonly checks: readonly DoctorCheck[] } | { readonly kind: "cancelled" };

export interface DiagnoseParameters extends ExchangeParameters {
  /** Called before each call, with what it checks. */
  readonly onStep?: (step: "host" | ScopeName) => void;
}

/**
 * Checks whether a connection works, by at most two reads: one of the contact lists (scope Campaign Management), one of
 * the queues (scope Configuration). An expired token is not sent: then one call without a credential checks the host and
 * the clock, because a wrong clock makes a valid token look expired.
 */
export async function diagnose(parameters: DiagnoseParameters): Promise<Diagnosis> {
  const { connection, now, transport, onStep = () => undefined } = parameters;
  const { host, credential } = connection;
  const clock = clockWatch(transport, now);
  const watched = { ...parameters, transport: clock.transport };
  const expiresAt = credentialExpiry(credential);
  const isExpired = expiresAt !== undefined && expiresAt <= now();

  onStep(isExpired ? "host" : "campaign-management");
  const first = isExpired ? await probe(watched) : refusalOf(await listContactLists(watched));
  const isReached = first === undefined || wasReached(first);
  const isFree = isReached && first?.kind !== "redirected";
  let second = first;
  if (!isExpired && isFree && first?.kind !== "rate-limited") {
    onStep("configuration");
    second = refusalOf(await listQueues({ ...watched, maxCalls: 1 }));
  }
  if (isCancelled(first) || isCancelled(second)) return { kind: "cancelled" };

  const isProxy = first?.kind === "not-sent" && first.reason === "proxy";
  const scope = (name: ScopeName, outcome: Outcome | undefined): ScopeCheck =>
    isExpired ? { name, ok: false } : { name, ok: outcome === undefined, ...and({ outcome }) };
  return {
    kind: "checked",
    checks: [
      { name: "proxy", ok: !isProxy, reached: isReached, ...and({ outcome: isProxy ? first : undefined }) },
      { name: "host", ok: isFree, host, ...and({ outcome: isFree ? undefined : first }) },
      clockCheck(clock.aheadMs(), isReached),
      {
        ...{ name: "token", credential: credential.kind, ...and({ expiresAt }) },
        ...(isExpired ? { ok: false } : tokenVerdict(first, second)),
      },
      scope("campaign-management", first),
      scope("configuration", second),
    ],
  };
}

/** What a person can do about a failed check. */
export type DoctorAction = "update-credentials" | "edit-connection" | "add-connection" | "none";

/** The first failed check, which explains those after it, and what to do about it. Undefined when all passed. */
export function firstFailure(
  checks: readonly DoctorCheck[],
): { readonly check: DoctorCheck; readonly action: DoctorAction } | undefined {
  const check = checks.find(({ ok }) => !ok);
  return check && { check, action: actionFor(check) };
}

function actionFor(check: DoctorCheck): DoctorAction {
  if (check.name === "host") return check.outcome?.kind === "redirected" ? "add-connection" : "none";
  if (check.name !== "token") return "none";
  const { outcome } = check;
  if (outcome === undefined) return "update-credentials";
  if (outcome.kind !== "unauthorized" || outcome.why === "gateway") return "none";
  return outcome.why === "credentials" ? "edit-connection" : "update-credentials";
}

/** How far the clocks may differ: servers that check `iat` usually allow a minute. In milliseconds. */
const MOST_SKEW_MS = 60_000;

function clockCheck(aheadMs: number | undefined, reached: boolean): ClockCheck {
  const ok = aheadMs === undefined ? reached : Math.abs(aheadMs) <= MOST_SKEW_MS;
  return { name: "clock", ok, reached, ...and({ aheadMs }) };
}

/** A call without a credential: its only result is whether the host answers. */
async function probe(parameters: ExchangeParameters): Promise<Outcome> {
  const { connection, transport, signal, timeoutMs, now } = parameters;
  if (signal.aborted) return { kind: "cancelled" };
  const { headers: all, ...request } = queuesRequest(connection, 1, "");
  const headers = Object.fromEntries(Object.entries(all).filter(([name]) => name !== "auth"));
  return toOutcome(
    await transport({ ...request, headers }, { signal, timeoutMs, maxBytes: DEFAULT_MAX_BYTES }),
    now(),
  );
}

/** A token that one call accepted is valid, whatever the other one says of its scope. */
function tokenVerdict(...outcomes: readonly (Outcome | undefined)[]): Pick<TokenCheck, "ok" | "outcome"> {
  if (outcomes.some((outcome) => outcome === undefined || isAboutScope(outcome))) return { ok: true };
  const refused = outcomes.find((outcome) => outcome?.kind === "unauthorized") ?? outcomes[0];
  return { ok: false, ...and({ outcome: refused }) };
}

/** The platform checks the token before the scope. */
function isAboutScope(outcome: Outcome): outcome is Unauthorized {
  return outcome.kind === "unauthorized" && outcome.why === "scope";
}

/** Undefined when the list could be read, in full or in part. */
function refusalOf(listed: Listed<unknown>): Outcome | undefined {
  return listed.kind === "listed" ? undefined : listed.outcome;
}

/** Any answer counts; an `unknown` one of unexpected form is an answer. */
function wasReached(outcome: Outcome): boolean {
  if (outcome.kind === "not-sent" || outcome.kind === "cancelled") return false;
  return outcome.kind !== "unknown" || outcome.httpStatus !== undefined || outcome.reason === "unexpected";
}

function isCancelled(outcome: Outcome | undefined): boolean {
  return outcome?.kind === "cancelled" || (outcome?.kind === "unknown" && outcome.reason === "cancelled");
}

/** The properties that have a value. */
function and<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
