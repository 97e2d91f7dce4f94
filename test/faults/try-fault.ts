import assert from "node:assert/strict";
import type { FaultCase } from "./cases";
import { startBystander, startFaultServer, type Counted, type Misbehaviour } from "./server";

const NOBODY: Misbehaviour = { at: "connection", does: () => undefined };
/** Much longer than any response takes, and shorter than the timeout of a test. */
export const PATIENCE_SECONDS = 8;

export interface Tried {
  /** The outcome's kind and its other properties. */
  readonly outcome: Readonly<Record<string, unknown>>;
  readonly server: Counted;
  readonly bystander: Counted;
}

type Try = (host: string, proxy: string, onStop: (stop: () => void) => void) => Promise<Tried["outcome"]>;

/** Starts the servers, sends once, and checks the expectations of the case, which apply to every way to send. */
export async function tryFault(
  { server, host, stopAt, is, requests = 1 }: FaultCase,
  kind: string,
  submit: Try,
) {
  const bystander = await startBystander();
  let stop = (): void => undefined;
  const stopAfter = (stage: Misbehaviour["at"]): void => {
    if (stage === stopAt) setTimeout(() => stop(), 50);
  };
  const counted = await startFaultServer(server === "nobody" ? NOBODY : server, bystander, stopAfter);
  if (server === "nobody") await counted.close();
  const origin = host?.(counted.port) ?? `http://127.0.0.1:${counted.port}`;
  try {
    const outcome = await submit(origin, bystander.otherPort, (stopIt) => (stop = stopIt));
    assert.equal(outcome["outcome"], kind, JSON.stringify(outcome).slice(0, 500));
    for (const [key, value] of Object.entries(is ?? {})) assert.deepEqual(outcome[key], value, key);
    assert.equal(counted.requests(), requests);
    assert.ok(counted.connections() <= 1);
    assert.deepEqual([bystander.connections(), bystander.bytes()], [0, 0]);
  } finally {
    await Promise.all([counted.close(), bystander.close()]);
  }
}
