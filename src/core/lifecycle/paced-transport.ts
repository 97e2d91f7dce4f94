import type { Transport } from "../platform/transport";

export interface Pace {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `ms` milliseconds, or when the signal is aborted. Rejecting on abort is allowed too. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The same transport for many calls: it waits before a call that would be one too many for the account's limit. */
export function pacedTransport(transport: Transport, { now, wait }: Pace): Transport {
  const calls: number[] = [];
  return async (request, options) => {
    const { signal } = options;
    const first = calls.length < CALLS_PER_MINUTE ? undefined : calls.shift();
    const ms = first === undefined ? 0 : first + MINUTE_MS - now();
    if (ms > 0) await waited(wait(ms, signal), signal);
    if (signal.aborted)
      return {
        kind: "failed",
        left: false,
        reason: "cancelled",
        detail: "It was canceled before it was sent.",
      };
    calls.push(now());
    return transport(request, options);
  };
}

/** The limit is 60 for all tools of the account together; some are left to the others. */
const CALLS_PER_MINUTE = 50;
const MINUTE_MS = 60_000;

async function waited(waiting: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await waiting;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
