import type { Transport } from "../platform/transport";

export interface ClockWatch {
  /** The same transport; it notes the time in the first answer that names one. */
  readonly transport: Transport;
  /** Milliseconds that this computer's clock is ahead of the server's. Undefined when no answer named a time. */
  aheadMs(): number | undefined;
}

/** Compares clocks by the `Date` header (RFC 9110 §6.6.1), which servers send in whole seconds. */
export function clockWatch(transport: Transport, now: () => number): ClockWatch {
  let ahead: number | undefined;
  return {
    transport: async (request, options) => {
      const sent = now();
      const result = await transport(request, options);
      // 407 is a proxy's answer, with the proxy's time.
      if (result.kind !== "answered" || result.status === 407) return result;
      const server = Date.parse(result.headers["date"] ?? "");
      // The answer was written between the two times, and its second had half passed on average.
      if (!Number.isNaN(server)) ahead ??= (sent + now()) / 2 - (server + 500);
      return result;
    },
    aheadMs: () => ahead,
  };
}
