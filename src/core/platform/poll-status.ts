import { campaignStatus } from "./campaign-status";
import type { ExchangeParameters } from "./exchange";
import type { Outcome } from "./outcome";

/** The result of following a new campaign's state. */
export type PolledState =
  /** A state that ends the wait. */
  | { readonly kind: "settled"; readonly state: string }
  /** Not settled, usually still "Preparing", when the calls or the time ran out; nothing is wrong with it. */
  | { readonly kind: "still-preparing" }
  /** The state cannot be read; `lastState` is what was read before. */
  | { readonly kind: "unavailable"; readonly outcome: Outcome; readonly lastState?: string }
  | { readonly kind: "cancelled" };

export interface PollStateParameters extends ExchangeParameters {
  readonly campaignId: string;
  /** Resolves after `ms` milliseconds, or when the signal is aborted. Rejecting on abort is allowed too. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called for each new state, including the first. */
  readonly onState?: (state: string) => void;
  /** Whether a state ends the wait: any except "Preparing" by default. */
  readonly isSettled?: (state: string) => boolean;
  /** 30 by default. */
  readonly maxCalls?: number;
  /** Milliseconds in total; ten minutes by default. In the vendor's samples it took up to three. */
  readonly maxMs?: number;
}

/**
 * Reads the state of a campaign until it is settled. The first call comes after a second, then each pause
 * doubles, up to 30 s: five calls in the first minute and two in each later one, of the account's 60. A failed read
 * changes nothing, so up to two in a row are ignored. The rate limit is waited out. Canceling is a result and never
 * throws.
 */
export async function pollState(parameters: PollStateParameters): Promise<PolledState> {
  const { now, signal, wait, onState, isSettled = isPrepared, maxCalls = 30, maxMs = 600_000 } = parameters;
  const deadline = now() + maxMs;
  let lastState: string | undefined;
  let failures = 0;
  let pause = FIRST_PAUSE_MS;
  let nextPause = FIRST_PAUSE_MS;
  let failed: Outcome | undefined;
  for (let calls = 0; calls < maxCalls && now() + nextPause <= deadline; calls++) {
    if (await isCancelled(wait, nextPause, signal)) return { kind: "cancelled" };
    const status = await campaignStatus(parameters);
    if (isAborted(signal)) return { kind: "cancelled" };
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    nextPause = pause;
    if (status.kind === "known") {
      failures = 0;
      failed = undefined;
      if (status.state !== lastState) onState?.(status.state);
      lastState = status.state;
      if (isSettled(status.state)) return { kind: "settled", state: status.state };
      continue;
    }
    failed = status.outcome;
    if (failed.kind === "rate-limited") {
      nextPause = Math.max(pause, (failed.retryAfterSeconds ?? MINUTE_SECONDS) * 1000);
      continue;
    }
    failures++;
    if (failures > MAX_FAILURES || isFinal(failed)) break;
  }
  if (failed === undefined) return { kind: "still-preparing" };
  return { kind: "unavailable", outcome: failed, ...(lastState === undefined ? {} : { lastState }) };
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The limit applies per minute; no `Retry-After` is documented. */
const MINUTE_SECONDS = 60;
/** Consecutive failures that are ignored. */
const MAX_FAILURES = 2;

function isPrepared(state: string): boolean {
  return !/^\s*preparing\s*$/i.test(state);
}

/** Repeating the call would give the same result. */
function isFinal(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "unauthorized":
    case "redirected":
    case "cancelled":
      return true;
    case "not-sent":
      return outcome.reason === "token-expired" || outcome.reason === "invalid-connection";
    // One server of the platform may know a new campaign slightly before another.
    case "rejected":
    case "accepted":
    case "rate-limited":
    case "unknown":
      return false;
  }
}

/** Waits; returns whether the signal was aborted in the meantime. */
async function isCancelled(
  wait: PollStateParameters["wait"],
  ms: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return true;
  try {
    await wait(ms, signal);
  } catch (error) {
    if (!isAborted(signal)) throw error;
  }
  return isAborted(signal);
}

/** A function, because the compiler assumes that a property once false stays false. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
